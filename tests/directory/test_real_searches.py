"""On the briefings' own data, words and filters find what a person means."""

import pytest
from django.test import Client

from tests.directory.briefings.reading import (
    ALLIANCE,
    BATH,
    BLACK_COUNTRY,
    BUCKINGHAMSHIRE,
    CAMHS,
    CHESHIRE,
    EAST_MIDLANDS_ACUTE,
    ESSEX,
    FOUNDATION_GROUP,
    GROUP,
    IMPACT,
    LONDON_ACUTE,
    LONDON_MENTAL_HEALTH,
    NENC,
    NORTHAMPTONSHIRE,
    NOTTINGHAM,
    SOUTH_LONDON,
    SOUTH_YORKSHIRE,
    UCL,
    WEST_YORKSHIRE,
    WEST_YORKSHIRE_CHILDREN,
    loaded_briefings,
    organisation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def directory(django_db_setup, django_db_blocker):
    """The directory as the briefings fill it."""
    with loaded_briefings(django_db_blocker):
        yield


def page(address, **parameters):
    response = Client().get(address, parameters)
    assert response.status_code == 200
    return response


def names(address, **parameters):
    """The names of all that the page's list found, in its order."""
    found = page(address, **parameters).context["found"]
    keys = list(found.ordered_keys())
    rows = found.listing.results(keys)
    return [rows[key]["name"] for key in keys]


def collaboratives(**parameters):
    return names("/collaboratives/", **parameters)


def organisations(**parameters):
    return names("/organisations/", **parameters)


# Words


@pytest.mark.parametrize(
    ("query", "first", "others"),
    [
        ("NENC", NENC, set()),
        ("ELFT", CAMHS, set()),
        ("st andrews", ALLIANCE, {IMPACT}),
        ("black county", BLACK_COUNTRY, set()),
        ("children's mental health", WEST_YORKSHIRE_CHILDREN, {ALLIANCE, CAMHS}),
    ],
)
def test_words_find_what_a_person_means(query, first, others):
    found = collaboratives(q=query)
    assert found[0] == first
    assert others <= set(found[1:])


@pytest.mark.parametrize(
    ("query", "only"),
    [
        ("NENC", {NENC}),
        ("ELFT", {CAMHS}),
        ("st andrews", {ALLIANCE, IMPACT}),
        ("black county", {BLACK_COUNTRY}),
    ],
)
def test_words_that_name_one_thing_find_nothing_else(query, only):
    assert set(collaboratives(q=query)) == only


@pytest.mark.parametrize("query", ["ELFT", "elft", "RWK"])
def test_a_trust_is_found_by_its_short_name_and_code(query):
    assert organisations(q=query)[0] == "East London NHS Foundation Trust"


@pytest.mark.parametrize("query", ["st andrews", "St Andrew’s", "ST. ANDREW'S"])
def test_an_apostrophe_is_no_hindrance(query):
    assert organisations(q=query) == ["St Andrew's Healthcare"]


@pytest.mark.parametrize(
    ("query", "old"),
    [
        ("Barnet", "BEH"),
        ("Camden and Islington", "C&I"),
        ("Tavistock", "Tavistock"),
        ("Warrington and Halton", "North Cheshire and Mersey NHS Foundation Trust"),
    ],
)
def test_a_trust_that_closed_or_was_renamed_is_found_by_its_old_name(query, old):
    assert organisations(q=query)[0] == organisation(old).name


# Short names

OF_COLLABORATIVES = {
    "CMAST": CHESHIRE,
    "UCLHA": UCL,
    "SYB AF": SOUTH_YORKSHIRE,
    "SY&B": SOUTH_YORKSHIRE,
    "NENC": NENC,
    "BSW AHA": BATH,
    "BSW": BATH,
    "BOB": BUCKINGHAMSHIRE,
    "NEL": LONDON_MENTAL_HEALTH,
    "L&N": GROUP,
    "FG": FOUNDATION_GROUP,
    "MSECC": ESSEX,
    "EMA": ALLIANCE,
    "EMAP": EAST_MIDLANDS_ACUTE,
    "IMPACT": IMPACT,
    "SLP": SOUTH_LONDON,
    "UHN": NORTHAMPTONSHIRE,
}

OF_SYSTEMS = {
    "LLR": {GROUP},
    "WY": {WEST_YORKSHIRE, WEST_YORKSHIRE_CHILDREN},
    "NEL": {LONDON_MENTAL_HEALTH, LONDON_ACUTE, CAMHS},
    "BSW": {BATH},
    "BOB": {BUCKINGHAMSHIRE},
    "NENC": {NENC},
}

OF_TRUSTS = {
    "LPT": {GROUP, ALLIANCE, IMPACT},
    "NHFT": {GROUP, ALLIANCE, IMPACT},
    "ELFT": {CAMHS},
    "NELFT": {CAMHS, ESSEX},
    "BEH": {CAMHS},
    "C&I": {CAMHS},
    "BHRUT": {LONDON_ACUTE},
    "KGH": {NORTHAMPTONSHIRE},
    "NGH": {NORTHAMPTONSHIRE},
    "NUH": {NOTTINGHAM, EAST_MIDLANDS_ACUTE},
    "SFH": {NOTTINGHAM},
    "DBTH": {NOTTINGHAM},
    "EMAS": {NOTTINGHAM},
    "EPUT": {ESSEX},
    "RUH": {BATH},
    "GWH": {BATH},
    "SWFT": {FOUNDATION_GROUP},
    "WVT": {FOUNDATION_GROUP},
    "GEH": {FOUNDATION_GROUP},
    "WAHT": {FOUNDATION_GROUP},
    "SWB": {BLACK_COUNTRY},
    "RWT": {BLACK_COUNTRY},
    "LYPFT": {WEST_YORKSHIRE},
    "SWYPFT": {WEST_YORKSHIRE},
}


@pytest.mark.parametrize(("short", "name"), OF_COLLABORATIVES.items())
def test_a_collaboratives_short_name_finds_it_first(short, name):
    assert collaboratives(q=short)[0] == name


@pytest.mark.parametrize(("short", "there"), OF_SYSTEMS.items())
def test_a_systems_short_name_finds_what_works_there(short, there):
    assert there <= set(collaboratives(q=short))


def test_what_works_elsewhere_is_not_found_by_llr():
    assert collaboratives(q="LLR") == [GROUP]


def test_west_yorkshires_own_come_before_the_wye_valley():
    assert set(collaboratives(q="WY")[:2]) == OF_SYSTEMS["WY"]


@pytest.mark.parametrize(("short", "belongs_to"), OF_TRUSTS.items())
def test_a_trusts_short_name_finds_what_it_belongs_to(short, belongs_to):
    assert belongs_to <= set(collaboratives(q=short))


@pytest.mark.parametrize("short", OF_TRUSTS)
def test_a_trusts_short_name_finds_the_trust_first(short):
    assert organisations(q=short)[0] == organisation(short).name


# Filters


@pytest.mark.parametrize(
    ("region", "found"),
    [
        ("london", {UCL, CAMHS, LONDON_ACUTE, LONDON_MENTAL_HEALTH, SOUTH_LONDON}),
        ("north-west", {CHESHIRE}),
        ("Y58", {BATH}),
    ],
)
def test_what_works_in_a_region(region, found):
    assert set(collaboratives(region=region)) == found


@pytest.mark.parametrize(
    ("system", "found"),
    [
        ("north-east-london", {CAMHS, LONDON_ACUTE, LONDON_MENTAL_HEALTH}),
        ("QHM", {NENC}),
        ("leicester-leicestershire-and-rutland", {GROUP}),
        ("northamptonshire", {GROUP, NORTHAMPTONSHIRE}),
    ],
)
def test_what_works_in_a_system(system, found):
    assert set(collaboratives(system=system)) == found


@pytest.mark.parametrize(
    ("model", "found"),
    [
        ("lead-provider", {CAMHS, IMPACT, SOUTH_LONDON}),
        ("shared-leadership", {NORTHAMPTONSHIRE, FOUNDATION_GROUP}),
        ("provider-leadership-board", {LONDON_ACUTE, CHESHIRE}),
        (
            "committees-in-common",
            {NORTHAMPTONSHIRE, FOUNDATION_GROUP, CHESHIRE, WEST_YORKSHIRE, SOUTH_LONDON},
        ),
        ("joint-committee", {BLACK_COUNTRY}),
    ],
)
def test_who_is_governed_so(model, found):
    assert set(collaboratives(governance=model)) == found


def test_the_nine_innovators():
    assert len(collaboratives(innovator="yes")) == 9


@pytest.mark.parametrize("member", ["RHA", "nottinghamshire-healthcare-nhs-foundation-trust"])
def test_what_a_trust_belongs_to(member):
    assert set(collaboratives(member=member)) == {ALLIANCE, IMPACT, NOTTINGHAM}


@pytest.mark.parametrize("system", ["QMJ", "north-central-london"])
def test_a_closed_system_finds_what_is_now_in_its_successor_and_says_so(system):
    assert set(collaboratives(system=system)) == {UCL, CAMHS}
    text = page("/collaboratives/", system=system).content.decode()
    assert "North Central London closed on 31 March 2026" in text
    assert "now in West and North London" in text


@pytest.mark.parametrize(("system", "name"), [("Z9B2Z", UCL), ("S0E4D", BUCKINGHAMSHIRE)])
def test_a_new_system_finds_what_the_reference_data_move_to_it(system, name):
    assert name in collaboratives(system=system)
