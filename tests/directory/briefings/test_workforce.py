"""NHS Providers: overcoming workforce challenges through provider collaboration."""

import pytest

from .reading import (
    ALLIANCE,
    CORPORATE,
    GROUP,
    NENC,
    WORKFORCE,
    cites,
    collaborative,
    contact,
    correction,
    facts,
    interests,
    members,
    membership,
    organisation,
    sectors,
    states,
)

pytestmark = pytest.mark.django_db

NENC_HEADING = "North East North Cumbria Provider Collaborative (NENC)"
LEARNING = "Key points of learning"

NAMES = [
    ("North East North Cumbria Provider Collaborative", NENC, NENC_HEADING),
    ("North East and North Cumbria Provider Collaborative", NENC, "Background"),
    ("NENC", NENC, "Background"),
    (ALLIANCE, ALLIANCE, ALLIANCE),
    ("East Midlands Alliance", ALLIANCE, ALLIANCE),
    ("EMA", ALLIANCE, LEARNING),
]

NENC_TRUSTS = [
    "Northumbria Healthcare NHS Foundation Trust",
    "Newcastle upon Tyne Hospitals NHS Foundation Trust",
    "Gateshead Health NHS Foundation Trust",
    "South Tyneside and Sunderland NHS Foundation Trust",
    "County Durham and Darlington NHS Foundation Trust",
    "North Tees and Hartlepool NHS Foundation Trust",
    "South Tees Hospitals NHS Foundation Trust",
    # A page ends here in the printed list.
    "North Cumbria Integrated Care NHS Foundation Trust",
    "North East Ambulance Service NHS Foundation Trust",
    "Cumbria, Northumberland, Tyne and Wear NHS Foundation Trust",
    "Tees, Esk and Wear Valleys NHS Foundation Trust",
]

ALLIANCE_MEMBERS = [
    ("Derbyshire Healthcare NHS Foundation Trust", "nhs-foundation-trust"),
    ("Leicestershire Partnership NHS Trust", "nhs-trust"),
    ("Lincolnshire Partnership NHS Foundation Trust", "nhs-foundation-trust"),
    # A page ends here in the printed list.
    ("Northamptonshire Healthcare NHS Foundation Trust", "nhs-foundation-trust"),
    ("Nottinghamshire Healthcare NHS Foundation Trust", "nhs-foundation-trust"),
    ("St Andrew's Healthcare", "vcse"),
]


@pytest.mark.parametrize(("printed", "proper", "heading"), NAMES)
def test_a_printed_name_finds_the_collaborative(printed, proper, heading):
    entry = collaborative(printed)
    assert entry.name == proper
    assert any(cites(fact, WORKFORCE, heading) for fact in facts(entry))


# North East and North Cumbria


@pytest.mark.parametrize("printed", NENC_TRUSTS)
def test_each_of_the_eleven_foundation_trusts_is_a_member(printed):
    row = membership(NENC, printed)
    assert (row.role, row.organisation.kind) == ("member", "nhs-foundation-trust")
    assert cites(row, WORKFORCE, "Background")


def test_nenc_has_all_eleven_and_no_other():
    assert members(NENC) == {organisation(printed).name for printed in NENC_TRUSTS}
    assert len(NENC_TRUSTS) == 11


@pytest.mark.parametrize(
    ("field", "attribute", "value"),
    [
        ("population", "population", 3_200_000),
        ("area", "area_square_miles", 8_400),
        ("footprint", "footprint", "system"),
    ],
)
def test_what_the_background_says_of_nenc(field, attribute, value):
    entry = collaborative(NENC)
    assert getattr(entry, attribute) == value
    assert states(entry, field, WORKFORCE, "Background")


def test_nenc_covers_the_one_system_of_its_name():
    entry = collaborative(NENC)
    assert [system.name for system in entry.systems.all()] == ["North East and North Cumbria"]
    assert states(entry, "system", WORKFORCE, "Background")


@pytest.mark.parametrize("sector", ["acute", "ambulance", "community", "mental health"])
def test_nenc_providers_come_from_every_sector(sector):
    held = sectors(collaborative(NENC)).casefold()
    assert sector in held or "all-in" in held or "mixed" in held


def test_nenc_is_a_formal_partnership():
    (statement,) = collaborative(NENC).statements.filter(
        field="governance", value__icontains="partnership"
    )
    assert cites(statement, WORKFORCE, "Background")


def test_matt_brown_is_its_managing_director():
    leader = contact(NENC, "Matt Brown")
    assert (leader.kind, leader.role.casefold(), leader.email) == (
        "leader",
        "managing director",
        "",
    )
    assert cites(leader, WORKFORCE, NENC_HEADING, "Challenges and enablers")


@pytest.mark.parametrize("subject", ["clinical staff", "clinical support", "corporate", "develop"])
def test_nenc_has_four_work_programmes(subject):
    lines = interests(NENC, "priority", subject)
    assert any(cites(line, WORKFORCE, LEARNING) for line in lines)


@pytest.mark.parametrize("subject", ["car park", "mileage"])
def test_two_of_the_seven_early_priorities_are_named(subject):
    (line,) = interests(NENC, "priority", subject)
    assert cites(line, WORKFORCE, LEARNING)


def test_both_accounts_of_the_start_of_the_leadership_programme_are_kept():
    """To start in summer 2024, says one; launched in 2024, says the other."""
    entry = collaborative(NENC)
    told = [
        *entry.interests.filter(text__iregex="leadership|directors"),
        *entry.statements.filter(value__iregex="leadership|directors"),
    ]
    assert any(cites(fact, WORKFORCE, LEARNING) for fact in told)
    assert any(cites(fact, CORPORATE, "Outcomes and impact") for fact in told)


def test_provide_collaborative_is_put_right():
    note = correction(collaborative(NENC), "provide collaborative")
    assert "provider collaborative" in note.corrected.casefold()
    assert cites(note, WORKFORCE, NENC_HEADING)


# East Midlands Alliance


@pytest.mark.parametrize(("printed", "kind"), ALLIANCE_MEMBERS)
def test_each_of_the_six_providers_is_in_the_alliance(printed, kind):
    row = membership(ALLIANCE, printed)
    assert (row.role, row.organisation.kind) == ("member", kind)
    assert cites(row, WORKFORCE, ALLIANCE)


def test_the_alliance_has_those_six_and_no_other():
    assert members(ALLIANCE) == {organisation(printed).name for printed, _ in ALLIANCE_MEMBERS}
    assert len(ALLIANCE_MEMBERS) == 6


def test_the_alliance_was_established_in_2019():
    entry = collaborative(ALLIANCE)
    assert entry.established == "2019"
    assert states(entry, "established", WORKFORCE, ALLIANCE)


def test_the_alliance_is_for_mental_health_learning_disability_and_autism():
    entry = collaborative(ALLIANCE)
    assert "mental health" in sectors(entry).casefold()
    assert states(entry, "sector", WORKFORCE, ALLIANCE)


@pytest.mark.parametrize("printed", ["St Andrew's Healthcare", "St Andrews Healthcare"])
def test_st_andrews_is_no_trust_though_listed_as_one(printed):
    """It is listed under "the trusts involved", and called a VCSE organisation further down."""
    body = organisation(printed)
    assert (body.name, body.kind) == ("St Andrew's Healthcare", "vcse")
    assert cites(body, WORKFORCE, LEARNING)


def test_craig_de_sousa_of_nhs_england_leads_no_collaborative():
    assert not collaborative(ALLIANCE).contacts.filter(name__icontains="Sousa").exists()


# Leicestershire Partnership and Northamptonshire Healthcare Group


@pytest.mark.parametrize(
    "printed",
    ["Leicestershire Partnership NHS Trust", "Northamptonshire Healthcare NHS Foundation Trust"],
)
def test_the_two_trusts_of_the_group(printed):
    assert cites(membership(GROUP, printed), WORKFORCE, ALLIANCE)


def test_the_group_has_those_two_and_no_other():
    assert len(members(GROUP)) == 2


def test_the_group_took_part_in_the_innovator_scheme_in_2023_24():
    entry = collaborative(GROUP)
    assert entry.innovator
    assert any(
        "2023/24" in statement.value and cites(statement, WORKFORCE, ALLIANCE)
        for statement in entry.statements.filter(field="innovator")
    )


def test_the_alliance_itself_was_not_selected():
    assert not collaborative(ALLIANCE).innovator


def test_david_williams_directs_strategy_for_the_group_and_not_for_the_alliance():
    leader = contact(GROUP, "David Williams")
    assert leader.kind == "leader"
    assert "group director" in leader.role.casefold()
    assert "strategy" in leader.role.casefold()
    assert "partnerships" in leader.role.casefold()
    assert cites(leader, WORKFORCE, ALLIANCE)
    leaders = collaborative(ALLIANCE).contacts.filter(kind="leader")
    assert not leaders.filter(name__icontains="David Williams").exists()
