"""Pages for when something is wrong, in the portal's look. None of them asks the database."""

import logging
import sqlite3
import sys

from django.db import InterfaceError, OperationalError
from django.shortcuts import render

logger = logging.getLogger(__name__)

SECONDS_UNTIL_RETRY = 10
READING = ("GET", "HEAD")
MISSED = (OperationalError, InterfaceError)


class DatabaseAwayMiddleware:
    """A page that cannot reach the database says so, and asks to be tried again."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        missed = getattr(request, "database_missed", None)
        if missed is None:
            return self.get_response(request)
        if is_database_away(missed):
            return unavailable(request, missed)
        raise missed

    def process_exception(self, request, exception):
        if is_database_away(exception):
            return unavailable(request, exception)
        return None


def is_database_away(exception):
    """Whether to try again helps. SQLite says of a table that is missing what others say of a
    server that is, under a code of its own.
    """
    code = getattr(exception and exception.__cause__, "sqlite_errorcode", None)
    return isinstance(exception, MISSED) and code != sqlite3.SQLITE_ERROR


def unavailable(request, exception):
    logger.error("The database is away: %s", exception, exc_info=exception)
    response = error_page(request, "503.jinja", 503)
    response.headers["Retry-After"] = str(SECONDS_UNTIL_RETRY)
    return response


class ReadOnlyMiddleware:
    """Readers read: outside the admin nothing can be sent, and whoever tries is told so."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in READING or request.path.startswith("/admin/"):
            return self.get_response(request)
        response = error_page(request, "405.jinja", 405)
        response.headers["Allow"] = ", ".join(READING)
        return response


def bad_request(request, exception=None):
    return error_page(request, "400.jinja", 400)


def forbidden(request, exception=None):
    return error_page(request, "403.jinja", 403)


def csrf_failure(request, reason=""):
    return error_page(request, "403_form.jinja", 403)


def not_found(request, exception=None):
    return error_page(request, "404.jinja", 404)


def server_error(request):
    """Also reached when middleware, and not a view, missed the database."""
    exception = sys.exception()
    if is_database_away(exception):
        return unavailable(request, exception)
    return error_page(request, "500.jinja", 500)


def locked_out(request, credentials=None, *args, **kwargs):
    """The same words whether or not there is such an account."""
    return error_page(request, "429.jinja", 429)


def error_page(request, template, status):
    response = render(request, template, status=status, using="jinja2")
    response.headers["Cache-Control"] = "no-store"
    return response
