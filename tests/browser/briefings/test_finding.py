"""Journeys of people who look for a collaborative: by filters, words or keyboard, on a phone."""

import pytest
from django.db.models import Count

from directory.models import Organisation

from .visitor import PHONE

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("site")]

LIST = "/collaboratives/"


def test_finding_by_filter_and_downloading_what_is_seen(visitor):
    visitor.opens(LIST)
    everything = visitor.found

    visitor.ticks("London")
    visitor.applies_filters()

    assert visitor.path.startswith("/collaboratives/?")
    assert "region=london" in visitor.path
    assert 0 < visitor.found < everything
    assert visitor.heading == f"{visitor.found} collaboratives"
    assert visitor.page.title().startswith(visitor.heading)
    assert visitor.chips == ["Region: London"]

    rows = visitor.downloads("CSV of Collaboratives")
    assert [row["Name"] for row in rows] == visitor.results
    assert len(rows) == visitor.found
    assert all("London" in row["Region(s)"] for row in rows)
    visitor.sees_a_sound_page()


def test_two_options_of_a_filter_find_either_and_two_filters_find_both(visitor):
    visitor.opens(LIST)
    visitor.ticks("London")
    visitor.applies_filters()
    in_london = set(visitor.results)

    visitor.ticks("Midlands")
    visitor.applies_filters()
    in_either = set(visitor.results)
    assert in_london < in_either

    visitor.ticks("Acute")
    visitor.applies_filters()
    assert set(visitor.results) < in_either
    assert visitor.chips == ["Region: London", "Region: Midlands", "Sector: Acute"]


def test_finding_by_words_from_the_home_page(visitor):
    visitor.opens("/")
    visitor.page.get_by_label("Name, member, place or subject").fill("nenc")
    visitor.leaves_by(visitor.page.get_by_role("button", name="Search the directory"))

    assert visitor.results[0] == "North East and North Cumbria Provider Collaborative"
    assert "“nenc”" in visitor.heading

    visitor.follows(visitor.results[0])
    assert visitor.heading.startswith("North East and North Cumbria Provider Collaborative")
    visitor.sees_a_sound_page()


def test_words_that_find_nothing_show_a_way_out(visitor):
    visitor.opens(f"{LIST}?region=london")
    in_london = visitor.found

    visitor.searches("zzzz")
    assert visitor.found == 0

    visitor.follows("leave out the words “zzzz”")
    assert visitor.found == in_london


def test_removing_a_chip_removes_that_filter_alone(visitor):
    visitor.opens(f"{LIST}?region=london&region=midlands&sector=acute&sort=-name")

    visitor.removes("Region: London")

    assert visitor.chips == ["Region: Midlands", "Sector: Acute"]
    assert "sort=-name" in visitor.path
    assert visitor.results == sorted(visitor.results, reverse=True)

    visitor.follows("Clear all filters")
    assert visitor.chips == []
    assert visitor.path == LIST


def test_paging_keeps_the_filters(visitor):
    visitor.opens("/organisations/?kind=nhs-foundation-trust&sort=-name")
    total, first = visitor.found, visitor.results
    assert total > len(first) == 20

    visitor.leaves_by(visitor.page.get_by_role("link", name="Next page"))

    assert visitor.found == total
    assert visitor.chips == ["Kind: NHS foundation trust"]
    assert "page 2" in visitor.page.title()
    assert visitor.results
    assert not set(visitor.results) & set(first)
    assert [*first, *visitor.results] == sorted([*first, *visitor.results], reverse=True)

    visitor.leaves_by(visitor.page.get_by_role("link", name="Previous page"))
    assert visitor.results == first


def test_a_filter_chosen_on_a_later_page_begins_at_the_first(visitor):
    visitor.opens("/organisations/?page=2")

    visitor.searches("trust")

    assert "page=2" not in visitor.path
    assert visitor.page.title().startswith(visitor.heading)


def test_a_profile_is_reached_by_keyboard_alone(visitor):
    visitor.opens(LIST)
    visitor.tabs_to("Skip to main content")
    visitor.presses("Enter")
    visitor.tabs_to("London")
    visitor.presses("Space")
    visitor.tabs_to("Apply filters")
    visitor.presses("Enter")
    visitor.page.wait_for_url("**region=london**")
    first = visitor.results[0]

    visitor.tabs_to("Skip to main content")
    visitor.presses("Enter")
    visitor.tabs_to(first)
    visitor.presses("Enter")
    visitor.page.wait_for_url("**/collaboratives/*/")

    assert visitor.heading.startswith(first)


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_everything_works_without_scripts(visitor_without_scripts, width):
    visitor = visitor_without_scripts
    visitor.opens(LIST, width)
    everything = visitor.found
    assert visitor.sees("label:has-text('London')") == (width != PHONE)
    if width == PHONE:
        visitor.opens_part("Show filters")

    visitor.ticks("London")
    visitor.applies_filters()

    assert 0 < visitor.found < everything
    rows = visitor.downloads("CSV of Collaboratives")
    assert [row["Name"] for row in rows] == visitor.results

    visitor.follows(visitor.results[0])
    assert visitor.heading.startswith(rows[0]["Name"])


def test_results_come_first_on_a_phone_and_the_filters_say_what_is_chosen(visitor):
    visitor.opens(f"{LIST}?region=london", PHONE)

    assert not visitor.sees("label:has-text('Midlands')")
    assert visitor.chips == ["Region: London"]

    visitor.opens_part("Show filters")
    assert visitor.has_ticked("London")
    visitor.sees_a_sound_page()


def test_a_member_leads_to_the_other_collaboratives_it_is_in(visitor):
    busiest = Organisation.objects.published().annotate(n=Count("memberships")).order_by("-n", "pk")
    name = busiest[0].name
    visitor.opens(busiest[0].get_absolute_url())
    listed = visitor.page.locator("#collaboratives ~ table th a[href^='/collaboratives/']")
    first, other = listed.all_inner_texts()[:2]

    visitor.follows(first)
    visitor.follows(name)
    assert visitor.heading == name
    visitor.follows(other)

    assert visitor.heading.startswith(other)
    assert name in visitor.page.locator("#members + table").inner_text()


def test_on_paper_there_is_the_entry_and_no_way_round_the_site(visitor):
    visitor.opens(LIST)
    visitor.follows(visitor.results[0])
    around = [".nhsuk-header__navigation", ".nhsuk-breadcrumb", ".nhsuk-footer"]
    assert [part for part in around if not visitor.sees(part)] == []

    visitor.page.emulate_media(media="print")

    assert [part for part in around if visitor.sees(part)] == []
    assert visitor.sees("h1")
    assert visitor.sees("#sources")


def test_a_printed_list_has_its_results_and_not_its_form(visitor):
    visitor.opens(LIST)

    visitor.page.emulate_media(media="print")

    assert not visitor.sees(".app-list__form")
    assert not visitor.sees(".app-downloads")
    assert visitor.sees(".app-result__title")
