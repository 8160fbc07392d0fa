"""On PostgreSQL the data version is read by a connection kept for nothing else."""

import psycopg
import pytest
from django.db import connection, transaction

from browse.models import DataVersion
from browse.version import lasting
from directory.models import Theme

pytestmark = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="About PostgreSQL.")


@pytest.fixture
def asked(transactional_db):
    """The version was asked for once, so that the connection is there."""
    lasting.close()
    DataVersion.current()
    yield lasting
    lasting.close()


def test_it_costs_the_pool_nothing(asked, django_assert_num_queries):
    with django_assert_num_queries(0):
        DataVersion.current()


def test_what_is_committed_is_read_at_once(asked):
    before = DataVersion.current()
    Theme.objects.create(name="Beds", slug="beds")
    assert DataVersion.current() > before


def test_a_transaction_reads_its_own_version(asked):
    before = DataVersion.current()
    with transaction.atomic():
        Theme.objects.create(name="Beds", slug="beds")
        assert DataVersion.current() > before


def test_a_connection_that_was_cut_is_replaced(asked):
    cut = asked.kept
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [cut.info.backend_pid])
    Theme.objects.create(name="Beds", slug="beds")
    assert DataVersion.current() > 0
    assert asked.kept is not cut
    assert asked.kept.info.transaction_status == psycopg.pq.TransactionStatus.IDLE


def test_without_a_connection_of_its_own_it_asks_the_pool(asked, monkeypatch):
    asked.close()
    monkeypatch.setattr(
        connection, "get_connection_params", lambda: {"host": "127.0.0.1", "port": 1}
    )
    Theme.objects.create(name="Beds", slug="beds")
    assert DataVersion.current() > 0
    assert asked.kept is None
