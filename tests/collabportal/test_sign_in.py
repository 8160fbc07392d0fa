"""Nobody guesses a curator's password, or learns who the curators are."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import User

PASSWORD = "an otter under the bridge"
START = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def curator():
    return User.objects.create_user("curator", password=PASSWORD, is_staff=True)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(START, tick=False) as clock:
        yield clock


def sign_in(client, username, password="wrong", address="192.0.2.1", **headers):
    credentials = {"username": username, "password": password}
    return client.post("/admin/login/", credentials, REMOTE_ADDR=address, headers=headers)


def fail(client, username, times=5, **options):
    return [sign_in(client, username, **options) for _ in range(times)]


def test_the_right_password_signs_in(client):
    assert sign_in(client, "curator", PASSWORD).status_code == 302


def test_repeated_failures_lock_even_the_right_password_out(client):
    fail(client, "curator")

    response = sign_in(client, "curator", PASSWORD)

    assert response.status_code == 429
    assert "Sign-in is locked for a while" in response.content.decode()
    assert "sessionid" not in response.cookies


def test_four_failures_lock_nobody_out(client):
    fail(client, "curator", times=4)

    assert sign_in(client, "curator", PASSWORD).status_code == 302


def test_the_lock_opens_by_itself(client, clock):
    fail(client, "curator")

    clock.shift(timedelta(minutes=16))

    assert sign_in(client, "curator", PASSWORD).status_code == 302


def test_an_account_that_does_not_exist_looks_the_same(client):
    real, made_up = fail(client, "curator", times=6), fail(client, "nobody", times=6)

    for one, other in zip(real, made_up, strict=True):
        assert one.status_code == other.status_code
        assert words(one) == words(other)


def words(response):
    """The page without what is different each time: the form's token and what was typed."""
    lines = response.content.decode().splitlines()
    return [line for line in lines if "csrfmiddlewaretoken" not in line and "username" not in line]


def test_the_lock_is_for_one_account_at_one_address(client):
    User.objects.create_user("colleague", password=PASSWORD, is_staff=True)
    fail(client, "curator", address="192.0.2.1")

    assert sign_in(client, "colleague", PASSWORD, address="192.0.2.1").status_code == 302
    assert sign_in(client, "curator", PASSWORD, address="192.0.2.2").status_code == 302


def test_a_made_up_forwarding_header_does_not_evade_the_lock(client):
    for number in range(5):
        sign_in(client, "curator", **{"x-forwarded-for": f"198.51.100.{number}"})

    assert sign_in(client, "curator", PASSWORD).status_code == 429


def test_behind_a_proxy_only_what_the_proxy_added_counts(client, settings):
    settings.TRUST_PROXY = 1
    for number in range(5):
        sign_in(client, "curator", **{"x-forwarded-for": f"203.0.113.{number}, 192.0.2.1"})

    locked = sign_in(client, "curator", PASSWORD, **{"x-forwarded-for": "203.0.113.9, 192.0.2.1"})
    elsewhere = sign_in(client, "curator", PASSWORD, **{"x-forwarded-for": "192.0.2.2"})

    assert locked.status_code == 429
    assert elsewhere.status_code == 302


@pytest.mark.parametrize("path", ["/admin/login/?next=%00%ff", "/admin/login/?" + "a=b&" * 900])
def test_a_foul_address_is_no_fault_of_ours(client, path):
    credentials = {"username": "x\0y" * 200, "password": "\0"}

    assert client.post(path, credentials).status_code in {200, 429}


def test_sessions_end(client, clock):
    sign_in(client, "curator", PASSWORD)
    assert client.cookies["sessionid"]["max-age"] == ""  # ends with the browser
    assert client.get("/admin/").status_code == 200

    clock.shift(timedelta(hours=9))

    assert client.get("/admin/").status_code == 302


def test_signing_out_says_that_nothing_is_lost(client, curator):
    client.force_login(curator)
    page = client.post("/admin/logout/").content.decode()
    assert "You are signed out. What you saved is kept." in page


def test_no_page_behind_the_sign_in_is_kept(client, curator):
    client.force_login(curator)
    for address in ("/admin/", "/admin/password_change/", "/admin/jsi18n/"):
        assert "no-store" in client.get(address).headers["Cache-Control"]
