"""The five briefings taken together: who is named, once each, and what none of them says.

What each briefing states is held in `briefings/`, one module a briefing. Both are written from the
briefings, never from the fixtures, so that a slip in one shows against the other.
"""

import pytest
from django.utils.text import slugify

from directory.models import Collaborative, Contact, Membership, Organisation, Statement
from library.models import Publication
from tests.directory.briefings import reading
from tests.directory.briefings.reading import (
    BENEFITS,
    CORPORATE,
    EVENT,
    LEADERSHIP,
    WORKFORCE,
    cites,
    cites_a_briefing,
    collaborative,
    facts,
    loaded_briefings,
    names,
    organisation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def directory(django_db_setup, django_db_blocker):
    """The directory as the briefings fill it."""
    with loaded_briefings(django_db_blocker):
        yield


# The briefings themselves


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        (WORKFORCE, "Overcoming workforce challenges"),
        (CORPORATE, "corporate programme"),
        (BENEFITS, "realising the benefits"),
        (LEADERSHIP, ""),  # prints no title
        (EVENT, "Provider Collaboratives Event"),
    ],
)
def test_each_briefing_is_a_publication(slug, title):
    publication = Publication.objects.get(slug=slug)
    assert publication.evidence == "briefing"
    assert title.casefold() in publication.title.casefold()


def test_the_briefings_are_these_five_and_all_else_is_reference():
    briefings = Publication.objects.filter(evidence="briefing")
    assert {briefing.slug for briefing in briefings} == set(reading.BRIEFINGS)


@pytest.mark.parametrize("slug", [CORPORATE, LEADERSHIP])
def test_a_title_of_ours_is_said_to_be_ours(slug):
    assert "prints no title" in Publication.objects.get(slug=slug).description


PRESENTATIONS = [
    "Provider Collaboratives – Governance and Legal Arrangements (Stewart Duffy, Weightmans LLP)",
    "The Evolution of Provider Collaboratives (Emily Newton, NHS Providers)",
    "Next Steps for National Policy and Support for Provider Collaboratives "
    "(Zoe Bond, NHS England)",
    "Children and Young People Mental Health Inpatient Services Provider Collaborative "
    "(Sarah Sams, West Yorkshire)",
    "Nottingham and Nottinghamshire Provider Collaborative at Scale "
    "(Anthony May and Claire Culverhouse)",
]


def test_a_place_in_the_event_says_in_which_presentation():
    places = Publication.objects.get(slug=EVENT).places.values_list("locator", flat=True)
    told = [*PRESENTATIONS, "Panel Discussion", "Welcome"]
    assert not [place for place in places if not place.startswith(tuple(told))]


def test_only_the_event_prints_its_date():
    briefings = Publication.objects.filter(slug__in=reading.BRIEFINGS).exclude(date="")
    assert [(briefing.slug, briefing.date) for briefing in briefings] == [(EVENT, "2023-12-05")]


# Every collaborative, once

COLLABORATIVES = {
    reading.NENC: {WORKFORCE, CORPORATE},
    reading.ALLIANCE: {WORKFORCE, EVENT},
    reading.GROUP: {WORKFORCE, EVENT},
    reading.NORTHAMPTONSHIRE: {BENEFITS},
    reading.SOUTH_LONDON: {BENEFITS},
    reading.EAST_MIDLANDS_ACUTE: {LEADERSHIP, EVENT},
    reading.BLACK_COUNTRY: {LEADERSHIP},
    reading.IMPACT: {LEADERSHIP},
    reading.CAMHS: {EVENT},
    reading.LONDON_ACUTE: {EVENT},
    reading.UCL: {EVENT},
    reading.BATH: {EVENT},
    reading.BUCKINGHAMSHIRE: {EVENT},
    reading.LONDON_MENTAL_HEALTH: {EVENT},
    reading.CHESHIRE: {EVENT},
    reading.SOUTH_YORKSHIRE: {EVENT},
    reading.FOUNDATION_GROUP: {EVENT},
    reading.ESSEX: {EVENT},
    reading.WEST_YORKSHIRE: {EVENT},
    reading.WEST_YORKSHIRE_CHILDREN: {EVENT},
    reading.NOTTINGHAM: {EVENT},
}


def test_the_directory_holds_every_named_collaborative_and_no_other():
    assert {entry.name for entry in Collaborative.objects.all()} == set(COLLABORATIVES)
    assert Collaborative.objects.count() == len(COLLABORATIVES) == 21


@pytest.mark.parametrize("name", COLLABORATIVES)
def test_each_is_published_at_the_address_of_its_name(name):
    entry = Collaborative.objects.get(slug=slugify(name))
    assert (entry.name, entry.status) == (name, "published")


@pytest.mark.parametrize(("name", "briefings"), COLLABORATIVES.items())
def test_each_cites_the_briefings_that_name_it_and_no_other(name, briefings):
    held = facts(collaborative(name))
    assert {slug for slug in reading.BRIEFINGS if any(cites(f, slug) for f in held)} == briefings


@pytest.mark.parametrize("name", COLLABORATIVES)
def test_each_name_is_stated_as_a_briefing_prints_it(name):
    stated = collaborative(name).statements.filter(field="name")
    assert [statement for statement in stated if cites_a_briefing(statement)]


def test_no_two_collaboratives_share_a_name():
    """The east Midlands has three, north east London three and Leicestershire two."""
    entries = Collaborative.objects.prefetch_related("aliases")
    called = [name for entry in entries for name in names(entry)]
    assert len(called) == len(set(called))


def test_only_the_nine_are_innovators():
    numbers = Collaborative.objects.filter(innovator=True).values_list(
        "innovator_number", flat=True
    )
    assert sorted(numbers) == list(range(1, 10))


# Every organisation, typed as the briefings type it

PROVIDERS = [
    "Northumbria Healthcare NHS Foundation Trust",
    "Newcastle upon Tyne Hospitals NHS Foundation Trust",
    "Gateshead Health NHS Foundation Trust",
    "South Tyneside and Sunderland NHS Foundation Trust",
    "County Durham and Darlington NHS Foundation Trust",
    "North Tees and Hartlepool NHS Foundation Trust",
    "South Tees Hospitals NHS Foundation Trust",
    "North Cumbria Integrated Care NHS Foundation Trust",
    "North East Ambulance Service NHS Foundation Trust",
    "Cumbria, Northumberland, Tyne and Wear NHS Foundation Trust",
    "Tees, Esk and Wear Valleys NHS Foundation Trust",
    "Derbyshire Healthcare NHS Foundation Trust",
    "Leicestershire Partnership NHS Trust",
    "Lincolnshire Partnership NHS Foundation Trust",
    "Northamptonshire Healthcare NHS Foundation Trust",
    "Nottinghamshire Healthcare NHS Foundation Trust",
    "St Andrew's Healthcare",
    "Kettering General Hospital NHS Foundation Trust",
    "Northampton General Hospital NHS Trust",
    "Sussex Partnership NHS Foundation Trust",
    "Oxleas NHS Foundation Trust",
    "Nottingham University Hospitals NHS Trust",
    "ELFT",
    "NELFT",
    "BEH",
    "C&I",
    "Whittington",
    "Tavistock",
    "Barts Health NHST Trust",
    "Barking Havering and Redbridge NHS Trust",
    "Homerton",
    "Sherwood Forest Hospitals NHS FT",
    "Doncaster and Bassetlaw Teaching Hospitals NHS FT",
    "East Midlands Ambulance Services NHS Trust",
]

# What stands behind the briefings themselves: no member of anything.
SUPPORTERS = [
    ("NHS England", "national-body", EVENT),
    ("NHS Providers", "membership-body", WORKFORCE),
    ("NHS Confederation", "membership-body", EVENT),
    ("CQC", "regulator", EVENT),
    ("Weightmans LLP", "law-firm", EVENT),
    ("NHS Arden and GEM", "commissioning-support-unit", LEADERSHIP),
    ("Arden & GEM", "commissioning-support-unit", LEADERSHIP),
]


def test_the_providers_named_are_these_thirty_four():
    named = {organisation(printed).name for printed in PROVIDERS}
    supporters = {organisation(printed).kind for printed, _, _ in SUPPORTERS}
    held = Organisation.objects.exclude(kind__in=supporters)
    assert {body.name for body in held if cites_a_briefing(body)} == named
    assert len(named) == 34


@pytest.mark.parametrize(("printed", "kind", "briefing"), SUPPORTERS)
def test_bodies_that_speak_and_support_are_typed_and_are_members_of_nothing(
    printed, kind, briefing
):
    body = organisation(printed)
    assert body.kind == kind
    assert cites(body, briefing)
    assert not body.memberships.exists()


# Similar names, different bodies: where briefings state members, these and no others

STATED_MEMBERS = {
    reading.NENC: 11,
    reading.ALLIANCE: 6,
    reading.GROUP: 2,
    reading.NORTHAMPTONSHIRE: 2,
    reading.SOUTH_LONDON: 1,
    reading.EAST_MIDLANDS_ACUTE: 1,
    reading.CAMHS: 6,
    reading.LONDON_ACUTE: 3,
    reading.NOTTINGHAM: 5,
}


@pytest.mark.parametrize("name", COLLABORATIVES)
def test_how_many_members_the_briefings_name(name):
    assert len(reading.members(name)) == STATED_MEMBERS.get(name, 0)


def test_no_briefing_says_which_member_leads():
    """Lead provider models are stated, lead providers are not; nor partners or associates."""
    rows = Membership.objects.exclude(role="member")
    assert not [row for row in rows if cites_a_briefing(row)]


@pytest.mark.parametrize(
    ("field", "stated"),
    [
        ("population", {reading.NENC, reading.NORTHAMPTONSHIRE}),
        ("area", {reading.NENC}),
        ("established", {reading.ALLIANCE}),
    ],
)
def test_a_figure_stands_only_where_a_briefing_prints_it(field, stated):
    rows = Statement.objects.filter(field=field).select_related("collaborative")
    assert {row.collaborative.name for row in rows if cites_a_briefing(row)} <= stated


def test_no_population_is_guessed():
    served = Collaborative.objects.exclude(population=None)
    assert {entry.name for entry in served} == {reading.NENC, reading.NORTHAMPTONSHIRE}


# People

LEADERS_AND_CONTACTS = {
    (reading.NENC, "Matt Brown"),
    (reading.GROUP, "David Williams"),
    (reading.NORTHAMPTONSHIRE, "Alan Burns"),
    (reading.SOUTH_LONDON, "Ify Okocha"),
    (reading.BLACK_COUNTRY, "Sohaib Khalid"),
    (reading.IMPACT, "Rachel Redgrave"),
    (reading.CAMHS, "Mohit Venkataram"),
    (reading.CAMHS, "Cathy Lavelle"),
    (reading.CAMHS, "Sheron Hoskings"),
    (reading.LONDON_ACUTE, "Lee Basso"),
    (reading.WEST_YORKSHIRE, "Sarah Sams"),
    (reading.NOTTINGHAM, "Anthony May"),
    (reading.NOTTINGHAM, "Claire Culverhouse"),
}

# They speak, chair, advise or are written to; they lead no collaborative.
OTHERS_NAMED = [
    "Craig de Sousa",
    "Bobby Ancil",
    "Sam Allen",
    "Stewart Duffy",
    "Emily Newton",
    "Zoe Bond",
    "Kawan Patel",
    "Poppy",
]


@pytest.mark.parametrize(("name", "person"), sorted(LEADERS_AND_CONTACTS))
def test_each_person_stands_once_with_their_collaborative(name, person):
    assert cites_a_briefing(reading.contact(name, person))


ROWS_OF_THE_DIRECTORY = (reading.CAMHS, reading.LONDON_ACUTE)


@pytest.mark.parametrize(("name", "person"), sorted(LEADERS_AND_CONTACTS))
def test_who_leads_or_speaks_is_a_leader_and_dated_only_where_the_source_is(name, person):
    found = reading.contact(name, person)
    assert found.kind == ("contact" if name in ROWS_OF_THE_DIRECTORY else "leader")
    assert found.as_of == ("2023-12-05" if cites(found, EVENT) else "")


@pytest.mark.parametrize("person", OTHERS_NAMED)
def test_others_who_are_named_are_nobodys_contact(person):
    assert not Contact.objects.filter(name__icontains=person).exists()


def test_the_one_address_printed_for_a_collaborative():
    """Those printed for a publisher, a law firm and a support unit are theirs."""
    addresses = Contact.objects.exclude(email="").values_list("email", flat=True)
    assert list(addresses) == ["lee.basso@nhs.net"]


# Anonymised examples belong to no named collaborative

EXAMPLES = "Examples of provider collaboratives delivering impact"

ANONYMOUS = [
    "4 acute trusts",
    "four acute trusts",
    "11 clinical networks",
    "104 & 78",
    "78 week",
    "120 virtual ward",
    "virtual ward beds",
    "2 trusts providing community services",
    "UCR",
    "long covid",
    "5 NHS organisations",
    "2 independent sector",
    "two independent sector",
    "5 million",
    "five million",
    "6 ICSs",
    "six ICSs",
    "six integrated care systems",
    # Said to a survey by collaboratives it does not name.
    "recruitment hub",
    "orthopaedic",
    "aseptics",
]


def all_text(entry):
    """Every word the directory holds about a collaborative."""
    attributes = ("name", "short_name", "summary", "text", "value", "note", "role", "corrected")
    held = [getattr(fact, attribute, "") for fact in facts(entry) for attribute in attributes]
    return " ".join(held).casefold()


@pytest.mark.parametrize("name", COLLABORATIVES)
def test_no_collaborative_is_credited_with_an_anonymised_example(name):
    entry = collaborative(name)
    assert not [str(fact) for fact in facts(entry) if cites(fact, EVENT, EXAMPLES)]
    text = all_text(entry)
    assert not [phrase for phrase in ANONYMOUS if phrase.casefold() in text]
    assert entry.population != 5_000_000


# What the reference data leave unverified stays out

NO_MEMBER_VERIFIED = [
    reading.UCL,
    reading.BUCKINGHAMSHIRE,
    reading.LONDON_MENTAL_HEALTH,
    reading.SOUTH_YORKSHIRE,
    reading.WEST_YORKSHIRE_CHILDREN,
]


@pytest.mark.parametrize("name", NO_MEMBER_VERIFIED)
def test_nobody_is_a_member_where_no_list_is_verified(name):
    assert not collaborative(name).memberships.exists()


@pytest.mark.parametrize("code", ["RBL", "RJN"])
def test_trusts_that_may_be_in_the_cheshire_collaborative_are_not_said_to_be(code):
    assert not Organisation.objects.get(ods_code=code).memberships.exists()


def test_no_lead_is_named_where_the_source_names_none():
    leads = Membership.objects.filter(role="lead").values_list("collaborative__name", flat=True)
    assert list(leads) == [reading.IMPACT]


def test_the_successor_of_the_tavistock_is_not_made_up():
    trust = organisation("Tavistock")
    assert str(trust.closed) == "2026-03-31"
    assert not trust.became.exists()
