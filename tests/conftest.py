"""What every test may rely on: a real browser where there is one, and a page's context."""

import os
import shutil

import pytest
from django.core.cache import cache
from django.template.backends.jinja2 import Template
from django.test.signals import template_rendered

from browse.index import forget
from browse.version import lasting

# Playwright runs an event loop in the test's thread; Django would refuse the database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = next(
    filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None
)

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items):
    """Tests that empty every table come last, after those that need what migrations put there.

    pytest-django sees to that, and then pytest brings all tests with a browser together.
    """
    for item in items:
        mark_browser_test(item)
    done = yield
    items.sort(key=empties_every_table)
    return done


def mark_browser_test(item):
    """Whatever opens a page is a browser test; without Chromium they are skipped, except in CI."""
    if {"page", "browser", "context", "browser_type"} & set(getattr(item, "fixturenames", ())):
        item.add_marker(pytest.mark.browser)
        if not CHROMIUM and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason="There is no Chromium on this machine."))


def empties_every_table(item):
    mark = item.get_closest_marker("django_db")
    emptying = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(emptying or (mark and mark.kwargs.get("transaction")))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The machine's own Chromium, which asks nothing of the network."""
    if not CHROMIUM:
        pytest.fail("Browser tests need Chromium: install it, for example apt install chromium.")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": CHROMIUM_FLAGS}


@pytest.fixture(scope="session", autouse=True)
def jinja_pages_tell_their_context():
    """`response.context` and `response.templates`, as pages in Django's language have them."""
    render = Template.render

    def render_and_tell(self, context=None, request=None):
        self.name = self.template.name
        template_rendered.send(sender=self, template=self, context=dict(context or {}))
        return render(self, context, request)

    Template.render = render_and_tell
    yield
    Template.render = render


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """PostgreSQL drops no database that somebody is still connected to."""
    yield
    lasting.close()


@pytest.fixture(autouse=True)
def nothing_remembered():
    """A test's rows are rolled back, and its data versions come again in the next one."""
    cache.clear()
    forget()
