"""A production site starts with real settings, or says in one line why it does not."""

import pytest

from tests.collabportal.processes import gunicorn, manage


def test_a_production_site_passes_every_deployment_check():
    result = manage("check", "--deploy", "--fail-level", "DEBUG")

    assert result.returncode == 0, result.stderr
    assert "no issues (0 silenced)" in result.stdout


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY is missing"),
        ({"SECRET_KEY": ""}, "SECRET_KEY is missing"),
        ({"SECRET_KEY": "Vq7nW2xT9zR4"}, "SECRET_KEY is too short"),
        ({"SECRET_KEY": "a" * 60}, "SECRET_KEY is too short"),
        ({"SECRET_KEY": "django-insecure-Vq7nW2xT9zR4kL8mC3pJ6hG1fD5sA0bYeU7i"}, "is a default"),
        ({"SECRET_KEY": "change-me-Vq7nW2xT9zR4kL8mC3pJ6hG1fD5sA0bYeU7iOlPqZx"}, "is a default"),
        ({"DEBUG": "maybe"}, "DEBUG must be on or off, not 'maybe'"),
        ({"SECURE": "2"}, "SECURE must be on or off, not '2'"),
        ({"NHS_LOGO": "ja"}, "NHS_LOGO must be on or off, not 'ja'"),
        ({"TRUST_PROXY": "yes"}, "TRUST_PROXY must be a whole number"),
        ({"TRUST_PROXY": "-1"}, "TRUST_PROXY must be a whole number"),
        ({"DATABASE_POOL": "0"}, "DATABASE_POOL must be a whole number from 1"),
        ({"DATABASE_URL": "mysql://root@127.0.0.1/test"}, "DATABASE_URL must begin with"),
        ({"DATABASE_URL": "postgres"}, "DATABASE_URL must begin with"),
        ({"CACHE_URL": "nonsense"}, "CACHE_URL must begin with"),
    ],
)
def test_the_start_is_refused_in_one_line(environment, reason):
    result = manage("check", **environment)

    assert result.returncode != 0
    assert reason in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("value", ["on", "True", "1", "yes", "off", "FALSE", "0", "no"])
def test_a_switch_is_read_in_the_usual_spellings(value):
    assert manage("check", NHS_LOGO=value).returncode == 0


def test_debug_asks_for_no_secret():
    assert manage("check", SECRET_KEY=None, DEBUG="on").returncode == 0


def test_the_server_refuses_too():
    with gunicorn(SECRET_KEY="short") as server:
        assert server.wait(timeout=20) != 0
        assert "Not started: SECRET_KEY is too short" in server.logged()


def test_sqlite_queues_writers_and_keeps_what_it_acknowledged():
    settings = shown("sqlite:////tmp/some.sqlite3")

    assert "'transaction_mode': 'IMMEDIATE'" in settings
    assert "journal_mode=WAL" in settings
    assert "synchronous=FULL" in settings


def test_postgresql_uses_a_pool_and_no_other_lasting_connection():
    settings = shown("postgres://someone@127.0.0.1/some")

    assert "'pool': {" in settings
    assert "'CONN_MAX_AGE': 0" in settings


def shown(database_url):
    result = manage("diffsettings", "--all", DATABASE_URL=database_url)
    return next(
        line for line in result.stdout.splitlines() if line.lstrip("# ").startswith("DATABASES")
    )
