"""Until its last day is over, what is going to close is open."""

import datetime
import json

import pytest
from django.utils import timezone

from tests.directory import factories as make

pytestmark = pytest.mark.django_db

LATER = datetime.timedelta(days=30)


@pytest.fixture
def last_day():
    return timezone.localdate() + LATER


def listed(client, address):
    return [row["Name"] for row in json.loads(client.get(address).getvalue())["results"]]


def test_a_trust_is_open_to_its_last_day(client, last_day, time_machine):
    make.organisation("Alder Trust", closed=last_day)

    assert listed(client, "/organisations.json?closed=no") == ["Alder Trust"]
    assert ">Closed</strong>" not in client.get("/organisations/").content.decode()

    time_machine.move_to(last_day + datetime.timedelta(days=1))
    assert listed(client, "/organisations.json?closed=yes") == ["Alder Trust"]
    assert ">Closed</strong>" in client.get("/organisations/").content.decode()


def test_a_system_is_offered_as_open_to_its_last_day(client, last_day, time_machine):
    system = make.system(closed=last_day)
    make.collaborative(systems=[system])
    until = f"(until {last_day:%B %Y})"

    assert until not in client.get("/collaboratives/").content.decode()

    time_machine.move_to(last_day + datetime.timedelta(days=1))
    assert until in client.get("/collaboratives/").content.decode()
