"""Reading the data version, which every public page begins with.

On PostgreSQL the process keeps one connection for this question alone: to take one out of the
pool, ask whether it lives and put it back costs more than the rest of a stored page.
"""

import threading
from contextlib import suppress

import psycopg
from django.db import connection

QUESTION = "SELECT number FROM browse_dataversion"
CONNECT_SECONDS = 2


def current_number():
    """The version as now committed, or as the transaction has it; 0 before anything was written."""
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        return lasting.number()
    return asked_of_django()


def asked_of_django():
    """By the connection that the request would use anyway."""
    with connection.cursor() as cursor:
        cursor.execute(QUESTION)
        return number_in(cursor)


def number_in(answer):
    row = answer.fetchone()
    return row[0] if row else 0


class LastingConnection:
    """A connection to PostgreSQL that the threads of a process share.

    It is opened only after Django's own has been answered: waiting for a server that is away,
    and saying so, stays the pool's affair.
    """

    def __init__(self):
        self.kept = None
        self.opening = threading.Lock()

    def number(self):
        kept = self.kept
        if kept:
            try:
                return number_in(kept.execute(QUESTION))
            except psycopg.Error:
                self.close()
        number = asked_of_django()
        self.open()
        return number

    def open(self):
        """Connect, unless another thread is at it; without a connection all goes on as before."""
        if self.opening.acquire(blocking=False):
            try:
                self.kept = self.kept or connected()
            finally:
                self.opening.release()

    def close(self):
        kept, self.kept = self.kept, None
        if kept:
            kept.close()


def connected():
    """A connection that takes no part in any transaction; None if there is none to be had."""
    parameters = connection.get_connection_params()
    with suppress(psycopg.Error):
        return psycopg.connect(**parameters, autocommit=True, connect_timeout=CONNECT_SECONDS)


lasting = LastingConnection()
