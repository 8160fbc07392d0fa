"""Servers on the tests' own database, and curators who are signed in to them."""

from contextlib import ExitStack
from urllib.parse import quote

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection

from tests.collabportal.processes import gunicorn
from tests.directory import factories as make

from .people import Curator


def database_address():
    """How another process reaches the database that this test fills."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    who = ":".join(
        quote(database[part], safe="") for part in ("USER", "PASSWORD") if database[part]
    )
    return f"postgres://{who}@{database['HOST']}:{database['PORT'] or 5432}/{database['NAME']}"


@pytest.fixture
def serve(transactional_db):
    """Starts servers that run as in production, but over plain HTTP; they end with the test."""
    with ExitStack() as servers:

        def start(**environment):
            given = {
                "DATABASE_URL": database_address(),
                "SECRET_KEY": settings.SECRET_KEY,  # sessions made here are good there
                "SECURE": "off",
                "ALLOWED_HOSTS": "127.0.0.1,directory.example",
                "LOG_LEVEL": "WARNING",
            }
            server = servers.enter_context(gunicorn(**given | environment))
            server.wait_until_it_answers()
            return server

        yield start


@pytest.fixture
def alliance(transactional_db):
    return make.collaborative("Northern Alliance")


@pytest.fixture
def alliances(transactional_db):
    """One for each of four curators."""
    return [make.collaborative(f"{place} Alliance") for place in ("North", "East", "South", "West")]


@pytest.fixture
def curator(transactional_db):
    """Signs a new curator in to a server."""

    def sign_in(server, name="curator"):
        return Curator(server, User.objects.create_superuser(name))

    return sign_in
