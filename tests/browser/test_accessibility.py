"""Every public page, in a real browser, against the rules that axe can check."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.collabportal.test_public_addresses import PAGES
from tests.directory import factories as make
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


def test_words_without_a_break_do_not_widen_a_page(page, live_server):
    endless = "Unbroken" * 20
    system = make.system(endless)
    entry = make.collaborative(endless, summary=endless, systems=[system], regions=[system.region])
    trust = make.organisation(endless, system=system)
    make.membership(entry, trust, note=endless)
    make.membership(make.collaborative("Other"), trust)
    model = make.governance_model(endless)
    make.arrangement(entry, model, note=endless)
    theme = make.theme(endless)
    make.interest(entry, endless, themes=[theme], citations=[make.citation(endless)])
    make.contact(entry, endless, endless[:100], email="a" * 60 + "@example.org")
    page.set_viewport_size({"width": 320, "height": 900})
    for thing in (entry, trust, system, system.region, model, theme):
        page.goto(live_server.url + thing.get_absolute_url())
        assert page.evaluate("document.documentElement.scrollWidth") == 320, (
            thing.get_absolute_url()
        )
    page.goto(live_server.url + "/")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
