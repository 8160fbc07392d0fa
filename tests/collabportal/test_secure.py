"""A site that is served over TLS, as it really runs."""

import re

import pytest

from tests.collabportal.processes import gunicorn, manage
from tests.collabportal.test_health import get


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    database = f"sqlite:///{tmp_path_factory.mktemp('site')}/db.sqlite3"
    manage("migrate", DATABASE_URL=database)
    with gunicorn(DATABASE_URL=database, ALLOWED_HOSTS="127.0.0.1", TRUST_PROXY="1") as server:
        server.wait_until_it_answers()
        yield server.address


def over_tls(address):
    return get(address, **{"X-Forwarded-Proto": "https"})


def test_the_browser_is_told_to_use_tls_for_a_year(site):
    _, headers, _ = over_tls(site + "/no-such-page/")

    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"


def test_plain_http_is_sent_to_tls(site):
    with pytest.raises(OSError, match="SSL"):  # the redirect is followed to where no TLS is spoken
        get(site + "/no-such-page/")


def test_cookies_are_for_this_host_over_tls(site):
    _, headers, _ = over_tls(site + "/admin/login/")

    assert re.match(r"__Host-csrftoken=.*Path=/; .*Secure", headers["Set-Cookie"])


@pytest.mark.parametrize(
    ("path", "status"), [("/" + "a" * 1_000_000, 414), ("/?q=" + "a" * 20_000, 414)]
)
def test_a_very_long_address_is_refused_at_once(site, path, status):
    assert over_tls(site + path)[0] == status
