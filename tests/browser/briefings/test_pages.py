"""Every kind of page with the briefings' own data, its long names and gaps, in a real browser."""

import pytest
from django.db.models import Count
from django.urls import resolve

from casestudies.models import CaseStudy
from directory.models import Collaborative, GovernanceModel, Organisation, System, Theme
from insights.models import Survey
from library.models import Publication
from tests.collabportal.test_public_addresses import routes

from .visitor import DESKTOP, NARROWEST, PHONE

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("site")]


def address(things):
    return things.first().get_absolute_url()


def collaboratives():
    """The most is said of the first, the least of the last."""
    facts = [Count(name, distinct=True) for name in ("memberships", "interests", "arrangements")]
    return Collaborative.objects.published().annotate(facts=sum(facts)).order_by("-facts", "pk")


def organisations():
    return Organisation.objects.published().annotate(n=Count("memberships")).order_by("-n", "pk")


# Everything that has no slug in its address is opened as it is; these are all else.
KINDS = {
    "a rich profile": lambda: address(collaboratives()),
    "a sparse profile": lambda: address(collaboratives().reverse()),
    "an organisation": lambda: address(organisations().filter(closed=None)),
    "a closed organisation": lambda: address(organisations().exclude(closed=None)),
    "a region": lambda: "/regions/midlands/",
    "a system": lambda: address(System.objects.filter(closed=None)),
    "a closed system": lambda: address(System.objects.exclude(closed=None)),
    "a theme": lambda: address(Theme.objects.annotate(n=Count("interests")).order_by("-n")),
    "a governance model": lambda: address(
        GovernanceModel.objects.published().annotate(n=Count("arrangements")).order_by("-n")
    ),
    "a case study": lambda: address(CaseStudy.objects.published()),
    "a survey": lambda: address(Survey.objects.published()),
    "a resource": lambda: address(Publication.objects.published()),
}
STATES = {
    "a filtered list": (
        "/collaboratives/?region=midlands&region=london&footprint=system&q=trust&sort=-members"
    ),
    "a list of what became of a closed system": "/collaboratives/?system=frimley",
    "a list asked for with a bad address": "/collaboratives/?region=atlantis&sort=up&page=none",
    "a list of nothing": "/collaboratives/?region=london&q=zzzz",
    "what is found everywhere": "/search/?q=mental+health",
    "the last page of a list": "/organisations/?page=99",
    "no page": "/no-such-page/",
}
FIXED = ["/" + route for route in routes() if "<" not in route and f"/{route}".endswith("/")]
PAGES = KINDS | STATES | {path: path for path in FIXED}


def test_no_kind_of_page_is_left_out(visitor):
    kinds = {resolve(page()).route for page in KINDS.values()}
    assert kinds == {route for route in routes() if "<" in route}


@pytest.mark.parametrize("name", PAGES)
def test_a_real_page_is_accessible_fits_and_asks_nobody_else(visitor, name):
    place = PAGES[name]
    answer = visitor.opens(place() if callable(place) else place, DESKTOP)
    if name == "no page":
        assert answer.status == 404
        visitor.complaints.clear()  # the console names the status
    else:
        assert answer.status == 200
    visitor.sees_it_fit()
    visitor.sees_a_sound_page()

    visitor.opens_every_part()
    for width in (PHONE, NARROWEST):
        visitor.looks_at(width)
        visitor.sees_it_fit()
    visitor.looks_at(PHONE)
    visitor.sees_a_sound_page()
