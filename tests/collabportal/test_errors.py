"""When something is wrong, the reader gets a page in the portal's look that says what."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import InterfaceError, OperationalError
from django.test import Client, RequestFactory

from browse.models import DataVersion
from collabportal.errors import server_error

USUAL = [
    "Content-Security-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
]

pytestmark = [pytest.mark.urls("tests.collabportal.urls"), pytest.mark.django_db]

HEADINGS = {
    "/wrong/400/": (400, "Bad request"),
    "/wrong/403/": (403, "You cannot see this page"),
    "/wrong/404/": (404, "Page not found"),
    "/wrong/500/": (500, "Sorry, there is a problem with the service"),
    "/wrong/503/": (503, "Sorry, the service is unavailable"),
    "/wrong/503-too/": (503, "Sorry, the service is unavailable"),
}


@pytest.fixture
def reader():
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


def assert_has_the_usual_headers(response):
    assert [name for name in USUAL if name not in response] == []


@pytest.mark.parametrize("path", HEADINGS)
def test_an_error_has_a_page_in_the_portals_look(reader, path):
    status, heading = HEADINGS[path]

    response = reader.get(path)
    page = response.content.decode()

    assert response.status_code == status
    assert f"<title>{heading} - Provider collaboratives directory</title>" in page
    assert page.count("<h1") == 1
    assert f'<h1 class="nhsuk-heading-l">{heading}</h1>' in page
    assert 'class="nhsuk-header"' in page
    assert 'id="maincontent"' in page
    assert response["Cache-Control"] == "no-store"


def test_a_missing_table_is_our_fault(reader, caplog):
    assert reader.get("/wrong/no-table/").status_code == 500
    assert "Traceback" in caplog.text


def test_what_kept_the_database_away_is_logged(reader, caplog):
    reader.get("/wrong/503/")

    assert "Traceback" in caplog.text
    assert "server closed the connection" in caplog.text


@pytest.mark.parametrize("path", HEADINGS)
def test_an_error_page_has_the_headers_of_every_page(reader, path):
    assert_has_the_usual_headers(reader.get(path))


@pytest.mark.parametrize("away", [OperationalError, InterfaceError])
def test_a_page_that_cannot_ask_for_the_data_version_has_them_too(reader, monkeypatch, away):
    def refuse():
        raise away("connection refused")

    monkeypatch.setattr(DataVersion, "current", refuse)

    response = reader.get("/")

    assert response.status_code == 503
    assert_has_the_usual_headers(response)


@pytest.mark.parametrize("path", ["/wrong/503/", "/wrong/503-too/"])
def test_a_missing_database_asks_to_be_tried_again(reader, path):
    assert reader.get(path)["Retry-After"] == "10"


def test_middleware_that_misses_the_database_gives_the_same_page():
    try:
        raise OperationalError("server closed the connection")
    except OperationalError:
        response = server_error(RequestFactory().get("/"))

    assert response.status_code == 503


def test_a_page_about_our_fault_needs_no_request():
    assert "there is a problem" in server_error(None).content.decode()


def test_an_unknown_host_gets_a_page(reader, settings):
    settings.ALLOWED_HOSTS = ["directory.example"]

    response = reader.get("/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert "Bad request" in response.content.decode()
    assert_has_the_usual_headers(response)


def test_a_form_without_its_cookie_says_that_nothing_was_saved(reader):
    response = reader.post("/admin/wrong/form/", {"name": "x"})

    assert response.status_code == 403
    assert "This form has expired" in response.content.decode()
    assert "Nothing was saved" in response.content.decode()


@pytest.mark.parametrize("path", HEADINGS)
def test_an_error_page_sets_no_cookie_and_tells_no_secret(reader, path):
    response = reader.get(path)

    assert not response.cookies
    for secret in ("a fault of ours", "closed", "Traceback"):
        assert secret not in response.content.decode()


def test_our_fault_is_not_mistaken_for_a_missing_database(rf):
    try:
        raise ImproperlyConfigured("a fault of ours")
    except ImproperlyConfigured:
        assert server_error(rf.get("/")).status_code == 500
