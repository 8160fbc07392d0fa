"""Every public address, found in the URL configuration: a new one fails until it is listed here."""

import re

import pytest
from django.urls import URLResolver, get_resolver

from tests.everything import one_of_everything
from tests.pages import MOST_QUERIES, assert_sound, seen

pytestmark = pytest.mark.django_db

EXAMPLES = {
    "case-studies/<slug:slug>/": "case-studies/sharing-staff/",
    "collaboratives/<slug:slug>/": "collaboratives/northern-alliance/",
    "insights/<slug:slug>/": "insights/survey-of-leaders/",
    "organisations/<slug:slug>/": "organisations/alder-trust/",
    "regions/<slug:slug>/": "regions/london/",
    "systems/<slug:slug>/": "systems/north-east-london/",
    "themes/<slug:slug>/": "themes/workforce/",
    "governance/<slug:slug>/": "governance/committees-in-common/",
    "governance/compare.csv": "governance/compare.csv?m=committees-in-common&m=joint-committee",
    "governance/compare.csv-metadata.json": (
        "governance/compare.csv-metadata.json?m=committees-in-common&m=joint-committee"
    ),
    "resources/<slug:slug>/": "resources/working-together/",
}


def routes(patterns=None, prefix=""):
    """Every route of the portal but the admin's."""
    for pattern in patterns or get_resolver().url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if not route.startswith("admin/"):
                yield from routes(pattern.url_patterns, route)
        else:
            yield route


ADDRESSES = sorted({"/" + EXAMPLES.get(route, route) for route in routes()})
PAGES = [address for address in ADDRESSES if address.endswith("/")]


@pytest.fixture
def directory():
    return one_of_everything()


def test_every_route_has_an_example():
    assert [address for address in ADDRESSES if "<" in address] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_answers_and_sets_no_cookie(client, directory, address):
    response = client.get(address)
    response.getvalue()
    assert response.status_code == 200
    assert not response.cookies


@pytest.mark.parametrize("address", PAGES)
def test_a_page_keeps_to_its_queries_even_when_nothing_is_remembered(
    client, django_assert_max_num_queries, directory, address
):
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(address)


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_can_be_sent_to_it(client, directory, address):
    response = client.post(address)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_sound(client, directory, address):
    page = client.get(address).content.decode()
    assert_sound(page)
    assert "style=" not in page
    assert not re.search(r"<script(?! type=\"module\")[^>]*>(?!document\.body)", page)


def test_every_title_is_its_own(client, directory):
    titles = [
        seen(re.search("<title>(.*?)</title>", client.get(address).content.decode()).group(1))
        for address in PAGES
    ]
    assert len(set(titles)) == len(PAGES), sorted(titles)
    assert all(title.endswith("Provider collaboratives directory") for title in titles)
