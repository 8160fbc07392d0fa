"""The home page, and what every NHS service must say about itself."""

import datetime
import re

import pytest
import time_machine

from tests.directory import factories as make
from tests.pages import FOUL, assert_sound, get, main, section, seen

pytestmark = pytest.mark.django_db


def figures(page):
    pairs = re.findall(r"<dt[^>]*>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>", page, re.DOTALL)
    return {seen(label): seen(number) for label, number in pairs}


class TestHome:
    def test_the_main_numbers_are_counted_now(self, client):
        system = make.system()
        closed = make.system("North West London", "QRV", closed=datetime.date(2026, 3, 31))
        make.system_succession(closed, make.system("West and North London", "Z9B2Z"))
        north = make.collaborative("North", systems=[system], innovator=True)
        south = make.collaborative("South")
        trust = make.organisation()
        for collaborative in (north, south):
            make.membership(collaborative, trust)
        make.membership(south, make.organisation("Past member"), until="2020")
        assert figures(get(client, "/")) == {
            "collaboratives": "2",
            "member organisations": "1",
            "of 2 systems covered": "1",
            "in the innovators scheme": "1",
        }

    def test_a_number_and_the_list_it_leads_to_agree(self, client):
        hidden = make.collaborative("Hidden", published=False)
        make.membership(hidden, make.organisation("Birch Trust"))
        make.membership(make.collaborative(), make.organisation())
        page = get(client, "/")
        assert figures(page)["member organisations"] == "1"
        assert 'href="/organisations/?collaborating=yes"' in page
        assert "1 organisation" in main(get(client, "/organisations/?collaborating=yes"))

    def test_the_search_box_leads_to_the_list(self, client):
        page = get(client, "/")
        assert '<form action="/collaboratives/" method="get" role="search"' in page
        assert 'id="home-search" name="q"' in page

    def test_the_ways_in_show_their_counts(self, client):
        collaborative = make.collaborative(regions=[make.region()], sectors=[make.sector()])
        make.arrangement(collaborative, make.governance_model())
        make.interest(collaborative, themes=[make.theme()])
        make.theme("Digital")
        page = get(client, "/")
        assert section(page, "by-region") == "By region London, by region 1 collaborative"
        assert "Acute, by sector 1 collaborative" in section(page, "by-sector")
        assert "Committees in common, by governance 1" in section(page, "by-governance")
        assert section(page, "by-theme") == "By theme Workforce, by theme 1 collaborative"
        for address in (
            "region=london",
            "sector=acute",
            "governance=committees-in-common",
            "theme=workforce",
        ):
            assert f'href="/collaboratives/?{address}"' in page

    def test_the_last_updated_come_first(self, client):
        for day in range(1, 8):
            with time_machine.travel(datetime.datetime(2026, 11, day, 12, tzinfo=datetime.UTC)):
                make.collaborative(f"Alliance {day}")
        recent = main(get(client, "/")).split("Recently updated")[1]
        assert recent.startswith(" Alliance 7 7 November 2026 Alliance 6 6 November 2026")
        assert "Alliance 2" not in recent

    def test_an_empty_directory_has_a_home_page(self, client):
        page = get(client, "/")
        assert_sound(page)
        assert "No collaborative has been published yet" in main(page)

    def test_no_draft_shows_and_none_is_counted(self, client):
        hidden = make.collaborative("Draft", published=False, regions=[make.region()])
        make.membership(hidden, make.organisation())
        page = get(client, "/")
        assert "Draft" not in page
        assert set(figures(page).values()) == {"0"}
        assert section(page, "by-region") == "By region Nothing here yet"

    def test_foul_text_is_shown_as_text(self, client):
        place = {"regions": [make.region(FOUL, slug="foul")], "sectors": [make.sector(FOUL)]}
        make.interest(make.collaborative(FOUL, **place), themes=[make.theme(FOUL)])
        page = get(client, "/")
        assert "<script>alert" not in page
        assert "<img" not in page
        assert main(page).count(FOUL) == 4


class TestAbout:
    def test_every_publication_has_its_place(self, client):
        for title, reference in (("A briefing", False), ("A register", True)):
            make.publication(title, reference=reference, date="2023-12", authors="A. N. Author")
        page = get(client, "/about/")
        assert "A briefing NHS Providers, December 2023. Briefing. By A. N. Author." in section(
            page, "briefings"
        )
        assert "A register" in section(page, "reference-data")
        assert 'id="a-briefing"' in page
        assert_sound(page)

    def test_it_takes_two_queries(self, client, django_assert_num_queries):
        for n in range(20):
            make.publication(f"Briefing {n}")
        with django_assert_num_queries(2):
            client.get("/about/")

    def test_foul_text_is_shown_as_text(self, client):
        make.publication(FOUL, authors=FOUL, description=FOUL)
        page = get(client, "/about/")
        assert "<script>alert" not in page
        assert main(page).count(FOUL) == 3


@pytest.mark.parametrize("address", ["/about/", "/accessibility/", "/privacy/"])
def test_the_people_to_write_to_are_named_once_they_are_known(client, settings, address):
    assert "They have not published an address" in main(get(client, address))
    settings.CONTACT_EMAIL = "portal@example.org"
    assert 'href="mailto:portal@example.org"' in get(client, address + "?again")


def test_privacy_says_what_stands_in_downloads_and_how_to_have_it_removed(client):
    words = main(get(client, "/privacy/"))
    assert "no cookies for readers" in words
    assert "Downloads carry the role and the name, and leave out a named person’s e-mail" in words
    assert "Addresses of shared mailboxes are in the downloads" in words
    assert "Have your details changed or removed" in words


def test_the_accessibility_statement_says_what_is_untested(client):
    words = main(get(client, "/accessibility/"))
    assert "version 2.2 at level AA" in words
    assert "These have not been tested yet: use with screen readers" in words
