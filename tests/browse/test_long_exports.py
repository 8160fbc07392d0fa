"""A long export comes whole; one that breaks never looks finished. Seen from outside the server."""

import csv
import io
import json
import time
from contextlib import contextmanager
from http.client import HTTPConnection, IncompleteRead
from urllib.parse import quote

import pytest
from django.db import connection

from tests.collabportal.processes import gunicorn
from tests.directory import factories as make

pytestmark = pytest.mark.django_db(transaction=True)

ROWS = 8
TIMEOUT = 2  # seconds that gunicorn gives a worker: fewer than a slow export takes


@pytest.fixture
def alliances():
    return [make.collaborative(f"Alliance {number}") for number in range(ROWS)]


def database_address():
    """How another process reaches the database that this test fills."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    who = ":".join(quote(database[p], safe="") for p in ("USER", "PASSWORD") if database[p])
    return f"postgres://{who}@{database['HOST']}:{database['PORT'] or 5432}/{database['NAME']}"


@contextmanager
def serving(exports):
    """A server whose exports are as `tests.browse.troubled` makes them."""
    with gunicorn(
        DATABASE_URL=database_address(),
        DJANGO_SETTINGS_MODULE="tests.browse.troubled",
        EXPORTS=exports,
        GUNICORN_CMD_ARGS=f"--timeout={TIMEOUT}",
        SECURE="off",
        ALLOWED_HOSTS="127.0.0.1",
        WEB_CONCURRENCY="1",
    ) as server:
        server.wait_until_it_answers()
        yield server


def ask(server, path):
    client = HTTPConnection("127.0.0.1", server.port, timeout=60)
    client.request("GET", path)
    return client.getresponse()


def test_an_export_may_last_longer_than_the_servers_timeout(alliances):
    with serving("slow") as server:
        before = time.monotonic()
        response = ask(server, "/collaboratives.csv")
        text = response.read().decode("utf-8-sig")
        assert time.monotonic() - before > TIMEOUT
        assert response.status == 200
        names = [row["Name"] for row in csv.DictReader(io.StringIO(text, newline=""))]
        assert names == [alliance.name for alliance in alliances]


def test_an_export_that_breaks_does_not_look_finished(alliances):
    with serving("broken") as server:
        for path in ("/collaboratives.csv", "/collaboratives.json"):
            with pytest.raises(IncompleteRead) as broken:
                ask(server, path).read()
            assert b"Alliance 1" in broken.value.partial
        with pytest.raises(json.JSONDecodeError):
            json.loads(broken.value.partial)


def test_a_workbook_that_breaks_is_an_error_page(alliances):
    with serving("broken") as server:
        response = ask(server, "/collaboratives.xlsx")
        page = response.read().decode()
        assert response.status == 500
        assert response.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "Content-Disposition" not in response.headers
        assert "<h1" in page
