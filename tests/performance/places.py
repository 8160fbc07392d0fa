"""What synthetic collaboratives work in and are made of: places, vocabulary, organisations."""

import datetime

from django.utils.text import slugify

from directory.models import (
    GovernanceModel,
    Organisation,
    OrganisationAlias,
    Region,
    Sector,
    System,
    SystemSuccession,
    Theme,
)
from library.models import Citation, Publication

from . import vocabulary as words

SYSTEMS = 48
CLOSED_SYSTEMS = 12
ORGANISATIONS = 220

OPENED = datetime.date(2022, 7, 1)
CLOSED = datetime.date(2026, 3, 31)
REOPENED = datetime.date(2026, 4, 1)


def make_all(chance):
    """Every row that collaboratives of any number share."""
    make_citations()
    make_vocabulary()
    make_systems()
    make_organisations(chance)


def make_citations():
    """Every heading of every publication."""
    publications = Publication.objects.bulk_create(
        Publication(title=title, slug=slugify(title), kind=kind, publisher="Example Press")
        for title, kind in words.PUBLICATIONS
    )
    Citation.objects.bulk_create(
        Citation(publication=publication, locator=heading)
        for publication in publications
        for heading in words.HEADINGS
    )


def make_vocabulary():
    """Sectors, themes and the ways of governing."""
    Sector.objects.bulk_create(
        Sector(name=name, slug=slugify(name), order=place)
        for place, (name, _) in enumerate(words.SECTORS)
    )
    Theme.objects.bulk_create(Theme(name=name, slug=slugify(name)) for name in words.THEMES)
    GovernanceModel.objects.bulk_create(
        GovernanceModel(
            name=name,
            slug=slugify(name),
            family=family,
            order=place,
            status="published",
            summary=f"How members decide by {name.lower()}.",
        )
        for place, (family, name) in enumerate(words.GOVERNANCE)
    )


def make_systems():
    """The regions, and their systems; each closed one went into one or two that are open."""
    regions = Region.objects.bulk_create(
        Region(name=name, slug=slugify(name), ods_code=code) for name, code in words.REGIONS
    )
    systems = System.objects.bulk_create(
        System(
            name=f"{words.PLACES[number * 6]} and {words.PLACES[number * 6 + 3]}",
            slug=f"{words.PLACES[number * 6]}-and-{words.PLACES[number * 6 + 3]}".lower(),
            ods_code=f"Q{number:02}",
            region=regions[number % len(regions)],
            opened=OPENED if number < SYSTEMS - 6 else REOPENED,
            closed=CLOSED if number < CLOSED_SYSTEMS else None,
        )
        for number in range(SYSTEMS)
    )
    SystemSuccession.objects.bulk_create(
        SystemSuccession(predecessor=systems[number], successor=systems[successor])
        for number in range(CLOSED_SYSTEMS)
        for successor in {SYSTEMS - 6 + number % 6, SYSTEMS - 6 + number // 4}
    )


def make_organisations(chance):
    """Trusts and others, a few of them closed, each third one with a second name."""
    systems = list(System.objects.order_by("pk"))
    kinds = [kind for *kind, weight in words.ORGANISATION_KINDS for _ in range(weight)]
    organisations = []
    for number in range(ORGANISATIONS):
        kind, suffix = chance.choice(kinds)
        name = f"{words.PLACES[number]} {suffix}"
        organisations.append(
            Organisation(
                name=name,
                slug=slugify(name),
                short_name=words.PLACES[number][:2].upper() + f"T{number}",
                ods_code=f"R{number:04}",
                kind=kind,
                system=systems[number % SYSTEMS],
                status="draft" if number % 50 == 49 else "published",
                closed=CLOSED if number % 25 == 24 else None,
            )
        )
    Organisation.objects.bulk_create(organisations)
    OrganisationAlias.objects.bulk_create(
        OrganisationAlias(organisation=organisation, name=f"{organisation.name} (former)")
        for organisation in organisations[::3]
    )
