"""Whatever an address holds, a list answers with a page that says what was wrong."""

import html

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.directory import factories as make

pytestmark = pytest.mark.django_db

ANYTHING = st.text(max_size=30)


@pytest.fixture(autouse=True)
def alliance():
    entry = make.collaborative("Northern Alliance", regions=[make.region()])
    make.membership(entry, make.organisation())
    return entry


def page(client, path="/collaboratives/", **parameters):
    response = client.get(path, parameters)
    return response, html.unescape(response.content.decode())


@pytest.mark.parametrize(
    ("parameter", "value", "complaint"),
    [
        ("region", "atlantis", "“atlantis” is not one of the options of “region”."),
        ("system", "Q99", "“Q99” is not one of the options of “system”."),
        ("innovator", "perhaps", "“perhaps” is not one of the options of “innovator”."),
        ("member", "\x00R\x00", "“R” is not one of the options of “member”."),
        ("region", "london\x00", "“region” holds a NUL character, which is left out."),
        ("sort", "\x00", "“sort” holds a NUL character, which is left out."),
        ("sort", "colour", "“colour” is not a way to sort this list."),
        ("colour", "red", "There is no filter called “colour”."),
        ("q", "((((", "“((((” has no letter or number to search for."),
        ("q", "word " * 60, "Search for at most 200 characters."),
        ("region", "<script>alert(1)</script>", "“<script>alert(1)</script>” is not one"),
        ("region", "x" * 1_000_000, "“" + "x" * 60 + "…” is not one of the options"),
    ],
)
def test_an_unusable_value_is_named_and_left_aside(client, parameter, value, complaint):
    response, text = page(client, **{parameter: value})
    assert response.status_code == 200
    assert complaint in text
    assert "Northern Alliance" in text
    assert "<title>Error: 1 collaborative" in text
    assert "<script>alert" not in response.content.decode()
    assert len(response.content) < 100_000


def test_the_good_part_of_a_choice_still_counts(client, alliance):
    make.collaborative("Elsewhere Alliance")
    _, text = page(client, region=["london", "atlantis"])
    assert "Northern Alliance" in text
    assert "Elsewhere Alliance" not in text


EXPORTS = [
    "/collaboratives.csv",
    "/collaboratives.xlsx",
    "/collaboratives.json",
    "/collaboratives/members.csv",
    "/collaboratives/interests.json",
    "/organisations.csv",
]


@pytest.mark.parametrize("path", EXPORTS)
def test_an_export_with_an_unknown_value_is_refused_by_name(client, path):
    response, text = page(client, path, region="atlantis")
    assert response.status_code == 400
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "“atlantis” is not one of the options of “region”." in text


def test_a_thousand_repeats_are_one(client):
    response, text = page(client, region=["london"] * 1000)
    assert response.status_code == 200
    assert text.count("Remove </span>Region: London") == 1


def test_a_thousand_unknown_values_are_counted_not_listed(client):
    _, text = page(client, region=[f"x{number}" for number in range(1000)])
    assert "And 990 more." in text


def test_too_many_parameters_are_refused(client):
    response = client.get("/collaboratives/", {f"p{number}": "1" for number in range(6000)})
    assert response.status_code == 400


@pytest.mark.parametrize(
    ("number", "shown"),
    [("0", 1), ("-1", 1), ("abc", 1), ("10", 2), ("1" + "0" * 30, 2), ("٣", 1), ("1.5", 1)],
)
def test_an_unreadable_page_is_the_first_and_one_past_the_end_the_last(client, number, shown):
    for extra in range(25):
        make.collaborative(f"Alliance {extra}")
    response, text = page(client, page=number)
    assert response.status_code == 200
    assert f"(page {shown} of 2)" in text


def test_bytes_that_are_no_text_are_named(client):
    response = client.get("/collaboratives/?region=%ff%fe&q=%c3%28")
    assert response.status_code == 200
    assert "is not one of the options" in response.content.decode()


def test_a_parameter_given_twice_that_can_only_be_one_is_said(client):
    _, text = page(client, q=["north", "south"])
    assert "“q” is given more than once; the last one is used." in text


def test_where_readers_came_from_is_no_filter(client):
    _, text = page(client, utm_source="newsletter")
    assert "There is a problem" not in text


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(q=ANYTHING, region=st.lists(ANYTHING, max_size=3), sort=ANYTHING, number=ANYTHING)
def test_no_input_breaks_a_list(client, q, region, sort, number):
    for path in ("/collaboratives/", "/organisations/"):
        response, text = page(client, path, q=q, region=region, sort=sort, page=number)
        assert response.status_code == 200
        assert text.count("<h1") == 1


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("path", ["/collaboratives/", "/collaboratives.csv", "/organisations/"])
def test_what_can_only_be_read_says_so(client, method, path):
    response = getattr(client, method)(path)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert "can only be read" in response.content.decode()
