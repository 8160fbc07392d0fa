"""A curator of a large directory waits no longer than one of a small one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.models import Collaborative, Interest, Membership, Organisation
from tests.directory import factories as make
from tests.directory.admin.pages import Page, address, list_of, text_of

pytestmark = pytest.mark.django_db


def with_facts(number):
    """A collaborative with so many members, and half as many priorities again."""
    alliance = make.collaborative(f"With {number}")
    theme = make.theme(f"Theme {number}")
    for n in range(number):
        make.membership(alliance, make.organisation(f"Trust {number}-{n}"))
    for n in range(number * 3 // 2):
        make.interest(alliance, f"Line {n}", themes=[theme])
    return alliance


def queries(act):
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


@pytest.mark.parametrize("view", ["change", "history"])
def test_a_page_costs_the_same_queries_for_few_facts_and_for_many(ada, view):
    few, many = address(with_facts(2), view), address(with_facts(8), view)
    ada.get(few)  # what is read once a process

    assert queries(lambda: ada.get(many)) == queries(lambda: ada.get(few)) <= 40


def test_saving_a_change_costs_the_same_queries_for_few_facts_and_for_many(ada):
    pages = [Page(ada, with_facts(number)) for number in (2, 8)]
    for page in pages:
        page["summary"] = "Changed."

    few, many = (queries(page.save) for page in pages)

    assert many == few


def test_a_refused_page_costs_the_same_queries_for_few_facts_and_for_many(ada):
    pages = [Page(ada, with_facts(number)) for number in (2, 8)]
    for page in pages:
        page["name"] = ""

    few, many = (queries(page.save) for page in pages)

    assert many == few


def test_a_page_offers_only_what_is_chosen_of_a_long_list(ada):
    alliance = make.collaborative()
    make.membership(alliance, make.organisation("Chosen"))
    for number in range(30):
        make.organisation(f"Not chosen {number}")

    assert "Not chosen" not in text_of(ada.get(address(alliance)))


def test_a_lookup_gives_a_page_at_a_time(ada):
    for number in range(30):
        make.organisation(f"Trust {number}")
    asked = "app_label=directory&model_name=membership&field_name=organisation&term=trust"

    found = ada.get(f"/admin/autocomplete/?{asked}").json()

    assert len(found["results"]) == 20
    assert found["pagination"]["more"]


def test_a_list_of_ten_thousand_is_paged_and_costs_the_same_queries(ada):
    where = list_of(Collaborative)
    make.collaborative("First", regions=[make.region()])
    few = queries(lambda: ada.get(where))
    Collaborative.objects.bulk_create(
        Collaborative(name=f"Alliance {n:05}", slug=f"a-{n}", summary="S", status="published")
        for n in range(10_000)
    )

    page = text_of(ada.get(where))

    assert queries(lambda: ada.get(where)) == few <= 30
    assert page.count('class="field-name"') == 50
    assert "10001 collaboratives" in page


def test_every_kind_of_thing_has_a_list_with_counts(ada):
    make.membership(make.collaborative(), make.organisation())

    assert "Published (1)" in text_of(ada.get(list_of(Collaborative)))
    assert "NHS foundation trust (1)" in text_of(ada.get(list_of(Organisation)))
    assert (Membership.objects.count(), Interest.objects.count()) == (1, 0)
