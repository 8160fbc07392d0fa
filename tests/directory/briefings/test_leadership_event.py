"""NHS Arden and GEM: executive leaders of provider collaboratives meet in Leicester."""

import pytest

from .reading import (
    BLACK_COUNTRY,
    EAST_MIDLANDS_ACUTE,
    IMPACT,
    LEADERSHIP,
    arrangement,
    cites,
    cites_a_briefing,
    collaborative,
    contact,
    correction,
    facts,
    members,
    membership,
    organisation,
    sectors,
    states,
)

pytestmark = pytest.mark.django_db

EVENT_HEADING = "The event"

NAMES = [
    ("East Midlands Acute Provider collaborative", EAST_MIDLANDS_ACUTE),
    ("Black County Provider Collaborative", BLACK_COUNTRY),
    ("East Midlands IMPACT", IMPACT),
]


@pytest.mark.parametrize(("printed", "proper"), NAMES)
def test_a_printed_name_finds_the_collaborative(printed, proper):
    entry = collaborative(printed)
    assert entry.name == proper
    assert any(cites(fact, LEADERSHIP, EVENT_HEADING) for fact in facts(entry))


# East Midlands Acute Provider Collaborative


def test_nottingham_university_hospitals_is_part_of_the_east_midlands_acute_providers():
    row = membership(EAST_MIDLANDS_ACUTE, "Nottingham University Hospitals NHS Trust")
    assert (row.role, row.organisation.kind) == ("member", "nhs-trust")
    assert cites(row, LEADERSHIP, EVENT_HEADING)


def test_no_other_member_of_it_is_named():
    assert members(EAST_MIDLANDS_ACUTE) == {
        organisation("Nottingham University Hospitals NHS Trust").name
    }


def test_it_is_acute():
    assert "acute" in sectors(collaborative(EAST_MIDLANDS_ACUTE)).casefold()


def test_tim_guyler_chaired_the_session_and_is_not_said_to_lead_the_collaborative():
    leaders = collaborative(EAST_MIDLANDS_ACUTE).contacts.filter(kind="leader")
    assert not leaders.filter(name__icontains="Guyler").exists()


# Black Country


def test_sohaib_khalid_is_managing_director_of_the_black_country():
    leader = contact(BLACK_COUNTRY, "Sohaib Khalid")
    assert (leader.kind, leader.role.casefold()) == ("leader", "managing director")
    assert cites(leader, LEADERSHIP, EVENT_HEADING)


def test_black_county_is_put_right():
    entry = collaborative(BLACK_COUNTRY)
    note = correction(entry, "Black County")
    assert "Black Country" in note.corrected
    assert cites(note, LEADERSHIP, EVENT_HEADING)
    assert "black county" not in f"{entry.name} {entry.summary}".casefold()


def test_no_member_of_the_black_country_is_named():
    assert members(BLACK_COUNTRY) == set()


# East Midlands IMPACT


def test_rachel_redgrave_is_managing_director_of_impact():
    leader = contact(IMPACT, "Rachel Redgrave")
    assert (leader.kind, leader.role.casefold()) == ("leader", "managing director")
    assert cites(leader, LEADERSHIP, EVENT_HEADING)


def test_impact_has_a_lead_provider_model():
    row = arrangement(collaborative(IMPACT), "lead provider")
    assert cites(row, LEADERSHIP, EVENT_HEADING)


def test_impact_is_for_mental_health():
    entry = collaborative(IMPACT)
    assert "mental health" in sectors(entry).casefold()
    assert states(entry, "sector", LEADERSHIP, EVENT_HEADING)


def test_impact_has_nine_public_and_private_members_none_of_them_named():
    told = [
        statement.value.casefold()
        for statement in collaborative(IMPACT).statements.filter(field="membership")
        if cites(statement, LEADERSHIP, EVENT_HEADING)
    ]
    assert any("nine" in value or "9" in value for value in told)
    assert members(IMPACT) == set()


def test_since_2020_dates_what_impact_achieved_and_not_when_it_began():
    told = collaborative(IMPACT).statements.filter(field="established")
    assert not [statement for statement in told if cites_a_briefing(statement)]
