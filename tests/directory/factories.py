"""Rows for tests, with fixed values: each function makes one thing and says only what matters.

Lists of things (`regions=[…]`, `citations=[…]`) are taken as the plain fields are. What is not
given is empty where the sources may be silent, and cited once where a source is a must.
"""

import datetime

from django.utils.text import slugify

from directory.models import (
    Collaborative,
    CollaborativeAlias,
    Contact,
    Correction,
    GovernanceArrangement,
    GovernanceModel,
    GovernancePoint,
    Interest,
    Link,
    Membership,
    Organisation,
    OrganisationAlias,
    OrganisationSuccession,
    Region,
    Sector,
    Statement,
    System,
    SystemSuccession,
    Theme,
)
from library.models import Citation, Publication

JULY_2022 = datetime.date(2022, 7, 1)


def make(model, **fields):
    """A saved row; fields that are lists of other rows are set once it has a key.

    What has a slug gets one made of its name, unless it is given.
    """
    if hasattr(model, "slug") and "slug" not in fields:
        fields["slug"] = slugify(fields["name"])
    many = {field.name for field in model._meta.many_to_many} & fields.keys()
    row = model.objects.create(**{name: fields[name] for name in fields.keys() - many})
    for name in many:
        getattr(row, name).set(fields[name])
    return row


def fact(model, **fields):
    """A row with a source: the one given, or the one that all facts of tests share."""
    return make(model, **{"citations": [citation()], **fields})


def entry(model, name, published, **fields):
    """Something curators draft and publish."""
    return fact(model, name=name, status="published" if published else "draft", **fields)


def publication(title="Working together", *, reference=False, **fields):
    """A briefing, or reference data; the same one for the same title."""
    evidence = Publication.Evidence.REFERENCE if reference else Publication.Evidence.BRIEFING
    given = {"title": title, "publisher": "NHS Providers", "evidence": evidence, **fields}
    kind = "register" if reference else "briefing"
    slug = fields.get("slug", slugify(title))
    return Publication.objects.get_or_create(slug=slug, defaults={"kind": kind, **given})[0]


def citation(locator="Background", source=None):
    """A place in a publication; the same one for the same heading."""
    place = {"publication": source or publication(), "locator": locator}
    return Citation.objects.get_or_create(**place)[0]


def reference_citation(locator="Row RX4"):
    """A place in the register of trusts."""
    return citation(locator, publication("Register of trusts", reference=True))


def one_of_everything():
    """One of each thing that has a page, under its factory's own name."""
    place = system()
    entry = collaborative(regions=[place.region], systems=[place], innovator=True)
    membership(entry, organisation(system=place))
    arrangement(entry, governance_model())
    governance_point(governance_model=governance_model("Joint committee"))
    interest(entry, themes=[theme()])
    return entry


def region(name="London", ods_code="Y56", **fields):
    return fact(Region, name=name, ods_code=ods_code, **fields)


def system(name="North East London", ods_code="QMF", **fields):
    """An open system, in London unless a region is given."""
    given = {"opened": JULY_2022, **fields}
    given["region"] = given.get("region") or Region.objects.first() or region()
    return fact(System, name=name, ods_code=ods_code, **given)


def system_succession(predecessor, successor, **fields):
    return fact(SystemSuccession, predecessor=predecessor, successor=successor, **fields)


def sector(name="Acute", **fields):
    return make(Sector, name=name, **fields)


def theme(name="Workforce", **fields):
    return make(Theme, name=name, **fields)


def organisation(name="Alder Trust", *, published=True, **fields):
    given = {"kind": Organisation.Kind.FOUNDATION_TRUST, **fields}
    return entry(Organisation, name, published, **given)


def organisation_alias(organisation, name="ALDER", **fields):
    return fact(OrganisationAlias, organisation=organisation, name=name, **fields)


def organisation_succession(predecessor, successor, **fields):
    return fact(OrganisationSuccession, predecessor=predecessor, successor=successor, **fields)


def collaborative(name="Northern Alliance", *, published=True, **fields):
    given = {"summary": f"What {name} is.", **fields}
    return entry(Collaborative, name, published, **given)


def collaborative_alias(collaborative, name="NORTH", **fields):
    return fact(CollaborativeAlias, collaborative=collaborative, name=name, **fields)


def membership(collaborative, organisation, **fields):
    return fact(Membership, collaborative=collaborative, organisation=organisation, **fields)


def governance_model(name="Committees in common", *, published=True, **fields):
    given = {"family": GovernanceModel.Family.FORUM, "summary": f"What {name} is.", **fields}
    return entry(GovernanceModel, name, published, **given)


def governance_point(name="Stress-testing", *, published=True, **fields):
    """A point about no one model, unless one is given."""
    given = {"kind": GovernancePoint.Kind.OVERSIGHT, "text": f"Why {name}.", **fields}
    return entry(GovernancePoint, name, published, **given)


def arrangement(collaborative, governance_model, **fields):
    given = {"collaborative": collaborative, "governance_model": governance_model, **fields}
    return fact(GovernanceArrangement, **given)


def interest(collaborative, text="Shared staff banks", **fields):
    given = {"kind": Interest.Kind.PRIORITY, **fields}
    return fact(Interest, collaborative=collaborative, text=text, **given)


def contact(collaborative, role="Managing director", name="Ann Example", **fields):
    return fact(Contact, collaborative=collaborative, role=role, name=name, **fields)


def link(collaborative, title="Our plan", url="https://example.org/plan", **fields):
    return fact(Link, collaborative=collaborative, title=title, url=url, **fields)


def statement(collaborative, field, value, **fields):
    return fact(Statement, collaborative=collaborative, field=field, value=value, **fields)


def correction(collaborative, printed="Black County", corrected="Black Country", **fields):
    given = {"printed": printed, "corrected": corrected, **fields}
    return fact(Correction, collaborative=collaborative, **given)
