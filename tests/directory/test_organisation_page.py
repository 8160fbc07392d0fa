"""An organisation's own page: what it is, what became of it, where it belongs."""

import datetime

import pytest
import time_machine

from tests.directory import factories as make
from tests.pages import FOUL, MOST_QUERIES, assert_sound, facts, get, main, queries, table

pytestmark = pytest.mark.django_db

TODAY = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)
PAGE = "/organisations/alder-trust/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def register(title="Register of trusts", date="2025-12"):
    return make.publication(title, reference=True, kind="register", date=date)


def test_it_says_what_it_is_and_where_it_is_filed(client):
    make.organisation(
        ods_code="RX4",
        sectors=[make.sector()],
        system=make.system(),
        citations=[make.citation("RX4", register())],
    )
    shown = facts(get(client, PAGE))
    assert shown["Kind"] == "NHS foundation trust [reference data Source 1a]"
    assert shown["ODS code"] == "RX4 [reference data Source 1a]"
    assert shown["Sectors"] == "Acute [reference data Source 1a]"
    assert shown["Filed under"] == (
        "North East London, London [reference data Source 1a] The system of its head office in "
        "December 2025. It may work, and belong to collaboratives, elsewhere."
    )


def test_a_system_that_has_closed_since_says_what_became_of_it(client):
    old = make.system("North Central London", "QMJ", closed=datetime.date(2026, 3, 31))
    make.system_succession(old, make.system("West and North London", "Z9B2Z"))
    make.organisation(system=old)
    assert facts(get(client, PAGE))["Filed under"].startswith(
        "North Central London (closed 31 March 2026, now West and North London), London"
    )


def test_what_is_not_known_is_said_to_be_so(client):
    make.organisation()
    page = get(client, PAGE)
    assert facts(page)["ODS code"] == "None"
    assert facts(page)["Filed under"] == "Not stated in the sources"
    assert facts(page)["Also known as"] == "Not stated in the sources"
    assert "name no published collaborative that it is or was a member of" in main(page)


def test_other_and_former_names_stand_with_their_sources(client):
    make.organisation_alias(make.organisation(short_name="AT"), "Alder Hospitals", kind="former")
    assert facts(get(client, PAGE))["Also known as"] == (
        "AT (short name) Alder Hospitals (former name) [Source 1a]"
    )


def test_a_closed_trust_says_first_what_became_of_it(client):
    closed = make.organisation(closed=datetime.date(2024, 10, 31))
    successor = make.organisation("Cedar Trust")
    make.organisation_succession(closed, successor, date=datetime.date(2024, 11, 1))
    page = get(client, PAGE)
    assert main(page).startswith(
        "Alder Trust Important: Closed on 31 October 2024 Its services are now with: "
        "Cedar Trust, from 1 November 2024 [Source 1a]"
    )
    assert '<a href="/organisations/cedar-trust/">' in page
    assert facts(get(client, "/organisations/cedar-trust/"))["Took over from"] == (
        "Alder Trust, from 1 November 2024 [Source 1a]"
    )


def test_a_closed_trust_without_a_known_successor_says_so(client):
    make.organisation(closed=datetime.date(2026, 3, 31))
    assert "do not say which organisation took over from it" in main(get(client, PAGE))


def test_a_trust_on_its_last_day_is_open(client):
    make.organisation(closed=TODAY.date())
    page = get(client, PAGE)
    assert "Important" not in main(page)
    assert facts(page)["Will close"].startswith("21 November 2026")


def test_it_lists_every_collaborative_it_is_or_was_in(client):
    trust = make.organisation()
    make.membership(make.collaborative("B"), trust, role="lead", since="2020-10", note="Adults.")
    make.membership(make.collaborative("A"), trust)
    make.membership(make.collaborative("C"), trust, until="2023")
    page = get(client, PAGE)
    assert table(page, "In 2 collaboratives today") == [
        ["A [Source 1a]", "Member", "Not stated"],
        ["B [Source 1a]Adults.", "Lead provider", "since October 2020"],
    ]
    assert table(page, "Past memberships") == [["C [Source 1a]", "Member", "until 2023"]]


def test_no_draft_shows(client):
    trust = make.organisation()
    hidden = make.organisation("Draft Trust", published=False)
    make.organisation_succession(trust, hidden)
    make.organisation_succession(hidden, trust)
    make.membership(make.collaborative("Draft Alliance", published=False), trust)
    assert "Draft" not in get(client, PAGE)
    assert client.get("/organisations/draft-trust/").status_code == 404


def test_foul_text_is_shown_as_text(client):
    trust = make.organisation(
        FOUL, slug="alder-trust", note=FOUL, short_name=FOUL[:60], sectors=[make.sector(FOUL)]
    )
    make.organisation_alias(trust, FOUL)
    make.membership(make.collaborative(FOUL), trust, note=FOUL)
    make.organisation_succession(trust, make.organisation(FOUL, slug="next"))
    page = get(client, PAGE)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert main(page).count(FOUL) > 5


def furnish(trust, numbers):
    """Give an organisation one of everything for each of these numbers."""
    for n in numbers:
        make.organisation_alias(trust, f"Name {n}")
        make.organisation_succession(trust, make.organisation(f"Next {n}"))
        make.organisation_succession(make.organisation(f"Previous {n}"), trust)
        make.membership(make.collaborative(f"Alliance {n}"), trust)
        make.membership(make.collaborative(f"Past alliance {n}"), trust, until="2020")


def test_a_page_takes_as_many_queries_however_much_there_is(client):
    trust = make.organisation(system=make.system(), sectors=[make.sector()])
    furnish(trust, [0])
    few = queries(client, PAGE)
    furnish(trust, range(1, 20))
    assert queries(client, PAGE) == few <= MOST_QUERIES
    assert_sound(get(client, PAGE))
