"""How a fact printed in a briefing is looked up in the directory."""

import re
from contextlib import contextmanager
from itertools import chain

from django.core.management import call_command
from django.db import transaction

from directory.models import Collaborative, Organisation

WORKFORCE = "nhs-providers-workforce-briefing"
CORPORATE = "nenc-corporate-programme"
BENEFITS = "nhs-providers-realising-benefits"
LEADERSHIP = "arden-gem-leadership-event"
EVENT = "provider-collaboratives-event-2023"
BRIEFINGS = (WORKFORCE, CORPORATE, BENEFITS, LEADERSHIP, EVENT)

NENC = "North East and North Cumbria Provider Collaborative"
ALLIANCE = "East Midlands Alliance for Mental Health, Learning Disabilities and Autism"
GROUP = "Leicestershire Partnership and Northamptonshire Healthcare Group"
NORTHAMPTONSHIRE = "University Hospitals of Northamptonshire NHS Group"
SOUTH_LONDON = "South London Partnership"
BLACK_COUNTRY = "Black Country Provider Collaborative"
IMPACT = "East Midlands IMPACT"
EAST_MIDLANDS_ACUTE = "East Midlands Acute Provider Collaborative"
CAMHS = "North Central and East London CAMHS Provider Collaborative"
LONDON_ACUTE = "North East London Acute Provider Collaborative"
UCL = "UCL Health Alliance"
BATH = "Bath and North East Somerset, Swindon and Wiltshire Acute Hospital Alliance"
BUCKINGHAMSHIRE = (
    "Buckinghamshire, Oxfordshire and Berkshire West Mental Health Provider Collaborative"
)
LONDON_MENTAL_HEALTH = (
    "North East London Mental Health, Learning Disability and Autism Provider Collaborative"
)
CHESHIRE = "Cheshire and Merseyside Acute and Specialist Trust Collaborative"
SOUTH_YORKSHIRE = "South Yorkshire and Bassetlaw Acute Federation"
FOUNDATION_GROUP = "Foundation Group"
ESSEX = "Mid and South Essex Community Collaborative"
WEST_YORKSHIRE = (
    "West Yorkshire Specialised Mental Health, Learning Disability and Autism "
    "Provider Collaborative"
)
WEST_YORKSHIRE_CHILDREN = (
    "West Yorkshire Children and Young People Mental Health Inpatient Services "
    "Provider Collaborative"
)
NOTTINGHAM = "Nottingham and Nottinghamshire Provider Collaborative at Scale"


@contextmanager
def loaded_briefings(blocker):
    """The briefings' data, loaded once for many tests and gone again after them."""
    with blocker.unblock(), transaction.atomic():
        call_command("load_briefings", verbosity=0)
        yield
        transaction.set_rollback(True)


def plain(text):
    """Text as it is compared: no case, no curly quotes, no leading "The", trusts' forms in full."""
    text = re.sub(r"[‘’]", "'", text.casefold())
    text = re.sub(r"[–—-]", "-", text)
    text = re.sub(r"\bft\b", "foundation trust", text)
    return re.sub(r"\s+", " ", text).strip(" .").removeprefix("the ")


def names(entry):
    """All a thing is called: its name, its short name and its aliases."""
    given = [entry.name, entry.short_name, *(alias.name for alias in entry.aliases.all())]
    return {plain(name) for name in given if name}


def find(model, printed):
    """The one entry that goes by this printed name."""
    found = [e for e in model.objects.prefetch_related("aliases") if plain(printed) in names(e)]
    assert len(found) == 1, f"{printed!r} finds {[str(entry) for entry in found]}"
    return found[0]


def collaborative(printed):
    return find(Collaborative, printed)


def organisation(printed):
    return find(Organisation, printed)


def facts(entry):
    """All that the directory holds about a collaborative and that carries sources, itself first."""
    return list(
        chain(
            [entry],
            entry.aliases.all(),
            entry.memberships.all(),
            entry.interests.all(),
            entry.contacts.all(),
            entry.links.all(),
            entry.arrangements.all(),
            entry.statements.all(),
            entry.corrections.all(),
        )
    )


def cites(fact, publication, *headings):
    """Whether a fact is sourced to this publication, under one of these headings if any given."""
    return any(
        citation.publication.slug == publication
        and (not headings or any(plain(heading) in place(citation) for heading in headings))
        for citation in fact.citations.all()
    )


def place(citation):
    """The heading a citation names, without the presentation or collaborative it belongs to."""
    return plain(citation.locator.rpartition("): ")[2])


def cites_a_briefing(fact):
    return any(cites(fact, publication) for publication in BRIEFINGS)


def states(entry, field, publication, *headings):
    """Whether a collaborative's field is sourced there, by a statement or by the entry itself."""
    sourced = [entry, *entry.statements.filter(field=field)]
    return any(cites(fact, publication, *headings) for fact in sourced)


def membership(printed_collaborative, printed_organisation):
    """The one membership of an organisation in a collaborative that a briefing states."""
    rows = collaborative(printed_collaborative).memberships.filter(
        organisation=organisation(printed_organisation)
    )
    found = [row for row in rows if cites_a_briefing(row)]
    assert len(found) == 1, f"{printed_organisation} in {printed_collaborative}: {found}"
    return found[0]


def members(printed_collaborative):
    """The organisations that a briefing says are in a collaborative."""
    rows = collaborative(printed_collaborative).memberships.select_related("organisation")
    return {row.organisation.name for row in rows if cites_a_briefing(row)}


def contact(printed_collaborative, name):
    """The one entry of a person among a collaborative's leaders and contacts."""
    found = list(collaborative(printed_collaborative).contacts.filter(name__icontains=name))
    assert len(found) == 1, f"{name} at {printed_collaborative}: {found}"
    return found[0]


def interests(printed_collaborative, kind, *pattern):
    """A collaborative's lines of one of the four lists, or those that match a pattern."""
    lines = collaborative(printed_collaborative).interests.filter(kind=kind)
    return [line for line in lines if all(re.search(p, line.text, re.I) for p in pattern)]


def sectors(entry):
    return "; ".join(sector.name for sector in entry.sectors.all())


def arrangements(entry):
    """The names of the governance models that a briefing says a collaborative uses."""
    rows = entry.arrangements.select_related("governance_model")
    return {row.governance_model.name for row in rows if cites_a_briefing(row)}


def arrangement(entry, pattern):
    """The one arrangement whose governance model's name matches."""
    rows = entry.arrangements.select_related("governance_model")
    found = [row for row in rows if re.search(pattern, row.governance_model.name, re.I)]
    assert len(found) == 1, f"{pattern} among {[str(row) for row in rows]}"
    return found[0]


def correction(entry, printed):
    """The one note that says how a slip in a source was put right."""
    found = [row for row in entry.corrections.all() if plain(printed) in plain(row.printed)]
    assert len(found) == 1, f"{printed!r} among {[row.printed for row in entry.corrections.all()]}"
    return found[0]
