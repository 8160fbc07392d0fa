"""The sitemap, who may read what, and whom to tell of a hole."""

import datetime
import re
from xml.etree import ElementTree

import pytest

from tests.collabportal.test_public_addresses import PAGES
from tests.directory import factories as make
from tests.everything import one_of_everything

pytestmark = pytest.mark.django_db

NOT_FOR_INDEXES = {"/search/", "/governance/compare/"}  # pages that are answers to a question


def text(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["ETag"]
    return response.content.decode()


def mapped(client):
    """The addresses in the sitemap with their last day of change, without the site."""
    tree = ElementTree.fromstring(text(client, "/sitemap.xml"))
    name = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    return {
        url.find("s:loc", name).text.removeprefix("http://testserver"): url.findtext(
            "s:lastmod", "", name
        )
        for url in tree.findall("s:url", name)
    }


def test_the_sitemap_holds_every_public_page(client):
    one_of_everything()
    assert set(PAGES) - NOT_FOR_INDEXES <= set(mapped(client))


def test_every_address_in_the_sitemap_is_a_page(client):
    one_of_everything()
    assert [a for a in mapped(client) if client.get(a).status_code != 200] == []


def test_a_published_thing_says_when_it_was_last_edited(client):
    entry = make.collaborative()
    assert mapped(client)[entry.get_absolute_url()] == f"{entry.updated:%Y-%m-%d}"


def test_no_draft_is_in_the_sitemap(client):
    for make_one in (make.collaborative, make.organisation, make.governance_model):
        draft = make_one("Hidden", published=False)
        assert draft.get_absolute_url() not in mapped(client)


def test_the_sitemap_takes_as_many_queries_however_long_it_is(
    client, django_assert_max_num_queries
):
    for number in range(30):
        make.collaborative(f"Alliance {number}")
    with django_assert_max_num_queries(15):
        mapped(client)


@pytest.mark.parametrize("page", ["0", "-1", "abc", "9" * 30])
def test_a_page_the_sitemap_does_not_have_is_not_found(client, page):
    assert client.get("/sitemap.xml", {"p": page}).status_code == 404


def test_robots_may_read_all_but_the_curators_part(client):
    lines = text(client, "/robots.txt").splitlines()
    assert lines[:2] == ["User-agent: *", "Disallow: /admin/"]
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"


class TestSecurity:
    def test_it_leads_to_how_to_report(self, client):
        page = text(client, "/.well-known/security.txt")
        assert "Contact: http://testserver/about/#security\n" in page
        assert "Canonical: http://testserver/.well-known/security.txt\n" in page
        assert 'id="security"' in text(client, "/about/")

    def test_a_mailbox_comes_first_where_there_is_one(self, client, settings):
        settings.CONTACT_EMAIL = "portal@example.org"
        first = text(client, "/.well-known/security.txt").splitlines()[0]
        assert first == "Contact: mailto:portal@example.org"

    def test_it_expires_within_a_year_and_not_soon(self, client):
        day = re.search(r"Expires: (\S+)T", text(client, "/.well-known/security.txt")).group(1)
        left = datetime.date.fromisoformat(day) - datetime.date.today()
        assert 30 < left.days < 365
