"""What a load balancer hears, in good times and bad."""

import urllib.error
import urllib.request

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tests.collabportal.processes import gunicorn

NOBODY_LISTENS = "postgres://someone@127.0.0.1:1/nothing"


def get(address, **headers):
    """Status, headers and text, whatever the status."""
    request = urllib.request.Request(address, headers=headers)
    try:
        response = urllib.request.urlopen(request, timeout=30)
    except urllib.error.HTTPError as error:
        response = error
    with response:
        return response.status, response.headers, response.read().decode()


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
@pytest.mark.django_db
def test_a_healthy_portal_says_ok_in_plain_text_that_is_never_kept(client, path):
    response = client.get(path)

    assert response.status_code == 200
    assert response.content == b"ok\n"
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
@pytest.mark.django_db
def test_health_depends_on_no_host_name_and_no_tls(client, settings, path):
    settings.ALLOWED_HOSTS = ["directory.example"]
    settings.SECURE_SSL_REDIRECT = True

    assert client.get(path, headers={"host": "10.0.0.7"}).status_code == 200


def test_healthz_asks_nothing_of_the_database(client):
    assert client.get("/healthz").status_code == 200  # pytest-django refuses any query here


@pytest.mark.django_db
def test_readyz_names_the_migrations_that_are_missing(client):
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.content == b"migrations: not applied: sessions.0001_initial\n"


@pytest.fixture(scope="module")
def without_database():
    with gunicorn(DATABASE_URL=NOBODY_LISTENS, SECURE="off", ALLOWED_HOSTS="127.0.0.1") as server:
        server.wait_until_it_answers()
        yield server.address


def test_the_process_is_healthy_while_the_database_is_away(without_database):
    assert get(without_database + "/healthz")[0] == 200


def test_readyz_says_that_the_database_is_away(without_database):
    status, _, text = get(without_database + "/readyz")

    assert status == 503
    assert text == "database: does not answer\n"


def test_pages_say_that_the_service_is_unavailable(without_database):
    status, headers, text = get(without_database + "/admin/", Cookie="sessionid=" + "s" * 32)

    assert status == 503
    assert headers["Retry-After"] == "10"
    assert headers["Cache-Control"] == "no-store"
    assert "default-src" in headers["Content-Security-Policy"]
    assert "<h1" in text
    assert "Sorry, the service is unavailable" in text
