"""What goes on in a region, in a system, under a theme."""

import datetime

import pytest
import time_machine

from tests.directory import factories as make
from tests.pages import FOUL, MOST_QUERIES, assert_sound, facts, get, main, queries, section, table

pytestmark = pytest.mark.django_db

TODAY = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)
LAST_DAY = datetime.date(2026, 3, 31)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def london():
    return make.region()


class TestRegion:
    def test_it_lists_its_own_collaboratives_by_name(self, client, london):
        sectors = [make.sector("Acute", order=1)]
        south = make.collaborative("South", short_name="SLP", regions=[london], sectors=sectors)
        make.collaborative("North", regions=[london])
        make.collaborative("Elsewhere")
        make.membership(south, make.organisation())
        page = get(client, "/regions/london/")
        assert table(page, "work in London") == [
            ["North", "Not stated in the sources", "Not stated in the sources"],
            ["South (SLP)", "Acute", "1"],
        ]
        assert 'href="/collaboratives/?region=london"' in page

    def test_members_told_of_in_words_only_are_told_so(self, client, london):
        north = make.collaborative("North", regions=[london])
        make.statement(north, field="membership", value="All trusts of the system")
        page = get(client, "/regions/london/")
        assert table(page, "work in London")[0][2] == "All trusts of the system"

    def test_a_members_place_does_not_make_it_the_collaboratives(self, client, london):
        trust = make.organisation(system=make.system(region=london))
        make.membership(make.collaborative("Elsewhere"), trust)
        page = get(client, "/regions/london/")
        assert "No published collaborative works in this region" in main(page)
        assert "Alder Trust" in main(page)

    def test_open_systems_are_told_from_closed_ones(self, client, london):
        old = make.system("North Central London", "QMJ", region=london, closed=LAST_DAY)
        new = make.system("West and North London", "Z9B2Z", region=london)
        make.system_succession(old, new)
        make.collaborative("North", regions=[london], systems=[old, new])
        page = get(client, "/regions/london/")
        assert [row[0] for row in table(page, "systems of the region")] == [
            "West and North London [Source 1a]"
        ]
        assert (
            "North Central London closed on 31 March 2026; all of it is now in "
            "West and North London [Source 1a]"
        ) in main(page)

    def test_it_counts_the_collaboratives_of_each_theme(self, client, london):
        north = make.collaborative("North", regions=[london])
        for text, kind in (("Rotas", "priority"), ("A bank", "share")):
            make.interest(
                north, text, kind=kind, themes=[make.Theme.objects.first() or make.theme()]
            )
        page = get(client, "/regions/london/")
        assert "Workforce 1 collaborative" in main(page)
        assert 'href="/collaboratives/?region=london&amp;theme=workforce"' in page


class TestSystem:
    def test_it_says_where_it_is_and_what_it_came_from(self, client, london):
        old = make.system("Frimley", "QNQ", region=london, closed=LAST_DAY)
        new = make.system("Thames Valley", "S0E4D", opened=datetime.date(2026, 4, 1))
        make.system_succession(old, new, share="part")
        shown = facts(get(client, "/systems/thames-valley/"))
        assert shown["Region"] == "London [Source 1a]"
        assert shown["ODS code of its board"] == "S0E4D [Source 1a]"
        assert shown["Opened"] == "1 April 2026 [Source 1a]"
        assert shown["Came from"] == "part of Frimley [Source 1a]"

    def test_a_closed_one_lists_what_is_now_in_its_successors(self, client, london):
        old = make.system("Frimley", "QNQ", region=london, closed=LAST_DAY)
        for name, code in (("Thames Valley", "S0E4D"), ("Surrey and Sussex", "S9B9J")):
            new = make.system(name, code)
            make.system_succession(old, new, share="part")
            make.collaborative(f"In {name}", systems=[new])
        page = get(client, "/systems/frimley/")
        assert (
            "Important: Closed on 31 March 2026 Parts of it are now in: "
            "Surrey and Sussex [Source 1a] Thames Valley [Source 1a]"
        ) in main(page)
        assert "No published collaborative names this system" in main(page)
        assert [row[0] for row in table(page, "in what it became")] == [
            "In Surrey and Sussex",
            "In Thames Valley",
        ]

    @pytest.mark.parametrize("slug", ["frimley", "thames-valley"])
    def test_it_lists_what_its_filter_finds(self, client, london, slug):
        old = make.system("Frimley", "QNQ", region=london, closed=LAST_DAY)
        new = make.system("Thames Valley", "S0E4D")
        make.system_succession(old, new, share="whole")
        make.collaborative("Old Alliance", systems=[old])
        make.collaborative("New Alliance", systems=[new])
        make.organisation("Alder Trust", system=old)
        page = get(client, f"/systems/{slug}/")
        found = get(client, f"/collaboratives/?system={slug}")
        for name in ("Old Alliance", "New Alliance"):
            assert name in main(page)
            assert name in main(found)
        assert "Alder Trust" in main(page)
        assert "Alder Trust" in main(get(client, f"/organisations/?system={slug}"))

    def test_all_of_it_may_be_in_one_successor(self, client, london):
        old = make.system("North Central London", "QMJ", region=london, closed=LAST_DAY)
        make.system_succession(old, make.system("West and North London", "Z9B2Z"))
        assert "All of it is now in: West and North London" in main(
            get(client, "/systems/north-central-london/")
        )

    def test_it_lists_its_organisations_and_marks_the_closed(self, client, london):
        system = make.system()
        make.organisation("Alder Trust", system=system)
        make.organisation("Birch Trust", system=system, closed=LAST_DAY)
        assert "Alder Trust Birch Trust (closed)" in main(get(client, f"/systems/{system.slug}/"))


class TestTheme:
    def test_it_says_who_has_it_in_which_list(self, client):
        theme = make.theme(description="Staff.")
        north, south = make.collaborative("North"), make.collaborative("South")
        make.interest(south, "Rotas", themes=[theme])
        make.interest(north, "Passports", themes=[theme])
        make.interest(north, "A bank", kind="share", themes=[theme])
        make.interest(north, "Cancer", themes=[make.theme("Cancer")])
        page = get(client, "/themes/workforce/")
        assert section(page, "list-priority") == (
            "Who has it as a current priority North Passports [Source 1a] South Rotas [Source 1a]"
        )
        assert section(page, "list-share") == "Who has learning to share North A bank [Source 1a]"
        assert section(page, "list-search") == (
            "Who is searching for learning Nobody, as far as the sources say."
        )
        assert "Cancer" not in main(page)


@pytest.mark.parametrize("address", ["/regions/london/", "/systems/north-east-london/"])
def test_a_long_list_is_cut_and_leads_to_all_of_it(client, address):
    system = make.system()
    for n in range(51):
        make.collaborative(f"Alliance {n:02}", regions=[system.region], systems=[system])
        make.organisation(f"Trust {n:02}", system=system)
    words = main(get(client, address))
    assert "Alliance 49" in words
    assert "Alliance 50" not in words
    assert "See all 51 collaboratives" in words
    assert "See all 51 organisations" in words


def test_a_theme_of_very_many_says_how_many(client):
    theme, north = make.theme(), make.collaborative()
    for n in range(51):
        make.interest(north, f"Line {n:02}", order=n, themes=[theme])
    words = main(get(client, "/themes/workforce/"))
    assert "These are the first 50 of 51." in words
    assert "Line 50" not in words


@pytest.mark.parametrize("kind", ["regions", "systems", "themes"])
def test_an_unknown_one_is_not_found(client, kind):
    assert client.get(f"/{kind}/nowhere/").status_code == 404


def place_and_theme(words="Thing"):
    """A region, an open system in it, a theme, and a system of it that has closed."""
    system = make.system(f"{words} system", slug="s")
    closed = make.system(f"{words} old", "OLD", slug="old", closed=LAST_DAY)
    return system.region, system, make.theme(f"{words} theme", slug="t"), closed


def furnish(places, numbers, words="Thing"):
    """Give each of them one of everything for each of these numbers."""
    region, system, theme, closed = places
    for n in numbers:
        new = make.system(f"{words} new {n}", f"N{n:02}", slug=f"new-{n}")
        make.system_succession(closed, new)
        make.system_succession(make.system(f"Past {n}", f"P{n:02}", closed=LAST_DAY), system)
        systems, sectors = [system, closed, new], [make.sector(f"{words} {n}", slug=f"x-{n}")]
        entry = make.collaborative(
            f"{words} {n}", slug=f"c-{n}", regions=[region], systems=systems, sectors=sectors
        )
        make.organisation(f"{words} {n}", slug=f"o-{n}", system=system)
        for kind in make.Interest.Kind.values:
            make.interest(entry, f"{words} {n}", kind=kind, themes=[theme])


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_a_page_takes_as_many_queries_however_much_there_is(client, place):
    places = place_and_theme()
    address = places[place].get_absolute_url()
    furnish(places, [0])
    few = queries(client, address)
    furnish(places, range(1, 20))
    assert queries(client, address) == few <= MOST_QUERIES
    assert_sound(get(client, address))


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_foul_text_is_shown_as_text(client, place):
    places = place_and_theme(FOUL)
    furnish(places, [0], FOUL)
    page = get(client, places[place].get_absolute_url())
    assert "<script>alert" not in page
    assert "<img" not in page
    assert FOUL in main(page)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_no_draft_shows(client, place):
    system, theme = make.system(), make.theme()
    hidden = make.collaborative("Draft", published=False, regions=[system.region], systems=[system])
    make.interest(hidden, "Draft line", themes=[theme])
    make.organisation("Draft Trust", published=False, system=system)
    address = (system.region, system, theme)[place].get_absolute_url()
    words = main(get(client, address))
    assert "Draft" not in words
    assert "1 collaborative" not in words
    assert place == 2 or "Workforce" not in words
