"""Several servers on one database: an edit on one shows at the very next request on another."""

import gzip
import pickle

import pytest
import redis

from tests.directory import factories as make

from .people import Reader

LIST = "/collaboratives/"
PROFILE = "/collaboratives/northern-alliance/"
TRUST = "/organisations/alder-trust/"
CSV = "/collaboratives.csv"
SEARCH = "/collaboratives/?q=alliance"
PAGES = ["/", LIST, SEARCH, "/collaboratives/?region=london", PROFILE, TRUST, CSV]
REDIS = "redis://127.0.0.1:6379/5"


@pytest.fixture
def alliance(transactional_db):
    """A collaborative that every one of the pages shows."""
    alliance = make.collaborative(
        "Northern Alliance", summary="Two trusts.", regions=[make.region()]
    )
    make.membership(alliance, make.organisation("Alder Trust"))
    return alliance


def test_an_edit_on_one_server_shows_at_the_next_request_on_another(serve, curator, alliance):
    one, other = serve(WEB_CONCURRENCY="1"), serve(WEB_CONCURRENCY="1")
    reader = Reader(other)
    for path in PAGES:
        Reader(one).get(path)  # both have made their indexes and stored their pages
    before = {path: reader.get(path) for path in PAGES}
    assert all("Northern Alliance" in page.text for page in before.values())
    assert all(reader.get_unless(before[path].etag, path).status == 304 for path in PAGES)

    assert curator(one).save(alliance, name="Renamed Alliance").status == 302

    after = {path: reader.get_unless(before[path].etag, path) for path in PAGES}
    assert {path: page.status for path, page in after.items()} == dict.fromkeys(PAGES, 200)
    for path in PAGES:
        assert "Renamed Alliance" in after[path].text
        assert "Northern Alliance" not in after[path].text
        assert after[path].etag != before[path].etag
        assert reader.get_unless(after[path].etag, path).status == 304


def test_the_new_name_is_found_and_the_old_one_is_not_on_any_server(serve, curator, alliance):
    one, other = serve(WEB_CONCURRENCY="1"), serve(WEB_CONCURRENCY="1")
    old, new = "/collaboratives.json?q=northern", "/collaboratives.json?q=renamed"
    for server in (one, other):
        assert '"count": 1' in Reader(server).get(old).text
        assert '"count": 0' in Reader(server).get(new).text

    curator(one).save(alliance, name="Renamed Alliance")

    for server in (one, other):
        assert '"count": 0' in Reader(server).get(old).text
        assert '"count": 1' in Reader(server).get(new).text


def test_a_withdrawn_entry_is_gone_from_every_worker_at_once(serve, curator, alliance):
    server = serve(WEB_CONCURRENCY="2")
    reader = Reader(server)
    assert {reader.get(PROFILE).status for _ in range(10)} == {200}

    curator(server).save(alliance, status="draft")

    assert {reader.get(PROFILE).status for _ in range(10)} == {404}
    assert not any("Northern Alliance" in reader.get(LIST).text for _ in range(10))


@pytest.fixture
def store():
    """The shared store, as far as this test's keys go."""
    client = redis.Redis.from_url(REDIS, socket_connect_timeout=1)
    try:
        client.ping()
    except redis.ConnectionError:
        pytest.skip("No Redis answers on this machine.")
    store = Store(client)
    yield store
    for key in store.added():
        client.delete(key)
    client.close()


class Store:
    """Redis, and what was put into it since."""

    def __init__(self, client):
        self.client, self.before = client, set(client.keys())

    def added(self):
        return set(self.client.keys()) - self.before

    def say_everywhere(self, said, instead):
        """Alter the pages that are stored: whoever shows them took them from here."""
        for key in self.added():
            packed, headers = pickle.loads(self.client.get(key))
            page = gzip.decompress(packed)
            assert said in page
            altered = gzip.compress(page.replace(said, instead)), headers
            self.client.set(key, pickle.dumps(altered), keepttl=True)


def test_servers_share_stored_pages_and_an_edit_still_shows_at_once(
    serve, curator, alliance, store
):
    one, other = (serve(WEB_CONCURRENCY="1", CACHE_URL=REDIS) for _ in range(2))
    # A load balancer passes on the name that readers use.
    here, there = (Reader(server, host="directory.example") for server in (one, other))

    first = here.get(LIST)
    assert store.added()
    store.say_everywhere(b"Northern Alliance", b"Borthern Alliance")
    shared = there.get(LIST)
    assert "Borthern Alliance" in shared.text
    assert shared.etag == first.etag

    assert curator(one).save(alliance, name="Renamed Alliance").status == 302

    for reader in (there, here):
        page = reader.get_unless(first.etag, LIST)
        assert page.status == 200
        assert "Renamed Alliance" in page.text
        assert page.etag != first.etag


def test_a_store_that_is_away_costs_readers_and_curators_nothing(serve, curator, alliance):
    server = serve(CACHE_URL="redis://127.0.0.1:1/0")
    page = Reader(server).get(LIST)
    assert page.status == 200
    assert Reader(server).get_unless(page.etag, LIST).status == 304

    assert curator(server).save(alliance, name="Renamed Alliance").status == 302

    assert "Renamed Alliance" in Reader(server).get(LIST).text
