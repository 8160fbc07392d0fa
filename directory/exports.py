"""What leaves the directory: the national directory's thirteen columns, ours, and tidy tables."""

from collections import defaultdict

from django.db.models import F
from django.utils import timezone

from browse.listing import Column, Table

from .models import (
    Collaborative,
    Contact,
    GovernanceArrangement,
    Interest,
    Link,
    Membership,
    Organisation,
)

COLLABORATIVE_COLUMNS = (
    Column("Name", "name", "The collaborative's proper name."),
    Column("Region(s)", "regions", "NHS England regions it works in."),
    Column("System(s)", "systems", "Integrated care systems it works in, closed ones included."),
    Column("Footprint", "footprint", "How far it reaches: System (one) or Multi-system."),
    Column("List of members", "members", "Organisations whose membership goes on."),
    Column("Sector(s)", "sectors", "Kinds of care."),
    Column("Current governance model", "governance", "Models and forums it uses today."),
    Column("Current priorities", "priority", "What it works on."),
    Column("Learning to share", "share", "What others can learn from it."),
    Column("Searching for learning", "search", "What it wants to learn from others."),
    Column("Potential future work", "future", "What it may do next."),
    Column("Contact details", "contacts", "Role and name; addresses of shared mailboxes only."),
    Column("Helpful links", "links", "Pages about it."),
    Column("Identifier", "slug", "The last part of its address here; it never changes."),
    Column("Page", "page", "Its page in this directory."),
    Column("Number of members", "size", "How many organisations the list of members holds."),
    Column("Innovators scheme", "innovator", "Yes if in the national scheme of April 2023."),
    Column("Last verified", "verified", "When the entry was last checked against its sources."),
    Column("Sources", "sources", "The publications and headings the entry is taken from."),
)
"""In the order the national directory gives its thirteen, then six of ours."""

MEMBER_COLUMNS = (
    Column("Collaborative", "collaborative", "The collaborative's name."),
    Column("Identifier", "identifier", "The collaborative's identifier."),
    Column("Member", "member", "The organisation's name."),
    Column("ODS code", "code", "The organisation's code; empty where it has none."),
    Column("Kind", "kind", "The kind of organisation."),
    Column("Role", "role", "Member, lead provider, partner or associate."),
    Column("From", "since", "When the membership began, as precisely as known."),
    Column("To", "until", "When it ended; empty while it goes on or where unknown."),
    Column("Note", "note", "What else is stated of the membership."),
    Column("Sources", "sources", "Where this is stated."),
)

INTEREST_COLUMNS = (
    Column("Collaborative", "collaborative", "The collaborative's name."),
    Column("Identifier", "identifier", "The collaborative's identifier."),
    Column("List", "list", "Which of the national directory's four lists."),
    Column("Text", "text", "The line itself."),
    Column("Themes", "themes", "The themes it is filed under."),
    Column("Sources", "sources", "Where this is stated."),
)

ORGANISATION_COLUMNS = (
    Column("Name", "name", "The organisation's name."),
    Column("ODS code", "ods_code", "Its code; empty where it has none."),
    Column("Kind", "kind", "The kind of organisation."),
    Column("Sector(s)", "sectors", "Kinds of care, where known."),
    Column("System", "system", "The system its head office is filed under."),
    Column("Region", "region", "The region of that system."),
    Column("Other names", "aliases", "Short names, former names and other spellings."),
    Column("Opened", "opened", "Its first day, where known."),
    Column("Closed", "closed", "Its last day; empty while it is open."),
    Column("Became", "became", "What became of it once closed."),
    Column("Collaboratives", "collaboratives", "Collaboratives it is in, or was in."),
    Column("Identifier", "slug", "The last part of its address here."),
    Column("Page", "page", "Its page in this directory."),
    Column("Sources", "sources", "Where this is stated."),
)


def grouped(queryset, key, *values):
    """A queryset's rows by key: single values as a list, several as a list of tuples."""
    found = defaultdict(list)
    for first, *rest in queryset.values_list(key, *values):
        found[first].append(rest[0] if len(values) == 1 else tuple(rest))
    return found


def linked(model, relation, keys, order="name"):
    """Names of what a many-to-many relation links to each of these keys."""
    rows = model.objects.filter(pk__in=keys, **{f"{relation}__isnull": False})
    return grouped(rows.order_by("pk", f"{relation}__{order}"), "pk", f"{relation}__name")


def sources_of(model, keys):
    """“Publication, heading” of each citation of these keys."""
    rows = model.objects.filter(pk__in=keys, citations__isnull=False)
    places = grouped(
        rows.order_by("pk", "citations__publication__title", "citations__locator"),
        "pk",
        "citations__publication__title",
        "citations__locator",
    )
    return {
        key: [f"{title}, “{locator}”" for title, locator in found] for key, found in places.items()
    }


def collaborative_rows(keys, site):
    """The rows of these collaboratives, in this order, in a fixed number of queries."""
    fields = ("pk", "name", "slug", "footprint", "innovator", "last_verified")
    own = {row[0]: row for row in Collaborative.objects.filter(pk__in=keys).values_list(*fields)}
    of = _collaborative_lists(keys)
    empty = []
    for key in keys:
        if key in own:
            _, name, slug, footprint, innovator, verified = own[key]
            lists = {column: found.get(key, empty) for column, found in of.items()}
            yield lists | {
                "name": name,
                "slug": slug,
                "footprint": FOOTPRINTS[footprint],
                "page": f"{site}/collaboratives/{slug}/",
                "size": len(lists["members"]),
                "innovator": "Yes" if innovator else "No",
                "verified": verified,
            }


FOOTPRINTS = {"": "", **dict(Collaborative.Footprint.choices)}


def _collaborative_lists(keys):
    today = timezone.localdate()
    of_keys = {"collaborative__in": keys}
    members = Membership.objects.published().current(today).filter(**of_keys)
    governance = GovernanceArrangement.objects.published().current(today).filter(**of_keys)
    interests = Interest.objects.filter(**of_keys).order_by("order", "pk")
    lists = {
        "regions": linked(Collaborative, "regions", keys),
        "systems": linked(Collaborative, "systems", keys),
        "sectors": linked(Collaborative, "sectors", keys, "order"),
        "members": grouped(
            members.order_by("organisation__name").distinct(),
            "collaborative",
            "organisation__name",
        ),
        "governance": grouped(
            governance.order_by("governance_model__family", "governance_model__order"),
            "collaborative",
            "governance_model__name",
        ),
        "contacts": _contacts(keys),
        "links": grouped(Link.objects.filter(**of_keys).order_by("title"), "collaborative", "url"),
        "sources": sources_of(Collaborative, keys),
    }
    by_list = grouped(interests, "collaborative", "kind", "text")
    for kind in Interest.Kind.values:
        lists[kind] = {
            k: [text for kd, text in found if kd == kind] for k, found in by_list.items()
        }
    return lists


def _contacts(keys):
    rows = Contact.objects.filter(collaborative__in=keys).order_by("kind", "order", "role")
    found = grouped(rows, "collaborative", "role", "name", "email", "shared_mailbox")
    return {key: [_contact(*contact) for contact in contacts] for key, contacts in found.items()}


def _contact(role, name, email, shared_mailbox):
    parts = [role, name, email if shared_mailbox else ""]
    return ", ".join(filter(None, parts))


def member_rows(keys, site):
    """One row for each membership, past ones included, of these collaboratives."""
    rows = (
        Membership.objects.published()
        .filter(collaborative__in=keys)
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
    rows = Interest.objects.filter(collaborative__in=keys).order_by("kind", "order", "pk")
    facts = rows.values(
        "pk", "kind", "text", owner=F("collaborative"),
        collaborative_name=F("collaborative__name"), identifier=F("collaborative__slug"),
    )  # fmt: skip
    numbers = [fact["pk"] for fact in facts]
    sources, themes = sources_of(Interest, numbers), linked(Interest, "themes", numbers)
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
    rows = Organisation.objects.filter(pk__in=keys).values(
        "pk", "name", "slug", "ods_code", "kind", "opened", "closed",
        system_name=F("system__name"), region=F("system__region__name"),
    )  # fmt: skip
    own = {row["pk"]: row for row in rows}
    memberships = Membership.objects.published().filter(organisation__in=keys)
    lists = {
        "sectors": linked(Organisation, "sectors", keys, "order"),
        "aliases": linked(Organisation, "aliases", keys),
        "became": linked(Organisation, "successors", keys),
        "sources": sources_of(Organisation, keys),
        "collaboratives": grouped(
            memberships.order_by("collaborative__name").distinct(),
            "organisation",
            "collaborative__name",
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


COLLABORATIVES = Table(
    "collaboratives", "Collaboratives", COLLABORATIVE_COLUMNS, collaborative_rows
)
MEMBERS = Table(
    "collaboratives/members",
    "Members of collaboratives",
    MEMBER_COLUMNS,
    member_rows,
    "one row a membership",
)
INTERESTS = Table(
    "collaboratives/interests",
    "Priorities and learning",
    INTEREST_COLUMNS,
    interest_rows,
    "one row a line",
)
ORGANISATIONS = Table("organisations", "Organisations", ORGANISATION_COLUMNS, organisation_rows)
