"""A collaborative's own page: every field, every member, every source, and no draft."""

import datetime

import pytest
import time_machine

from tests.directory import factories as make
from tests.pages import FOUL, MOST_QUERIES, assert_sound, facts, get, main, queries, section, table

pytestmark = pytest.mark.django_db

TODAY = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)
NATIONAL_FIELDS = [
    "Name",
    "Region(s)",
    "System(s)",
    "Footprint",
    "List of members",
    "Sector(s)",
    "Current governance model",
    "Current priorities",
    "Learning to share",
    "Searching for learning",
    "Potential future work",
    "Contact details",
    "Helpful links",
]
PAGE = "/collaboratives/northern-alliance/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def northern():
    return make.collaborative()


def test_it_shows_every_field_of_the_national_directory_in_its_order(client, northern):
    assert list(facts(get(client, PAGE)))[:13] == NATIONAL_FIELDS


def test_an_empty_field_says_so(client, northern):
    shown = facts(get(client, PAGE))
    assert {shown[field] for field in NATIONAL_FIELDS[1:]} == {"Not stated in the sources"}


def test_it_shows_what_the_entry_holds(client):
    make.collaborative(
        short_name="NORTH",
        footprint="multi-system",
        regions=[make.region()],
        systems=[make.system()],
        sectors=[make.sector("Community"), make.sector("Acute")],
        population=3_200_000,
        area_square_miles=8400,
        established="2019-04",
        last_verified=datetime.date(2026, 11, 1),
    )
    page = get(client, PAGE)
    shown = facts(page)
    assert shown["Region(s)"] == "London"
    assert shown["System(s)"] == "North East London"
    assert shown["Footprint"] == "Multi-system"
    assert shown["Sector(s)"] == "Acute; Community"
    assert shown["Population served"] == "3,200,000 people"
    assert shown["Area"] == "8,400 square miles"
    assert shown["Established"] == "April 2019"
    assert shown["Also known as"] == "NORTH (short name)"
    assert "Last verified: 1 November 2026." in main(page)


def test_a_closed_system_says_what_became_of_it(client):
    old = make.system("North Central London", "QMJ", closed=datetime.date(2026, 3, 31))
    new = make.system("West and North London", "Z9B2Z", opened=datetime.date(2026, 4, 1))
    make.system_succession(old, new)
    make.collaborative(systems=[old, new])
    assert facts(get(client, PAGE))["System(s)"] == (
        "North Central London (closed 31 March 2026, now West and North London); "
        "West and North London"
    )


def test_members_stand_with_role_dates_note_and_source(client, northern):
    trust = make.organisation()
    make.membership(northern, trust, role="lead", since="2019-04", note="Holds the contract.")
    page = get(client, PAGE)
    assert facts(page)["List of members"].startswith("Alder Trust")
    assert table(page, "1 member") == [
        ["Alder Trust [Source 1a]Holds the contract.", "Lead provider", "since April 2019"]
    ]


def test_a_member_whose_time_is_over_is_a_past_member(client, northern):
    make.membership(northern, make.organisation("Birch Trust"), since="2018", until="2023-03-31")
    page = get(client, PAGE)
    assert facts(page)["List of members"].startswith("Not stated in the sources")
    assert table(page, "Past members") == [
        ["Birch Trust [Source 1a]", "Member", "2018 to 31 March 2023"]
    ]


def test_a_member_that_has_closed_says_what_became_of_it(client, northern):
    closed = make.organisation("Birch Trust", closed=datetime.date(2024, 10, 31))
    make.organisation_succession(closed, make.organisation("Cedar Trust"))
    make.organisation_succession(closed, make.organisation("Draft Trust", published=False))
    make.membership(northern, closed)
    [[member, _]] = table(get(client, PAGE), "1 member")
    assert member == "Birch Trust Closed on 31 October 2024, now Cedar Trust [Source 1a]"


def test_a_trust_that_closes_next_month_has_not_closed(client, northern):
    make.membership(northern, make.organisation(closed=datetime.date(2026, 12, 31)))
    assert "Closed" not in main(get(client, PAGE))


def test_it_says_what_else_its_members_belong_to(client, northern):
    shared, alone = make.organisation("Alder Trust"), make.organisation("Birch Trust")
    other = make.collaborative("Southern Alliance")
    for member in (shared, alone):
        make.membership(northern, member)
    make.membership(other, shared)
    page = get(client, PAGE)
    assert [row[-1] for row in table(page, "2 members")] == [
        "Southern Alliance",
        "None listed here",
    ]
    assert table(page, "members in common") == [["Southern Alliance", "1", "Alder Trust"]]


def test_overlap_counts_an_organisation_once_and_the_largest_first(client, northern):
    alder, birch = make.organisation("Alder Trust"), make.organisation("Birch Trust")
    make.membership(northern, alder, since="2019", role="lead")
    make.membership(northern, alder, since="2020")
    make.membership(northern, birch)
    small, large = make.collaborative("A small one"), make.collaborative("Large one")
    for member in (alder, birch):
        make.membership(large, member)
    make.membership(small, alder)
    make.membership(small, alder, since="2021")
    assert table(get(client, PAGE), "members in common") == [
        ["Large one", "2", "Alder Trust; Birch Trust"],
        ["A small one", "1", "Alder Trust"],
    ]


def test_past_memberships_make_no_overlap(client, northern):
    trust = make.organisation()
    make.membership(northern, trust)
    make.membership(make.collaborative("Southern Alliance"), trust, until="2020")
    assert "Southern Alliance" not in get(client, PAGE)


def test_governance_is_explained_and_its_past_stays_readable(client, northern):
    now, before = make.governance_model("Joint committee"), make.governance_model("Advisory group")
    make.arrangement(northern, now, since="2023-11", note="Four trusts.")
    make.arrangement(northern, before, until="2023")
    page = get(client, PAGE)
    assert facts(page)["Current governance model"].startswith("Joint committee [Source 1a]")
    today, past = section(page, "governance").split("In the past")
    assert "Decision forum, since November 2023 [Source 1a]" in today
    assert "What Joint committee is. Here: Four trusts." in today
    assert "Advisory group Decision forum, until 2023" in past
    assert '<a href="/governance/joint-committee/">' in page


def test_interests_stand_in_their_list_with_theme_and_source(client, northern):
    make.interest(northern, "Rotas", themes=[make.theme()])
    make.interest(northern, "A shared bank", kind="share")
    shown = facts(get(client, PAGE))
    assert shown["Current priorities"] == "Rotas [Source 1a]Workforce"
    assert shown["Learning to share"] == "A shared bank [Source 1a]"
    assert shown["Searching for learning"] == "Not stated in the sources"


def test_people_stand_role_first_with_their_work_address(client, northern):
    make.contact(northern, kind="leader", role="Chair", name="Bo Example", as_of="2023-12-05")
    make.contact(northern, "Programme office", "", email="office@example.org", shared_mailbox=True)
    page = get(client, PAGE)
    assert facts(page)["Contact details"] == (
        "Leaders Chair: Bo Example (as of 5 December 2023) [Source 1a] "
        "Contacts Programme office, office@example.org [Source 1a]"
    )
    assert '<a href="mailto:office@example.org">' in page


def test_other_names_and_links_stand_with_their_sources(client, northern):
    make.collaborative_alias(northern, "The North", kind="former")
    make.link(northern)
    page = get(client, PAGE)
    assert facts(page)["Also known as"] == "The North (former name) [Source 1a]"
    assert facts(page)["Helpful links"] == "Our plan [Source 1a]"
    assert 'href="https://example.org/plan"' in page


def test_sources_that_disagree_are_both_shown(client, northern):
    for year, heading in (("2016", "Slide 1"), ("2017", "Slide 2")):
        place = make.citation(heading)
        make.statement(northern, "established", year, disputed=True, citations=[place])
    page = get(client, PAGE)
    assert facts(page)["Established"] == ("Sources disagree: 2016 [Source 1b]; 2017 [Source 1c]")
    assert [row[1] for row in table(page, "states about a field")] == [
        "2016 Sources disagree",
        "2017 Sources disagree",
    ]


def test_where_an_entry_has_no_value_what_the_sources_state_stands(client, northern):
    make.statement(northern, "governance", "A formal partnership")
    assert facts(get(client, PAGE))["Current governance model"] == (
        "A formal partnership [Source 1a]"
    )


def test_corrections_show_what_was_printed(client, northern):
    make.correction(northern)
    assert table(get(client, PAGE), "Slips in a source") == [
        ["“Black County”", "Black Country", "[Source 1a]"]
    ]


def test_sources_name_every_publication_with_the_headings_used(client, northern):
    make.interest(northern, citations=[make.citation("Priorities")])
    make.contact(northern, citations=[make.citation("Who", make.publication("Who is who"))])
    page = get(client, PAGE)
    assert section(page, "sources").endswith(
        "Briefings 1 Who is who, NHS Providers 1a Who "
        "2 Working together, NHS Providers 2a Background 2b Priorities"
    )
    assert 'href="/resources/who-is-who/"' in page


def test_reference_data_is_told_apart_in_words(client, northern):
    make.membership(northern, make.organisation(), citations=[make.reference_citation()])
    page = get(client, PAGE)
    assert table(page, "1 member")[0][0] == "Alder Trust [reference data Source 2a]"
    assert "Facts marked “reference data” come from official registers" in main(page)
    assert section(page, "sources").endswith(
        "Reference data 2 Register of trusts, NHS Providers 2a Row RX4"
    )


def test_a_briefing_alone_needs_no_word_about_reference_data(client, northern):
    assert "reference data" not in main(get(client, PAGE))


def test_it_names_what_it_is_part_of_and_what_it_contains(client):
    whole = make.collaborative("Whole")
    make.collaborative("Northern Alliance", part_of=whole)
    assert facts(get(client, PAGE))["Part of"] == "Whole"
    assert facts(get(client, "/collaboratives/whole/"))["Contains"] == "Northern Alliance"


def test_one_of_the_scheme_says_so(client):
    make.collaborative(innovator=True, innovator_number=3)
    assert facts(get(client, PAGE))["Innovators scheme"] == "Yes, number 3: about the scheme"


def test_no_draft_shows_anywhere(client):
    northern = make.collaborative(part_of=make.collaborative("Draft whole", published=False))
    hidden = make.collaborative("Draft part", published=False, part_of=northern)
    trust = make.organisation()
    for collaborative in (northern, hidden):
        make.membership(collaborative, trust)
    make.membership(northern, make.organisation("Draft Trust", published=False))
    make.arrangement(northern, make.governance_model("Draft forum", published=False))
    assert "Draft" not in get(client, PAGE)


def test_a_draft_has_no_page(client):
    make.collaborative(published=False)
    assert client.get(PAGE).status_code == 404
    assert client.get("/collaboratives/nothing-of-the-kind/").status_code == 404


def test_foul_text_is_shown_as_text(client):
    foul = make.collaborative(
        "Northern Alliance",
        short_name=FOUL[:60],
        summary=FOUL,
        regions=[make.region(FOUL, slug="foul")],
        systems=[make.system(FOUL, slug="foul")],
        sectors=[make.sector(FOUL, slug="foul")],
    )
    make.membership(foul, make.organisation(FOUL, slug="foul"), note=FOUL)
    make.arrangement(foul, make.governance_model(FOUL, slug="foul"), note=FOUL)
    make.interest(foul, FOUL, themes=[make.theme(FOUL, slug="foul")])
    make.contact(foul, FOUL, FOUL)
    make.link(foul, FOUL)
    make.collaborative_alias(foul, FOUL)
    make.statement(foul, "name", FOUL, disputed=True)
    make.correction(foul, FOUL, FOUL, citations=[make.citation(FOUL)])
    page = get(client, PAGE)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert main(page).count(FOUL) > 15


def furnish(collaborative, numbers):
    """Give a collaborative one of everything for each of these numbers."""
    for n in numbers:
        trust = make.organisation(f"Trust {n}", closed=datetime.date(2024, 1, n + 1))
        make.organisation_succession(trust, make.organisation(f"New trust {n}"))
        make.membership(collaborative, trust)
        make.membership(make.collaborative(f"Other {n}"), trust)
        make.arrangement(collaborative, make.governance_model(f"Form {n}"))
        theme = make.theme(f"Theme {n}")
        place = make.citation(f"Heading {n}", make.publication(f"Publication {n}"))
        make.interest(collaborative, f"Line {n}", themes=[theme], citations=[place])
        make.contact(collaborative, f"Role {n}")
        make.link(collaborative, url=f"https://example.org/{n}")
        make.collaborative_alias(collaborative, f"Name {n}")
        make.statement(collaborative, "area", f"{n} acres")
        make.correction(collaborative, f"{n} achres")
        make.collaborative(f"Part {n}", part_of=collaborative)
        collaborative.systems.add(make.system(f"System {n}", f"Q{n:02}"))


def test_a_page_takes_as_many_queries_however_much_there_is(client):
    northern = make.collaborative(part_of=make.collaborative("Whole"))
    furnish(northern, [0])
    few = queries(client, PAGE)
    furnish(northern, range(1, 20))
    assert queries(client, PAGE) == few <= MOST_QUERIES
    page = get(client, PAGE)
    assert_sound(page)
    assert len(table(page, "members in common")) == 20


def test_what_a_member_of_very_many_belongs_to_is_cut_short(client, northern):
    trust = make.organisation()
    make.membership(northern, trust)
    for n in range(12):
        make.membership(make.collaborative(f"Other {n:02}"), trust)
    [[*_, elsewhere]] = table(get(client, PAGE), "1 member")
    assert elsewhere.endswith("Other 09 and 2 more")
