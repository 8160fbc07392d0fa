"""NHS Provider Collaboratives Event, 5 December 2023."""

import pytest

from .reading import (
    ALLIANCE,
    BATH,
    BUCKINGHAMSHIRE,
    CAMHS,
    CHESHIRE,
    EAST_MIDLANDS_ACUTE,
    ESSEX,
    EVENT,
    FOUNDATION_GROUP,
    GROUP,
    LONDON_ACUTE,
    LONDON_MENTAL_HEALTH,
    NOTTINGHAM,
    SOUTH_YORKSHIRE,
    UCL,
    WEST_YORKSHIRE,
    WEST_YORKSHIRE_CHILDREN,
    arrangement,
    arrangements,
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

DIRECTORY = "Current support – Directory"
SCHEME = "Current support – Innovators Scheme"
CHILDREN = "Children and Young People Mental Health Inpatient Services Provider Collaborative"
SPECIALISED = "West Yorkshire Specialised MHLDA Provider Collaborative"
AIMS = "Aims and ambitions WY CYPS PC"
AT_SCALE = "Provider Collaborative at Scale"
PANEL = "Panel Discussion"

NAMES = [
    ("North Central and East London CAHMs", CAMHS, DIRECTORY),
    (LONDON_ACUTE, LONDON_ACUTE, DIRECTORY),
    (CHILDREN, WEST_YORKSHIRE_CHILDREN, CHILDREN),
    ("WY CYPS PC", WEST_YORKSHIRE_CHILDREN, AIMS),
    (SPECIALISED, WEST_YORKSHIRE, SPECIALISED),
    ("WY MHLDA PC", WEST_YORKSHIRE, PANEL),
    (NOTTINGHAM, NOTTINGHAM, NOTTINGHAM),
    ("Nottingham(shire) Provider Collaborative at Scale", NOTTINGHAM, AT_SCALE),
    ("Nottinghamshire Provider Collaborative at Scale", NOTTINGHAM, PANEL),
    ("East Midlands Acute Provider", EAST_MIDLANDS_ACUTE, "Governance"),
    ("East Midlands Alliance", ALLIANCE, "Governance"),
]


@pytest.mark.parametrize(("printed", "proper", "heading"), NAMES)
def test_a_printed_name_finds_the_collaborative(printed, proper, heading):
    entry = collaborative(printed)
    assert entry.name == proper
    assert any(cites(fact, EVENT, heading) for fact in facts(entry))


# The two sample rows of the national directory

ROW_MEMBERS = [
    (CAMHS, "ELFT", "East London NHS Foundation Trust"),
    (CAMHS, "NELFT", "North East London NHS Foundation Trust"),
    (CAMHS, "BEH", "Barnet, Enfield and Haringey Mental Health NHS Trust"),
    (CAMHS, "C&I", "Camden and Islington NHS Foundation Trust"),
    (CAMHS, "Whittington", "Whittington Health NHS Trust"),
    (CAMHS, "Tavistock", "Tavistock and Portman NHS Foundation Trust"),
    (LONDON_ACUTE, "Barts Health NHST Trust", "Barts Health NHS Trust"),
    (
        LONDON_ACUTE,
        "Barking Havering and Redbridge NHS Trust",
        "Barking, Havering and Redbridge University Hospitals NHS Trust",
    ),
    (LONDON_ACUTE, "Homerton", "Homerton Healthcare NHS Foundation Trust"),
]

ROW_FIELDS = [
    (CAMHS, "region", "regions", ["London"]),
    (CAMHS, "system", "systems", ["North Central London", "North East London"]),
    (LONDON_ACUTE, "region", "regions", ["London"]),
    (LONDON_ACUTE, "system", "systems", ["North East London"]),
]

ROW_INTERESTS = [
    (CAMHS, "priority", [r"service pathways.*community", r"JSNA", r"step-?\s?down"]),
    (
        CAMHS,
        "share",
        [r"OOA|out[ -]of[ -]area", r"improved.*outcomes", r"leadership.*contracts.*tenders"],
    ),
    (CAMHS, "search", [r"acute collaboratives", r"clinical change"]),
    (CAMHS, "future", [r"step-?\s?down"]),
    (
        LONDON_ACUTE,
        "priority",
        ["cancer", "planned care", "critical care", "maternity", "specialised services", "babies"],
    ),
    (LONDON_ACUTE, "share", []),
    (LONDON_ACUTE, "search", [r"funding models"]),
    (LONDON_ACUTE, "future", [r"connections.*place.*provider collaboratives.*system planning"]),
]

ROW_CONTACTS = [
    (CAMHS, "Mohit Venkataram", "executive director", ""),
    (CAMHS, "Cathy Lavelle", "medical director", ""),
    (CAMHS, "Sheron Hoskings", "service director", ""),
    (LONDON_ACUTE, "Lee Basso", "lead", "lee.basso@nhs.net"),
]


@pytest.mark.parametrize(("row", "printed", "proper"), ROW_MEMBERS)
def test_a_members_cell_is_read_organisation_by_organisation(row, printed, proper):
    assert organisation(printed) == organisation(proper)
    assert cites(membership(row, printed), EVENT, DIRECTORY)


@pytest.mark.parametrize(("row", "count"), [(CAMHS, 6), (LONDON_ACUTE, 3)])
def test_a_row_has_those_members_and_no_other(row, count):
    assert len(members(row)) == count


@pytest.mark.parametrize(
    "printed", ["Barts Health NHST Trust", "Barking Havering and Redbridge NHS Trust"]
)
def test_the_acute_trusts_printed_as_nhs_trusts(printed):
    assert organisation(printed).kind == "nhs-trust"


@pytest.mark.parametrize(("row", "field", "relation", "printed"), ROW_FIELDS)
def test_a_row_gives_region_and_system(row, field, relation, printed):
    entry = collaborative(row)
    assert set(printed) <= {place.name for place in getattr(entry, relation).all()}
    assert states(entry, field, EVENT, DIRECTORY)


@pytest.mark.parametrize(("row", "footprint"), [(CAMHS, "multi-system"), (LONDON_ACUTE, "system")])
def test_a_row_gives_its_footprint(row, footprint):
    entry = collaborative(row)
    assert entry.footprint == footprint
    assert states(entry, "footprint", EVENT, DIRECTORY)


@pytest.mark.parametrize(
    ("row", "words"), [(CAMHS, ["nhs-led", "specialised"]), (LONDON_ACUTE, ["acute"])]
)
def test_a_row_gives_its_sector(row, words):
    entry = collaborative(row)
    assert all(word in sectors(entry).casefold() for word in words)
    assert states(entry, "sector", EVENT, DIRECTORY)


@pytest.mark.parametrize(
    ("row", "model"), [(CAMHS, "lead provider"), (LONDON_ACUTE, "provider leadership board")]
)
def test_a_row_gives_its_governance_model(row, model):
    assert cites(arrangement(collaborative(row), model), EVENT, DIRECTORY)


@pytest.mark.parametrize(
    ("row", "kind", "patterns"),
    ROW_INTERESTS,
    ids=[f"{row}-{kind}" for row, kind, _ in ROW_INTERESTS],
)
def test_a_row_gives_its_lists_line_by_line(row, kind, patterns):
    assert len(interests(row, kind)) == len(patterns)
    for pattern in patterns:
        (line,) = interests(row, kind, pattern)
        assert cites(line, EVENT, DIRECTORY)


def test_the_cell_cut_off_after_babies_and_children_is_not_made_up():
    (line,) = interests(LONDON_ACUTE, "priority", "babies, children")
    assert "young people" not in line.text.casefold()


@pytest.mark.parametrize(("row", "name", "role", "email"), ROW_CONTACTS)
def test_a_row_gives_its_contacts(row, name, role, email):
    person = contact(row, name)
    assert person.role.casefold().startswith(role)
    assert person.email == email
    assert cites(person, EVENT, DIRECTORY)


@pytest.mark.parametrize(("row", "count"), [(CAMHS, 3), (LONDON_ACUTE, 1)])
def test_a_row_has_those_contacts_and_no_other(row, count):
    assert collaborative(row).contacts.count() == count


@pytest.mark.parametrize(
    ("row", "printed", "corrected"),
    [
        (CAMHS, "CAHMs", "CAMHS"),
        (CAMHS, "NHS-led specialised MHL", "NHS-led"),
        (LONDON_ACUTE, "NHST Trust", "Barts Health NHS Trust"),
        (LONDON_ACUTE, "Provider leadership mode", "Provider leadership"),
    ],
)
def test_misspelt_and_cut_off_cells_are_put_right(row, printed, corrected):
    note = correction(collaborative(row), printed)
    assert corrected in note.corrected
    assert note.corrected != note.printed
    assert cites(note, EVENT, DIRECTORY)


# The innovators scheme

INNOVATORS = [
    (1, "UCL Health Alliance", "UCLHA", UCL),
    (
        2,
        "Bath and North East Somerset, Swindon and Wiltshire Acute Hospital Alliance",
        "BSW",
        BATH,
    ),
    (
        3,
        "Buckinghamshire, Oxfordshire, Berkshire West Mental Health Provider Collaborative",
        "BOB",
        BUCKINGHAMSHIRE,
    ),
    (
        4,
        "North East London mental health learning disability and autism provider collaborative",
        "NEL",
        LONDON_MENTAL_HEALTH,
    ),
    (5, "The Cheshire and Merseyside Acute and Specialist Trust Collaborative", "CMAST", CHESHIRE),
    (6, "South Yorkshire and Bassetlaw Acute Federation", "SY&B", SOUTH_YORKSHIRE),
    (7, "Leicestershire Partnership and Northamptonshire Healthcare Group", "L&N", GROUP),
    (8, "Foundation Group provider collaborative", "FG", FOUNDATION_GROUP),
    (9, "Mid and South Essex Community Collaborative", "MSECC", ESSEX),
]

SECTORS_IN_NAMES = [
    (BATH, "acute"),
    (BUCKINGHAMSHIRE, "mental health"),
    (LONDON_MENTAL_HEALTH, "mental health"),
    (CHESHIRE, "acute"),
    (CHESHIRE, "specialist"),
    (SOUTH_YORKSHIRE, "acute"),
    (ESSEX, "community"),
]


@pytest.mark.parametrize(("number", "printed", "short", "proper"), INNOVATORS)
def test_the_nine_innovators_by_number_and_both_printed_names(number, printed, short, proper):
    entry = collaborative(printed)
    assert (entry.name, entry.innovator, entry.innovator_number) == (proper, True, number)
    assert collaborative(short) == entry
    assert states(entry, "innovator", EVENT, SCHEME)


@pytest.mark.parametrize(("name", "sector"), SECTORS_IN_NAMES)
def test_the_sector_that_stands_in_an_innovators_name(name, sector):
    assert sector in sectors(collaborative(name)).casefold()


@pytest.mark.parametrize("name", [entry[3] for entry in INNOVATORS if entry[3] != GROUP])
def test_the_list_of_innovators_says_no_more_than_their_names(name):
    """No members, leaders, governance or priorities: those that are known come from elsewhere."""
    entry = collaborative(name)
    told = [
        *entry.memberships.all(),
        *entry.contacts.all(),
        *entry.arrangements.all(),
        *entry.interests.all(),
    ]
    assert not [fact for fact in told if cites(fact, EVENT)]


def test_both_accounts_of_when_the_scheme_began_are_kept():
    """April 2023 here; 2023/24 in the briefing on workforce."""
    told = collaborative(GROUP).statements.filter(field="innovator")
    assert any("2023" in fact.value and cites(fact, EVENT, SCHEME) for fact in told)


# West Yorkshire


def test_the_childrens_collaborative_is_part_of_the_specialised_one():
    assert collaborative(WEST_YORKSHIRE_CHILDREN).part_of == collaborative(WEST_YORKSHIRE)


@pytest.mark.parametrize("name", [WEST_YORKSHIRE, WEST_YORKSHIRE_CHILDREN])
def test_both_are_for_mental_health(name):
    words = sectors(collaborative(name)).casefold()
    assert "mental health" in words or "mhlda" in words


def test_sarah_sams_is_head_of_commissioning():
    person = contact(WEST_YORKSHIRE, "Sarah Sams")
    assert person.role.casefold().startswith("head of commissioning")
    assert cites(person, EVENT, SPECIALISED, CHILDREN, PANEL)


@pytest.mark.parametrize(
    "aim",
    [
        r"reduc|fewer",  # young people admitted to inpatient beds
        r"close(r)? to home",
        r"length of|short",  # hospital stays
        r"reinvest",  # in the community offer
    ],
)
def test_the_aims_of_the_childrens_collaborative(aim):
    lines = interests(WEST_YORKSHIRE_CHILDREN, "priority", aim)
    assert any(cites(line, EVENT, AIMS) for line in lines)


def test_the_quality_surveillance_procedure_is_there_to_be_shared():
    lines = [
        *interests(WEST_YORKSHIRE, "share", "quality surveillance"),
        *interests(WEST_YORKSHIRE_CHILDREN, "share", "quality surveillance"),
    ]
    assert lines
    assert all(cites(line, EVENT, "Quality Surveillance and/ or Assurance") for line in lines)


def test_no_member_of_the_west_yorkshire_collaboratives_is_named():
    assert members(WEST_YORKSHIRE) | members(WEST_YORKSHIRE_CHILDREN) == set()


# Nottingham and Nottinghamshire

NOTTINGHAM_MEMBERS = [
    ("Nottinghamshire Healthcare NHS FT", "nhs-foundation-trust"),
    ("Sherwood Forest Hospitals NHS FT", "nhs-foundation-trust"),
    ("Nottingham University Hospitals NHS Trust", "nhs-trust"),
    ("Doncaster and Bassetlaw Teaching Hospitals NHS FT", "nhs-foundation-trust"),
    ("East Midlands Ambulance Services NHS Trust.", "nhs-trust"),
]


@pytest.mark.parametrize(("printed", "kind"), NOTTINGHAM_MEMBERS)
def test_each_of_the_five_member_organisations(printed, kind):
    row = membership(NOTTINGHAM, printed)
    assert (row.role, row.organisation.kind) == ("member", kind)
    assert cites(row, EVENT, "Our Five Member Organisations")


def test_nottingham_has_those_five_and_no_other():
    assert members(NOTTINGHAM) == {organisation(name).name for name, _ in NOTTINGHAM_MEMBERS}


def test_the_ambulance_service_has_its_proper_name():
    trust = organisation("East Midlands Ambulance Services NHS Trust")
    assert trust.name == "East Midlands Ambulance Service NHS Trust"


@pytest.mark.parametrize(
    ("name", "role"),
    [("Anthony May", "lead"), ("Claire Culverhouse", "managing director")],
)
def test_its_leaders_stand_once_each(name, role):
    leader = contact(NOTTINGHAM, name)
    assert (leader.kind, leader.email) == ("leader", "")
    assert role in leader.role.casefold()
    assert cites(leader, EVENT, AT_SCALE, PANEL)


def test_anthony_may_leads_it_and_his_trust_does_not():
    """He has two posts: chief executive of a member trust, and lead of the collaborative."""
    assert membership(NOTTINGHAM, "Nottingham University Hospitals NHS Trust").role == "member"
    acute = collaborative(EAST_MIDLANDS_ACUTE).contacts
    assert not acute.filter(name__icontains="Anthony May").exists()


def test_distributed_leadership_is_not_filed_under_shared_leadership():
    entry = collaborative(NOTTINGHAM)
    (statement,) = entry.statements.filter(
        field="governance", value__icontains="distributed leadership"
    )
    assert cites(statement, EVENT, "Governance")
    filed = {name.casefold() for name in arrangements(entry)}
    assert not filed & {"shared leadership", "lead provider", "provider leadership board"}


@pytest.mark.parametrize(
    "priority",
    ["talent management", "passporting|portability", "collaborative bank", "people services"],
)
def test_the_four_priorities_for_people_and_culture(priority):
    (line,) = interests(NOTTINGHAM, "priority", priority)
    assert cites(line, EVENT, "Priorities", "People and Culture")


@pytest.mark.parametrize(
    "priority",
    [
        "primary care",
        "corporate services",
        "problem[ -]solving",
        "joint forward plan",
        "prospectus",
    ],
)
def test_the_other_priorities(priority):
    lines = interests(NOTTINGHAM, "priority", priority)
    assert any(cites(line, EVENT, "Priorities", "What else?") for line in lines)


def test_urgent_care_was_looked_at_and_is_no_priority():
    assert interests(NOTTINGHAM, "priority", "urgent") == []


@pytest.mark.parametrize(
    "told", ["lead chief executive", "three levels", "delegation", "east midlands"]
)
def test_how_nottingham_is_governed(told):
    (statement,) = collaborative(NOTTINGHAM).statements.filter(
        field="governance", value__icontains=told
    )
    assert cites(statement, EVENT, "Governance")


def test_a_memorandum_is_printed_as_an_example_only():
    row = arrangement(collaborative(NOTTINGHAM), "memorandum")
    assert "example" in row.note
    assert cites(row, EVENT, "Governance")


@pytest.mark.parametrize(
    "step", ["priorities", "distributed executive", "system", "boards", "prospectus"]
)
def test_nottinghams_next_steps_are_its_future_work(step):
    lines = interests(NOTTINGHAM, "future", step)
    assert lines
    assert all(cites(line, EVENT, "Next Steps") for line in lines)


def test_od_is_not_spelt_out_because_the_cell_does_not():
    (line,) = interests(CAMHS, "search", r"\bOD\b")
    assert "organisational" not in line.text.casefold()
