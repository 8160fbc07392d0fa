"""What a load balancer asks: is the process up, and can it do its work?"""

import logging
from functools import cache

from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpResponse

logger = logging.getLogger(__name__)

# What other middleware would add: these answers are given before any of it.
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
}


class HealthMiddleware:
    """Answers `/healthz` and `/readyz` before anything that a host name or a database can stop."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.answers = {"/healthz": healthz, "/readyz": readyz}

    def __call__(self, request):
        answer = self.answers.get(request.path_info, self.get_response)
        return answer(request)


def healthz(request):
    """The process answers. It asks nothing of the database."""
    return plain("ok")


def readyz(request):
    """The database answers and its tables are those that this code expects."""
    try:
        missing = unapplied_migrations()
    except DatabaseError as problem:
        logger.warning("Not ready: %s", problem)
        return plain("database: does not answer", status=503)
    if missing:
        return plain("migrations: not applied: " + ", ".join(missing), status=503)
    return plain("ok")


def unapplied_migrations():
    """Names such as `directory.0002_member`, in order."""
    applied = MigrationRecorder(connection).applied_migrations()
    return [f"{app}.{name}" for app, name in migrations_on_disk() if (app, name) not in applied]


@cache
def migrations_on_disk():
    """Read once: they do not change while the process runs."""
    return sorted(MigrationLoader(None).disk_migrations)


def plain(text, status=200):
    return HttpResponse(
        text + "\n",
        status=status,
        content_type="text/plain; charset=utf-8",
        headers=HEADERS,
    )
