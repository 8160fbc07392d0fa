"""A page is made once for each state of the data, and never shown for another."""

import gzip

import brotli
import pytest
from django.core.cache import cache
from django.test import Client

from browse.models import DataVersion
from browse.watch import watched_tables
from collabportal.stored_pages import best_encoding, build
from directory.models import Collaborative, Interest
from tests.collabportal.processes import free_port
from tests.directory import factories as make

pytestmark = pytest.mark.django_db

LIST = "/collaboratives/"


@pytest.fixture
def alliance():
    return make.collaborative("Northern Alliance")


def test_a_repeat_visit_is_a_304_without_a_body(client, alliance):
    first = client.get(LIST)
    again = client.get(LIST, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == first["ETag"]


def test_the_browser_is_told_to_ask_each_time(client, alliance):
    response = client.get(LIST)
    assert response["Cache-Control"] == "public, no-cache"
    assert response["Vary"] == "Accept-Encoding"
    assert not response.cookies


def test_an_unchanged_page_is_stored_and_served_as_it_was(client, alliance, monkeypatch):
    made = client.get(LIST)
    monkeypatch.setattr("browse.listing.Listing.read", None)  # making it again would fail
    stored = client.get(LIST)
    assert stored.content == made.content
    assert dict(stored.items()) == dict(made.items())


def test_a_stored_page_costs_one_query(client, alliance, django_assert_num_queries):
    client.get(LIST)
    with django_assert_num_queries(1):
        client.get(LIST)


def test_every_change_shows_at_the_next_request(client, alliance):
    before = client.get(LIST)
    alliance.summary = "Rewritten."
    alliance.save()
    after = client.get(LIST, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert "Rewritten." in after.content.decode()


CHANGES = {
    "a row saved": lambda alliance: alliance.save(),
    "rows updated in bulk": lambda alliance: Collaborative.objects.update(summary="x"),
    "rows made in bulk": lambda alliance: Interest.objects.bulk_create(
        [Interest(collaborative=alliance, kind="share", text="x")]
    ),
    "a relation set": lambda alliance: alliance.citations.set([make.citation("Elsewhere")]),
    "a relation cleared": lambda alliance: alliance.citations.clear(),
    "a row deleted": lambda alliance: alliance.delete(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_data_version_rises_with(alliance, change):
    before = DataVersion.current()
    CHANGES[change](alliance)
    assert DataVersion.current() > before


def test_every_table_that_pages_are_made_of_is_watched():
    tables = watched_tables()
    assert {"directory_collaborative", "directory_collaborative_regions"} <= set(tables)
    assert {"library_publication", "library_citation", "browse_document"} <= set(tables)
    assert not [table for table in tables if "historical" in table]


def test_looking_changes_nothing(client, alliance):
    before = DataVersion.current()
    client.get(LIST)
    client.get("/collaboratives.csv").getvalue()
    assert DataVersion.current() == before


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("identity", None, bytes),
        ("", None, bytes),
    ],
)
def test_a_page_is_sent_as_small_as_the_browser_takes_it(
    client, alliance, accepted, encoding, unpack
):
    plain = client.get(LIST)
    for _ in range(2):  # made, then stored
        packed = client.get(LIST, headers={"accept-encoding": accepted})
        assert packed.get("Content-Encoding") == encoding
        assert unpack(packed.content) == plain.content
        assert packed["Content-Length"] == str(len(packed.content))


def test_a_page_is_kept_once_for_all_who_take_no_brotli(client, alliance, monkeypatch):
    packed = client.get(LIST, headers={"accept-encoding": "gzip"})
    monkeypatch.setattr("collabportal.stored_pages.StoredPagesMiddleware.make", None)

    assert client.get(LIST).content == gzip.decompress(packed.content)


@pytest.mark.parametrize("setting", ["CONTACT_EMAIL", "NHS_LOGO"])
def test_another_setting_makes_another_page(client, alliance, settings, setting):
    before = client.get(LIST)["ETag"]
    build.cache_clear()
    try:
        setattr(settings, setting, "other@nhs.example")
        assert client.get(LIST)["ETag"] != before
    finally:
        build.cache_clear()


@pytest.mark.parametrize("form", ["{}", "W/{}"])
def test_an_etag_is_known_weak_or_strong(client, alliance, form):
    strong = client.get(LIST)["ETag"].removeprefix("W/")

    known = client.get(LIST, headers={"if-none-match": form.format(strong)})

    assert known.status_code == 304


def test_addresses_and_hosts_have_pages_of_their_own(client, alliance, settings):
    settings.ALLOWED_HOSTS = ["a.example", "b.example"]
    tags = {client.get(f"{LIST}{query}", headers={"host": host})["ETag"]
            for query in ("", "?q=north") for host in ("a.example", "b.example")}  # fmt: skip
    assert len(tags) == 4


def test_a_host_that_is_not_ours_is_refused_even_with_pages_stored(client, alliance, settings):
    settings.ALLOWED_HOSTS = ["a.example"]
    client.get(LIST, headers={"host": "a.example"})
    assert client.get(LIST, headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("path", ["/nowhere/", "/collaboratives.csv?region=atlantis", "/admin/"])
def test_errors_and_the_admin_are_never_stored(client, path):
    response = client.get(path)
    assert response.status_code != 200
    assert "ETag" not in response
    assert "no-store" in response["Cache-Control"] or response.status_code == 400


def test_an_export_has_an_etag_and_is_not_kept(client, alliance):
    response = client.get("/collaboratives.csv")
    response.getvalue()
    again = client.get("/collaboratives.csv", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
    assert not [key for key in getattr(cache, "_cache", {}) if "csv" in key]


def test_tomorrow_is_another_page(client, alliance, time_machine):
    time_machine.move_to("2026-12-01T12:00:00Z")
    today = client.get(LIST)["ETag"]
    time_machine.move_to("2026-12-02T12:00:00Z")
    assert client.get(LIST)["ETag"] != today


def test_a_head_request_has_the_headers_and_no_body(alliance):
    reader = Client()
    got, head = reader.get(LIST), reader.head(LIST)
    assert head.content == b""
    assert head["ETag"] == got["ETag"]
    assert head["Content-Length"] == got["Content-Length"]


def test_pages_are_made_afresh_while_the_shared_store_is_away(client, alliance, settings):
    nobody_listens = f"redis://127.0.0.1:{free_port()}/0"
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": nobody_listens,
        }
    }
    for _ in range(2):
        assert "Northern Alliance" in client.get(LIST).content.decode()


def test_the_best_encoding_reads_what_browsers_say(rf):
    assert best_encoding(rf.get("/", headers={"accept-encoding": "gzip;q=1.0, br;q=0.0"})) == "gzip"
