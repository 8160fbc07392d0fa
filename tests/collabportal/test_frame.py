"""The header and footer of every public page."""

import re

import pytest
from django.shortcuts import render

from tests.pages import get


@pytest.fixture
def framed(rf):
    def at(path):
        return render(rf.get(path), "layouts/base.jinja").content.decode()

    return at


def current(page):
    return re.findall(r'href="([^"]*)" aria-current="([^"]*)"', page)


def test_the_menu_marks_the_page_itself(framed):
    assert current(framed("/organisations/")) == [("/organisations/", "page")]


def test_the_menu_marks_the_section_a_page_is_in(framed):
    assert current(framed("/organisations/some-trust/")) == [("/organisations/", "true")]


def test_the_menu_marks_nothing_elsewhere(framed):
    assert current(framed("/privacy/")) == []


def test_programs_find_the_feed_from_every_page(framed):
    assert (
        '<link rel="alternate" type="application/atom+xml" title="Updates" href="/updates.atom">'
        in framed("/organisations/")
    )


def test_the_logo_is_for_those_who_may_use_it(framed, settings):
    assert "nhsuk-header__logo" not in framed("/")

    settings.NHS_LOGO = True

    assert '<svg class="nhsuk-header__logo"' in framed("/")


def test_the_search_is_labelled_and_stays_here(framed):
    header = framed("/")

    assert 'action="/search/" method="get"' in header
    assert re.search(r'<label[^>]*for="search-field">\s*Search the directory\s*</label>', header)
    assert 'id="search-field" name="q"' in header


def test_the_footer_leads_to_what_every_service_must_say(framed):
    footer = framed("/").split("<footer")[1]

    assert re.findall(r'href="([^"]*)"', footer) == [
        "/about/",
        "/updates/",
        "/data/",
        "/accessibility/",
        "/privacy/",
        "/admin/",
    ]


def test_what_a_page_takes_no_notice_of_is_named(framed):
    page = framed("/about/?colour=%3Cb%3E&utm_source=mail&empty=")

    assert "There is nothing called “colour” to choose here." in page
    assert page.count("to choose here") == 1
    assert "to choose here" not in framed("/about/")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/board-questions/", "/insights/landscape/", "/maturity/"])
def test_pages_without_filters_say_so(client, path):
    assert "There is nothing called “q” to choose here." in get(client, f"{path}?q=x")
