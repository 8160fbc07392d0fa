"""Writing what readers see: all of it or nothing, and never two writers waiting for each other."""

from contextlib import contextmanager

from django.db import connection, transaction

from . import documents
from .models import DataVersion


@contextmanager
def writing():
    """One transaction for what is written here; the searched words are rewritten at its end."""
    with transaction.atomic(), documents.together():
        take_turn()
        yield


def take_turn():
    """Let one writer at a time go on, before any of them holds what another waits for.

    Every write raises the data version, so writers queue for it in any case: who asks for it
    first cannot deadlock. SQLite lets one writer at a time begin.
    """
    if connection.vendor == "postgresql":
        list(DataVersion.objects.select_for_update(no_key=True).values_list("number"))
