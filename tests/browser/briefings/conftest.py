"""The portal with the briefings' data, and somebody who visits it."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

from .visitor import Visitor


@pytest.fixture(scope="package")
def site(django_db_setup, django_db_blocker):
    """A live server with the briefings' data, loaded once and gone again after these tests.

    `live_server` would empty every table after each of them.
    """
    with django_db_blocker.unblock(), override_settings(ALLOWED_HOSTS=["127.0.0.1"]):
        call_command("load_briefings", verbosity=0)
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        forget_what_was_loaded()


def forget_what_was_loaded():
    """Empty the tables of public data and of their history, and no others."""
    public = [app for app in apps.get_app_configs() if getattr(app, "public_data", False)]
    models = [model for app in public for model in app.get_models(include_auto_created=True)]
    tables = [model._meta.db_table for model in models]
    connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), tables))


@pytest.fixture
def visitor(page, site):
    """Somebody at the site with a browser as it comes."""
    return Visitor(page, site)


@pytest.fixture
def visitor_without_scripts(new_context, site):
    return Visitor(new_context(java_script_enabled=False).new_page(), site)
