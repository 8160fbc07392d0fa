"""Whatever is typed or sent, the curator is told what is wrong with it."""

import datetime

import pytest

from directory.models import Collaborative, Membership
from tests.directory import factories as make
from tests.directory.admin.pages import Page, address, list_of, text_of

pytestmark = pytest.mark.django_db

HUGE = "9" * 30


def problems(response):
    return [problem.message for problem in response.context["problems"]]


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("name", "x\0y", "Null characters are not allowed"),
        ("name", "x" * 201, "at most 200 characters"),
        ("name", "", "This field is required"),
        ("slug", "two words", "valid “slug”"),
        ("established", "2019-13", "is none"),
        ("established", "spring", "is none"),
        ("population", HUGE, "less than or equal to"),
        ("population", "-1", "greater than or equal to 0"),
        ("last_verified", "tomorrow", "Enter a valid date"),
        ("status", "secret", "Select a valid choice"),
        ("regions", ["x"], "Select a valid choice"),
        ("regions", [HUGE], "Select a valid choice"),
        ("regions", ["\0"], "Select a valid choice"),
        ("regions", ["١"], "Select a valid choice"),
        ("part_of", HUGE, "Select a valid choice"),
        ("citations", ["1 OR 1=1"], "Select a valid choice"),
    ],
)
def test_a_foul_value_is_a_message_beside_its_field(ada, field, value, complaint):
    page = Page(ada, make.collaborative(published=False))
    page[field] = value

    response = page.save()

    assert response.status_code == 200
    assert any(complaint in problem for problem in problems(response)), problems(response)


@pytest.mark.parametrize(
    ("since", "until", "fine"),
    [
        ("2019-05", "2019-03", False),
        ("2020", "2019-03", False),
        ("2019-05-02", "2019-05-01", False),
        ("2019-05", "2019", True),
        ("2019", "2019-05-01", True),
        ("2019-05-01", "2019-05-01", True),
        ("", "2019", True),
    ],
)
def test_nothing_ends_before_it_begins(ada, since, until, fine):
    alliance = make.collaborative()
    page = Page(ada, alliance)
    row = {"organisation": make.organisation().pk, "role": "member"}
    page.add("memberships", since=since, until=until, citations=[make.citation().pk], **row)

    response = page.save()

    assert Membership.objects.exists() is fine
    if not fine:
        assert problems(response) == ["Member 1, To: It can't end before it begins."]


def test_a_fact_listed_twice_is_refused_by_name(ada):
    alliance, trust = make.collaborative(), make.organisation()
    make.membership(alliance, trust)
    page = Page(ada, alliance)
    page.add("memberships", organisation=trust.pk, role="lead", citations=[make.citation().pk])

    assert problems(page.save()) == ["Member 2, ‘Alder Trust’ is listed already."]


@pytest.mark.parametrize("maker", [make.organisation, make.system])
def test_nothing_succeeds_itself(ada, maker):
    thing = maker(closed=datetime.date(2026, 3, 31))
    page = Page(ada, thing)
    page.add("became", successor=thing.pk, share="whole")

    response = page.save()

    assert response.status_code == 200
    assert "Nothing succeeds itself." in " ".join(problems(response))


def test_two_rows_can_not_take_each_others_place_at_once(ada):
    alliance = make.collaborative()
    one, two = make.interest(alliance, "Hubs"), make.interest(alliance, "Banks")
    page = Page(ada, alliance)
    page.change(one, text="Banks")
    page.change(two, text="Hubs")

    assert "‘Banks’ is listed already." in " ".join(problems(page.save()))


def test_a_row_can_take_the_place_of_one_that_goes(ada):
    alliance = make.collaborative()
    one, two = make.interest(alliance, "Hubs"), make.interest(alliance, "Banks")
    page = Page(ada, alliance)
    page.change(one, text="Banks")
    page.change(two, DELETE="on")

    assert page.save().status_code == 302
    assert alliance.interests.get().text == "Banks"


@pytest.mark.parametrize(
    "tampered",
    [
        {"memberships-TOTAL_FORMS": "x"},
        {"memberships-TOTAL_FORMS": HUGE},
        {"memberships-INITIAL_FORMS": HUGE},
        {"memberships-INITIAL_FORMS": "-1"},
        {"memberships-INITIAL_FORMS": "٣"},
        {"memberships-0-id": "x"},
        {"memberships-0-id": HUGE},
        {"memberships-0-id": "\0"},
        {"memberships-0-vanished": HUGE},
        {"memberships-0-collaborative": HUGE},
        {"over": "\0" * 1000},
        {"edition": "\0"},
    ],
)
def test_a_form_that_was_tampered_with_is_no_error_of_ours(ada, tampered):
    alliance = make.collaborative()
    make.membership(alliance, make.organisation())
    page = Page(ada, alliance)
    page.update(tampered)

    assert page.save().status_code in {200, 302, 400}
    assert Collaborative.objects.count() == 1


def test_a_new_thing_with_a_made_up_number_of_rows_is_saved_as_what_it_is(ada):
    page = Page(ada, "/admin/directory/collaborative/add/")
    page.update(name="New", slug="new", summary="New.")
    page.update({"memberships-TOTAL_FORMS": HUGE, "memberships-INITIAL_FORMS": HUGE})

    assert page.save().status_code == 302
    assert not Membership.objects.exists()


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=' OR 1=1 --",
        "q=" + "x" * 5000,
        "p=abc",
        "p=-1",
        "p=999999999999999999999999",
        "o=abc",
        "o=-999",
        "status__exact=%00",
        "status=%ff",
        "regions__id__exact=x",
        "regions__id__exact=" + HUGE,
        "arrangements__governance_model__id__exact=%00",
        "checked=soon",
        "no_such_field=1",
        "_facets=x",
        "&".join(f"q={n}" for n in range(900)),
    ],
)
def test_a_foul_list_address_is_no_error_of_ours(ada, query):
    make.collaborative()

    response = ada.get(f"{list_of(Collaborative)}?{query}", follow=True)

    assert response.status_code in {200, 400}


@pytest.mark.parametrize("term", ["%00", "%ff", "' OR 1=1", "x" * 3000])
def test_a_foul_lookup_is_no_error_of_ours(ada, term):
    asked = "app_label=directory&model_name=membership&field_name=organisation"

    response = ada.get(f"/admin/autocomplete/?{asked}&term={term}")

    assert response.status_code in {200, 400}


@pytest.mark.parametrize("key", [HUGE, "x", "%00", "_00", "1'", "-1"])
@pytest.mark.parametrize("view", ["change", "delete", "history"])
def test_the_page_of_nothing_is_no_error_of_ours(ada, key, view):
    response = ada.get(f"/admin/directory/collaborative/{key}/{view}/", follow=True)

    assert response.status_code in {200, 400, 404}


def test_prefilled_fields_may_be_foul(ada):
    foul = "citations=x,9999999999999999999999&part_of=abc&innovator=7&edition=1"

    response = ada.get(f"/admin/directory/collaborative/add/?{foul}")

    assert response.status_code == 200


def test_a_page_of_another_address_shows_no_draft(ada, client):
    draft = make.collaborative("Draft", published=False)

    assert "View on site" not in text_of(ada.get(address(draft)))
    assert "This is a draft" in text_of(ada.get(address(draft)))
