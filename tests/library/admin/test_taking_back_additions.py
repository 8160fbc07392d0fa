"""Taking back an addition takes nothing else with it: what hangs on the thing is an obstacle."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from directory.models import GovernancePoint
from insights.models import Finding, Question
from library.models import Citation, Event, Speaker
from tests.directory import factories as make
from tests.directory.admin.pages import Page, address, messages_of, text_of
from tests.insights import factories as ask
from tests.library import factories as library
from tests.maturity import factories as matrix

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(datetime(2026, 5, 4, 9, 0, tzinfo=UTC), tick=False) as clock:
        yield clock


@pytest.fixture
def later(clock):
    return lambda: clock.shift(timedelta(hours=1))


def newest_change(client, entry):
    """Where the newest change on an entry's history page is taken back."""
    change = client.get(address(entry, "history")).context["changes"][0]
    return f"{address(entry, 'history')}{change.model_name}/{change.after.history_id}/"


def undo(client, entry):
    """What is said before, and after."""
    where = newest_change(client, entry)
    page = client.get(where)
    after = client.post(where, {"edition": page.context["edition"]}, follow=True)
    return text_of(page), messages_of(after)[0]


def test_a_place_that_something_cites_stays(ada, later):
    source = make.publication()
    later()
    place = make.citation(source=source)
    alliance = make.collaborative(citations=[place])

    before, after = undo(ada, source)

    obstacle = "It is used by collaborative ‘Northern Alliance’. Change these first."
    assert f"This can't be taken back. {obstacle}" in before
    assert "Take this change back" not in before
    assert after == f"Not taken back: {obstacle}"
    assert alliance.citations.get() == place


def test_a_place_that_nothing_cites_goes(ada, later):
    source = make.publication()
    later()
    make.citation(source=source)
    assert undo(ada, source)[1].startswith("Taken back")
    assert not Citation.objects.exists()


def test_a_question_with_findings_stays(ada, later):
    survey = ask.survey()
    later()
    ask.finding(ask.question(survey))

    assert f"finding ‘Yes’ of ‘{ask.WORKING}’" in undo(ada, survey)[1]
    assert Question.objects.get().findings.get() == Finding.objects.get()


def test_a_subdomain_with_objectives_stays(ada, later):
    domain = matrix.domain()
    later()
    matrix.objective(matrix.subdomain(domain))
    assert "Not taken back: It is used by objective" in undo(ada, domain)[1]
    assert domain.subdomains.get().objectives.exists()


def test_an_event_with_speakers_stays_and_is_not_ticked_away(ada, later):
    held = library.resource("A day")
    later()
    library.speaker(Event.objects.create(publication=held))

    assert "Not taken back: It is used by speaker ‘Ann Example’" in undo(ada, held)[1]
    page = Page(ada, held)
    page.change(Event.objects.get(), DELETE="on")
    assert "can&#x27;t be deleted. It is used by speaker ‘Ann Example’" in text_of(page.save())
    assert Speaker.objects.exists()


def test_a_point_comes_back_only_with_a_source_that_readers_see(ada, later):
    model = make.governance_model()
    place = make.citation("Chapter 1", make.publication("Secret", status="draft"))
    point = make.governance_point(governance_model=model, citations=[place])
    later()
    page = Page(ada, model)
    page.change(point, citations=[make.citation().pk])
    page.save()
    later()

    assert "cites ‘Secret (briefing)’, which is a draft" in undo(ada, model)[1]
    assert GovernancePoint.objects.get().citations.get() == make.citation()
