"""What a curator was told is saved stays saved, whatever happens to the server."""

import os
import signal
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction

from .people import (
    Curator,
    Reader,
    assert_more_is_acknowledged,
    assert_nothing_was_refused,
    at_work,
    until,
)

LIST = "/collaboratives/"


@pytest.fixture
def curators(alliances):
    """Signs four curators in, each to work on a collaborative of their own."""

    def sign_in(server):
        users = [User.objects.create_superuser(f"curator-{n}") for n, _ in enumerate(alliances)]
        return [Curator(server, user) for user in users]

    return sign_in


def save_all(curators, alliances):
    """Everybody saves, again and again."""
    return [
        partial(c.save_until, thing=thing) for c, thing in zip(curators, alliances, strict=True)
    ]


def assert_nothing_is_lost(curators):
    """Every acknowledged save is in the history, and nothing older than the last one is current."""
    assert_nothing_was_refused(curators)
    for curator in curators:
        kept = list(curator.thing.history.order_by("history_id").values_list("summary", flat=True))
        assert set(curator.acknowledged) <= set(kept)
        curator.thing.refresh_from_db()
        assert curator.thing.summary == kept[-1]


def test_curators_who_save_at_once_are_all_served(serve, curators, alliances):
    server = serve(WEB_CONCURRENCY="2")
    team = curators(server)

    with at_work(*save_all(team, alliances)):
        assert_more_is_acknowledged(team, 12)

    assert all(len(curator.acknowledged) > 1 for curator in team)
    assert "locked" not in server.logged()
    assert_nothing_is_lost(team)


def test_no_acknowledged_save_is_lost_when_workers_are_killed(serve, curators, alliances):
    server = serve(WEB_CONCURRENCY="2")
    team = curators(server)

    with at_work(*save_all(team, alliances)):
        for _ in range(3):
            assert_more_is_acknowledged(team, 4)
            os.kill(server.workers()[0], signal.SIGKILL)
        assert until(lambda: served(server), 15)
        assert_more_is_acknowledged(team, 1)  # curators are served again, too

    assert_nothing_is_lost(team)
    for alliance in alliances:
        assert alliance.summary in Reader(server).get(LIST).text


def served(server):
    """Whether a reader gets the page."""
    try:
        return Reader(server).get(LIST).status == 200
    except OSError:
        return False


def test_readers_are_served_again_after_every_worker_was_killed(serve, alliance):
    server = serve(WEB_CONCURRENCY="2")
    assert served(server)

    killed = server.workers()
    for worker in killed:
        os.kill(worker, signal.SIGKILL)

    assert until(lambda: served(server), 15)
    assert until(lambda: len(set(server.workers()) - set(killed)) == 2, 15)


def test_a_server_told_to_stop_under_load_finishes_what_it_began(serve, curators, alliances):
    server = serve(WEB_CONCURRENCY="2")
    team = curators(server)
    readers = [Reader(server) for _ in range(2)]
    reading = [partial(reader.read_until, path=LIST) for reader in readers]

    with at_work(*save_all(team, alliances), *reading):
        assert_more_is_acknowledged(team, 8)
        server.terminate()
        assert server.wait(timeout=45) == 0

    assert_nothing_is_lost(team)
    for reader in readers:
        assert set(reader.statuses) == {200}
        assert reader.cut_short == 0


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite's own promises.")
class TestSqlite:
    @pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2)])
    def test_a_committed_write_is_on_the_disk(self, transactional_db, pragma, value):
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA {pragma}")
            assert cursor.fetchone() == (value,)

    def test_a_transaction_takes_its_turn_to_write_when_it_begins(self, transactional_db):
        other = connection.Database.connect(connection.settings_dict["NAME"], timeout=0)
        try:
            with transaction.atomic(), pytest.raises(connection.Database.OperationalError) as said:
                other.execute("BEGIN IMMEDIATE")
        finally:
            other.close()
        assert "locked" in str(said.value)
