"""Every public page, in a real browser, against the rules that axe can check."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.collabportal.test_public_addresses import PAGES
from tests.everything import one_of_everything

pytestmark = pytest.mark.django_db(transaction=True)

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 375, 320)


def violations(page):
    """Which rules a page breaks, and where."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_breaks_no_rule_and_fits_at_every_width(page, live_server, address):
    one_of_everything()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(live_server.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert violations(page) == []
