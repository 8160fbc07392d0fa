"""How the rows of exports are read: those of many keys at a time, in a fixed number of queries."""

import json
from collections import defaultdict

from django.db import connection
from django.db.models import Case, F, OuterRef, TextField, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat
from django.utils import timezone

from browse.joined import Joined, apart
from library.models import Citation

from .models import (
    Collaborative,
    Contact,
    Correction,
    GovernanceArrangement,
    Interest,
    Link,
    Membership,
    Organisation,
    OrganisationAlias,
    Statement,
)

CHUNK = 5000
WIDE = 500  # rows of whole lists are large: as few at a time as cost no speed
PUBLISHED = Collaborative.Status.PUBLISHED


def among(keys):
    """These keys as the right side of `__in`, handed to the database as one parameter.

    Django takes longer to prepare thousands of parameters than a database to find their rows, and
    in a union of several queries each of them would hold them all again.
    """
    keys = list(keys)
    if connection.vendor == "sqlite":
        return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(keys)])
    return RawSQL("SELECT unnest(%s::bigint[])", [keys])


def grouped(rows):
    """Rows of (key, value) as lists of values by key."""
    found = defaultdict(list)
    for key, value in rows.iterator(CHUNK):
        found[key].append(value)
    return found


def each_once(rows):
    """The same, each value once: cheaper here than as the database's DISTINCT."""
    return {key: list(dict.fromkeys(values)) for key, values in grouped(rows).items()}


def linked(relation, keys, *order, **conditions):
    """Names of what a many-to-many relation links to each of these keys, on these conditions."""
    owner, target = relation.field.m2m_field_name(), relation.field.m2m_reverse_field_name()
    links = relation.through.objects.filter(**{f"{owner}__in": among(keys)}, **conditions)
    links = links.order_by(*(f"{target}__{name}" for name in order or ("name",)))
    return grouped(links.values_list(owner, f"{target}__name"))


def cited_by(model, keys):
    """The (key, citation) pairs of rows of this model."""
    through, owner = model.citations.through, model.citations.field.m2m_field_name()
    return through.objects.filter(**{f"{owner}__in": among(keys)}).values_list(owner, "citation")


def sources_of(model, keys):
    """“Publication, heading” of each citation of these keys."""
    return places(cited_by(model, keys))


def sources_with_facts(keys):
    """The same for collaboratives, of what their published facts cite too: each place once."""
    facts = [
        rows.filter(collaborative__in=among(keys), citations__isnull=False)
        .order_by()
        .values_list("collaborative", "citations")
        for rows in (
            Membership.objects.filter(organisation__status=PUBLISHED),
            GovernanceArrangement.objects.filter(governance_model__status=PUBLISHED),
            *(model.objects for model in (Interest, Contact, Link, Statement, Correction)),
        )
    ]
    return places(cited_by(Collaborative, keys).union(*facts))


def places(rows):
    """Rows of (key, citation) as lists of places by key, in the order of their titles."""
    cited = grouped(rows)
    needed = among({citation for found in cited.values() for citation in found})
    citations = Citation.objects.filter(pk__in=needed).values_list(
        "pk", "publication__title", "locator"
    )
    places = {pk: f"{title}, “{locator}”" for pk, title, locator in citations}
    rank = {pk: place for place, pk in enumerate(places)}
    return {
        key: [places[c] for c in sorted(found, key=rank.__getitem__)]
        for key, found in cited.items()
    }


def collaborative_rows(keys, site):
    """The rows of these collaboratives, in this order, in a fixed number of queries."""
    lists = lists_of_collaboratives()
    found = Collaborative.objects.published_among(among(keys)).order_by()
    found = {row[0]: row for row in found.values_list(*FIELDS, *lists.values()).iterator(WIDE)}
    sources, stated, nothing = sources_with_facts(keys), stated_otherwise(found, lists), []
    for key in keys:
        if key in found:
            _, name, slug, footprint, innovator, verified, *joined = found[key]
            row = dict(zip(lists, map(apart, joined), strict=True))
            row |= by_kind(row.pop("lines"))
            row["members"] = names_of_each(row["members"])
            row["size"] = len(row["members"]) or None
            if key in stated:
                row |= {name: row[name] or values for name, values in stated[key].items()}
            row["name"], row["slug"] = name, slug
            row["footprint"] = FOOTPRINTS[footprint]
            row["page"] = f"{site}/collaboratives/{slug}/"
            row["innovator"] = "Yes" if innovator else "No"
            row["verified"] = verified
            row["sources"] = sources.get(key, nothing)
            yield row


def stated_otherwise(found, lists):
    """By key and column, what sources state where no member or no model is known by name."""
    places = [len(FIELDS) + list(lists).index(name) for name in STATED.values()]
    lacking = [key for key, row in found.items() if not all(row[place] for place in places)]
    stated = defaultdict(lambda: defaultdict(list))
    rows = Statement.objects.filter(collaborative__in=among(lacking), field__in=STATED)
    for key, field, value in rows.order_by("pk").values_list("collaborative", "field", "value"):
        stated[key][STATED[field]].append(value)
    return stated


FIELDS = ("pk", "name", "slug", "footprint", "innovator", "last_verified")
STATED = {Statement.Field.MEMBERSHIP: "members", Statement.Field.GOVERNANCE: "governance"}
KINDS = tuple(Interest.Kind.values)
FOOTPRINTS = {"": "", **dict(Collaborative.Footprint.choices)}


def lists_of_collaboratives():
    """What a row lists, by column: each list read by the database as one text."""
    today = timezone.localdate()
    of_this = {"collaborative": OuterRef("pk")}
    members = Membership.objects.current(today).filter(organisation__status=PUBLISHED, **of_this)
    used = GovernanceArrangement.objects.current(today).filter(
        governance_model__status=PUBLISHED, **of_this
    )
    lines = Interest.objects.filter(**of_this)
    contacts = Contact.objects.filter(**of_this).order_by("kind", "order", "role")
    return {
        "regions": linked_names(Collaborative.regions),
        "systems": linked_names(Collaborative.systems),
        "sectors": linked_names(Collaborative.sectors, "order"),
        "members": Joined(members.order_by("organisation__name"), keyed("organisation")),
        "governance": Joined(
            used.order_by("governance_model__family", "governance_model__order"),
            "governance_model__name",
        ),
        "lines": Joined(lines.order_by("order", "pk"), Concat("kind", Value(":"), "text")),
        "contacts": Joined(contacts, in_words()),
        "links": Joined(Link.objects.filter(**of_this).order_by("title"), "url"),
    }


def linked_names(relation, *order):
    """Names of what a many-to-many relation links a row to."""
    owner, target = relation.field.m2m_field_name(), relation.field.m2m_reverse_field_name()
    links = relation.through.objects.filter(**{owner: OuterRef("pk")})
    links = links.order_by(*(f"{target}__{name}" for name in order or ("name",)))
    return Joined(links, f"{target}__name")


def keyed(path):
    """The name of what this path leads to, after its key: names may repeat."""
    return Concat(path, Value(":"), f"{path}__name", output_field=TextField())


def names_of_each(things):
    """The names of keyed things, each thing once."""
    return [thing.partition(":")[2] for thing in dict.fromkeys(things)]


def by_kind(lines):
    """The lines of each of the four lists, which are read together: once, not four times."""
    lists = {kind: [] for kind in KINDS}
    for line in lines:
        kind, _, text = line.partition(":")
        lists.setdefault(kind, []).append(text)  # of no kind, should a line hold a separator
    return lists


def in_words():
    """Role and name of a contact; the address only where it is a shared mailbox's."""
    text = TextField()
    address = When(shared_mailbox=True, then=Concat(Value(", "), "email", output_field=text))
    return Concat(
        "role",
        Case(When(name="", then=Value("")), default=Concat(Value(", "), "name")),
        Case(address, default=Value(""), output_field=text),
        output_field=text,
    )


def member_rows(keys, site):
    """One row for each membership, past ones included, of these collaboratives."""
    rows = (
        Membership.objects.published()
        .filter(collaborative__in=among(keys))
        .order_by("organisation__name", "since")
    )
    facts = rows.values(
        "pk", "since", "until", "note", "role",
        owner=F("collaborative"), collaborative_name=F("collaborative__name"),
        identifier=F("collaborative__slug"), member=F("organisation__name"),
        code=F("organisation__ods_code"), kind=F("organisation__kind"),
    )  # fmt: skip
    sources = sources_of(Membership, [fact["pk"] for fact in facts])
    for fact in _in_order(facts, keys):
        yield fact | {
            "collaborative": fact["collaborative_name"],
            "kind": Organisation.Kind(fact["kind"]).label,
            "role": Membership.Role(fact["role"]).label,
            "sources": sources.get(fact["pk"], []),
        }


def interest_rows(keys, site):
    """One row for each line of the four lists of these collaboratives."""
    rows = Interest.objects.published_of(among(keys)).order_by("kind", "order", "pk")
    facts = rows.values(
        "pk", "kind", "text", owner=F("collaborative"),
        collaborative_name=F("collaborative__name"), identifier=F("collaborative__slug"),
    )  # fmt: skip
    numbers = [fact["pk"] for fact in facts]
    sources, themes = sources_of(Interest, numbers), linked(Interest.themes, numbers)
    for fact in _in_order(facts, keys):
        yield fact | {
            "collaborative": fact["collaborative_name"],
            "list": Interest.Kind(fact["kind"]).label,
            "themes": themes.get(fact["pk"], []),
            "sources": sources.get(fact["pk"], []),
        }


def _in_order(facts, keys):
    by_owner = defaultdict(list)
    for fact in facts:
        by_owner[fact["owner"]].append(fact)
    for key in keys:
        yield from by_owner[key]


def organisation_rows(keys, site):
    """The rows of these organisations, in this order, in a fixed number of queries."""
    rows = Organisation.objects.published().filter(pk__in=among(keys)).values(
        "pk", "name", "slug", "ods_code", "kind", "opened", "closed",
        system_name=F("system__name"), region=F("system__region__name"),
    )  # fmt: skip
    own = {row["pk"]: row for row in rows}
    memberships = Membership.objects.published().filter(organisation__in=among(keys))
    lists = {
        "sectors": linked(Organisation.sectors, keys, "order"),
        "aliases": grouped(
            OrganisationAlias.objects.filter(organisation__in=among(keys))
            .order_by("name")
            .values_list("organisation", "name")
        ),
        "became": linked(Organisation.successors, keys, successor__status=PUBLISHED),
        "sources": sources_of(Organisation, keys),
        "collaboratives": each_once(
            memberships.order_by("collaborative__name").values_list(
                "organisation", "collaborative__name"
            )
        ),
    }
    for key in keys:
        if key in own:
            row = own[key]
            yield (
                row
                | {column: found.get(key, []) for column, found in lists.items()}
                | {
                    "kind": Organisation.Kind(row["kind"]).label,
                    "system": row["system_name"],
                    "page": f"{site}/organisations/{row['slug']}/",
                }
            )
