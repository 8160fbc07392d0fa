"""Every kind of page with the briefings' own data, its long names and gaps, in a real browser."""

import pytest
from django.db.models import Count
from django.urls import resolve

from collabportal.urls import SERVICE_PAGES
from directory.models import Collaborative, GovernanceModel, Organisation, System, Theme
from directory.urls import urlpatterns

from .visitor import DESKTOP, NARROWEST, PHONE

pytestmark = pytest.mark.django_db


def address(things):
    return things.first().get_absolute_url()


def collaboratives():
    """The most is said of the first, the least of the last."""
    facts = [Count(name, distinct=True) for name in ("memberships", "interests", "arrangements")]
    return Collaborative.objects.published().annotate(facts=sum(facts)).order_by("-facts", "pk")


def organisations():
    return Organisation.objects.published().annotate(n=Count("memberships")).order_by("-n", "pk")


PAGES = {
    "home": lambda: "/",
    "collaboratives": lambda: "/collaboratives/",
    "collaboratives, filtered": lambda: (
        "/collaboratives/?region=midlands&region=london&footprint=system&q=trust&sort=-members"
    ),
    "collaboratives of a closed system": lambda: (
        f"/collaboratives/?system={System.objects.exclude(closed=None).first().slug}"
    ),
    "collaboratives, bad address": lambda: "/collaboratives/?region=atlantis&sort=up&page=none",
    "collaboratives, nothing found": lambda: "/collaboratives/?region=london&q=zzzz",
    "organisations": lambda: "/organisations/",
    "organisations, last page": lambda: "/organisations/?page=99",
    "rich profile": lambda: address(collaboratives()),
    "sparse profile": lambda: address(collaboratives().reverse()),
    "organisation": lambda: address(organisations().filter(closed=None)),
    "closed organisation": lambda: address(organisations().exclude(closed=None)),
    "region": lambda: "/regions/midlands/",
    "system": lambda: address(System.objects.filter(closed=None)),
    "closed system": lambda: address(System.objects.exclude(closed=None)),
    "theme": lambda: address(Theme.objects.annotate(n=Count("interests")).order_by("-n")),
    "governance": lambda: "/governance/",
    "governance model": lambda: address(
        GovernanceModel.objects.published().annotate(n=Count("arrangements")).order_by("-n")
    ),
    "innovators": lambda: "/innovators/",
    "about": lambda: "/about/",
    "accessibility": lambda: "/accessibility/",
    "privacy": lambda: "/privacy/",
    "not found": lambda: "/no-such-page/",
}


def test_no_kind_of_page_is_left_out(site):
    every = {pattern.name for pattern in [*SERVICE_PAGES, *urlpatterns] if is_page(pattern)}
    addresses = [page().partition("?")[0] for name, page in PAGES.items() if name != "not found"]
    assert {resolve(address).url_name for address in addresses} == every


def is_page(pattern):
    """Whether it is no download."""
    route = str(pattern.pattern)
    return not route or route.endswith("/")


@pytest.mark.parametrize("name", PAGES)
def test_a_real_page_is_accessible_fits_and_asks_nobody_else(visitor, name):
    answer = visitor.opens(PAGES[name](), DESKTOP)
    if name == "not found":
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
