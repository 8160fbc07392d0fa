"""NHS Providers: realising the benefits and bringing people with you."""

import pytest

from .reading import (
    BENEFITS,
    NORTHAMPTONSHIRE,
    SOUTH_LONDON,
    arrangement,
    arrangements,
    cites,
    cites_a_briefing,
    collaborative,
    contact,
    facts,
    interests,
    members,
    membership,
    organisation,
    sectors,
    states,
)

pytestmark = pytest.mark.django_db

NAMES = [
    (NORTHAMPTONSHIRE, NORTHAMPTONSHIRE, "The context"),
    ("South London Partnership Provider Collaborative", SOUTH_LONDON, "Questions for boards"),
]

NORTHAMPTONSHIRE_TRUSTS = [
    ("Kettering General Hospital NHS Foundation Trust", "nhs-foundation-trust"),
    ("Northampton General Hospital NHS Trust", "nhs-trust"),
]


@pytest.mark.parametrize(("printed", "proper", "heading"), NAMES)
def test_a_printed_name_finds_the_collaborative(printed, proper, heading):
    entry = collaborative(printed)
    assert entry.name == proper
    assert any(cites(fact, BENEFITS, heading) for fact in facts(entry))


# University Hospitals of Northamptonshire


@pytest.mark.parametrize(("printed", "kind"), NORTHAMPTONSHIRE_TRUSTS)
def test_the_two_hospital_trusts_of_the_group(printed, kind):
    row = membership(NORTHAMPTONSHIRE, printed)
    assert (row.role, row.organisation.kind) == ("member", kind)
    assert cites(row, BENEFITS, "The context")


def test_the_group_has_those_two_and_no_other():
    printed = [name for name, _ in NORTHAMPTONSHIRE_TRUSTS]
    assert members(NORTHAMPTONSHIRE) == {organisation(name).name for name in printed}


@pytest.mark.parametrize(
    ("printed", "proper"),
    [
        ("Kettering General Hospital", "Kettering General Hospital NHS Foundation Trust"),
        ("KGH", "Kettering General Hospital NHS Foundation Trust"),
        ("Northampton General Hospital", "Northampton General Hospital NHS Trust"),
    ],
)
def test_shorter_names_of_the_two_trusts(printed, proper):
    assert organisation(printed).name == proper


@pytest.mark.parametrize(
    ("model", "heading"), [("shared leadership", "The context"), ("in common", "Challenges")]
)
def test_how_the_group_is_governed(model, heading):
    assert cites(arrangement(collaborative(NORTHAMPTONSHIRE), model), BENEFITS, heading)


def test_the_joint_population_is_800_000_and_not_400_000():
    entry = collaborative(NORTHAMPTONSHIRE)
    assert entry.population == 800_000
    assert states(entry, "population", BENEFITS, "Purpose and priorities")


def test_the_group_is_of_acute_hospitals():
    assert "acute" in sectors(collaborative(NORTHAMPTONSHIRE)).casefold()


@pytest.mark.parametrize("service", ["cardiology", "breast", r"ear,? nose and throat|\bENT\b"])
def test_the_three_front_running_services(service):
    (line,) = interests(NORTHAMPTONSHIRE, "priority", service)
    assert cites(line, BENEFITS, "Purpose and priorities")


def test_alan_burns_chairs_the_group():
    leader = contact(NORTHAMPTONSHIRE, "Alan Burns")
    assert leader.kind == "leader"
    assert "chair" in leader.role.casefold()
    assert cites(leader, BENEFITS, "Lessons", "The context", "Further information")


def test_the_years_he_was_appointed_are_not_when_the_group_was_established():
    """He chaired one trust from 2017 and the other a year later; the group has no date here."""
    told = collaborative(NORTHAMPTONSHIRE).statements.filter(field="established")
    assert not [statement for statement in told if cites_a_briefing(statement)]


@pytest.mark.parametrize("officer", ["chief executive", "finance", "digital", "people"])
def test_the_group_leadership_team(officer):
    (statement,) = collaborative(NORTHAMPTONSHIRE).statements.filter(
        field="governance", value__icontains="leadership team"
    )
    assert officer in statement.value
    assert cites(statement, BENEFITS, "Purpose and priorities")


# South London Partnership


def test_oxleas_is_in_the_south_london_partnership():
    row = membership(SOUTH_LONDON, "Oxleas NHS Foundation Trust")
    assert row.organisation.kind == "nhs-foundation-trust"
    assert cites(row, BENEFITS, "Questions for boards")


def test_no_other_member_of_it_is_named():
    assert members(SOUTH_LONDON) == {"Oxleas NHS Foundation Trust"}


def test_ify_okocha_speaks_for_it_as_chief_executive_of_oxleas():
    person = contact(SOUTH_LONDON, "Ify Okocha")
    assert "chief executive" in person.role.casefold()
    assert "oxleas" in person.role.casefold()
    assert cites(person, BENEFITS, "Questions for boards", "Further information")


def test_nothing_is_said_of_how_it_is_governed():
    assert arrangements(collaborative(SOUTH_LONDON)) == set()


# Sussex Partnership


def test_sussex_partnership_is_a_trust_and_no_collaborative():
    """Its chief executive speaks for it alone: what it collaborates in is not named."""
    trust = organisation("Sussex Partnership NHS Foundation Trust")
    assert trust.kind == "nhs-foundation-trust"
    assert cites(trust, BENEFITS, "Purpose and priorities", "Further information")
    assert not [row for row in trust.memberships.all() if cites_a_briefing(row)]
