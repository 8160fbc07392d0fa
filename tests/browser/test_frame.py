"""The frame of every page, in a real browser."""

import pytest

from tests.browser.console import complaints_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def complaints(page):
    said = []
    complaints_of(page, said)
    return said


@pytest.fixture
def requested(page):
    addresses = []
    page.on("request", lambda request: addresses.append(request.url))
    return addresses


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_a_page_fits_asks_only_us_and_breaks_no_policy(
    page, live_server, complaints, requested, width
):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(live_server.url + "/no-such-page/")

    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate("document.body.classList.contains('nhsuk-frontend-supported')")
    assert page.evaluate("getComputedStyle(document.body).fontFamily").lower().startswith("arial")
    assert [a for a in requested if not a.startswith(live_server.url)] == []
    assert [text for text in complaints if "404" not in text] == []


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(page, live_server):
    page.goto(live_server.url + "/no-such-page/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to main content"

    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "maincontent"


@pytest.mark.parametrize("path", ["/admin/", "/admin/auth/user/", "/admin/auth/user/add/"])
def test_the_admin_breaks_no_policy(page, live_server, complaints, admin_user, client, path):
    client.force_login(admin_user)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    page.context.add_cookies([{**cookie, "url": live_server.url}])

    page.goto(live_server.url + path)

    assert page.locator("#user-tools").is_visible()
    assert complaints == []
