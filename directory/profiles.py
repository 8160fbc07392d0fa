"""Everything a collaborative's own page shows, read in a fixed number of queries.

The short lists come together in one query, and so do the sources of every fact: a profile costs
as many queries whether the collaborative has two members or two hundred.
"""

import itertools
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from django.db.models import Value
from django.urls import reverse

from library.sources import Sources

from .additions import additions_to, facts_of
from .models import (
    Collaborative,
    CollaborativeAlias,
    GovernanceArrangement,
    Interest,
    Link,
    Membership,
    Organisation,
    OrganisationSuccession,
    Region,
    Sector,
    System,
    SystemSuccession,
)


@dataclass
class Member:
    """An organisation's place in the collaborative, and what else it belongs to."""

    membership: Membership
    became: list = field(default_factory=list)
    elsewhere: list = field(default_factory=list)


class Elsewhere(NamedTuple):
    """Another collaborative, as far as a link needs: members may be in thousands of them."""

    slug: str
    name: str

    def get_absolute_url(self):
        return reverse("collaborative", args=[self.slug])


@dataclass
class Overlap:
    """Another collaborative, and the members it has in common with this one."""

    collaborative: Elsewhere
    shared: list = field(default_factory=list)


class CollaborativeProfile:
    """One collaborative as its page shows it on this day. Drafts of anything stay out."""

    def __init__(self, collaborative, today):
        self.collaborative = collaborative
        self.today = today
        self.names = ShortLists(collaborative)
        self.systems = list(collaborative.systems.all())
        self.memberships = list(Membership.objects.of(collaborative))
        self.arrangements = list(GovernanceArrangement.objects.of(collaborative))
        self.interests = list(collaborative.interests.prefetch_related("themes"))
        self.contacts = list(collaborative.contacts.all())
        self.statements = list(collaborative.statements.all())
        self.corrections = list(collaborative.corrections.all())
        self.elsewhere = memberships_elsewhere(collaborative, today)
        self.additions = additions_to(collaborative)

    @cached_property
    def sources(self):
        """Where every fact of the page is stated."""
        lists = (
            self.names.aliases, self.names.links, self.memberships, self.arrangements,
            self.interests, self.contacts, self.statements, self.corrections,
            facts_of(self.additions),
        )  # fmt: skip
        return Sources(self.collaborative, *(fact for facts in lists for fact in facts))

    @property
    def part_of(self):
        """The published collaborative that contains it, if any."""
        whole = self.collaborative.part_of
        return whole if whole and whole.is_published else None

    @cached_property
    def members(self):
        """Its members today, each with what else it belongs to."""
        return [self._member(m) for m in self.memberships if not m.has_ended(self.today)]

    @cached_property
    def past_members(self):
        """Memberships that are over."""
        return [self._member(m) for m in self.memberships if m.has_ended(self.today)]

    @property
    def has_dates(self):
        """Whether the sources say of any member since when it has been one."""
        return any(m.membership.since or m.membership.until for m in self.members)

    def _member(self, membership):
        key = membership.organisation_id
        return Member(membership, self.names.became(key), self.elsewhere[key])

    @cached_property
    def overlaps(self):
        """Other collaboratives that its members today are also in, most in common first."""
        found = defaultdict(list)
        for member in {m.membership.organisation_id: m for m in self.members}.values():
            for other in member.elsewhere:
                found[other].append(member.membership.organisation)
        overlaps = itertools.starmap(Overlap, found.items())
        return sorted(overlaps, key=lambda o: (-len(o.shared), o.collaborative.name))

    @cached_property
    def current_arrangements(self):
        """How it is governed today."""
        return [a for a in self.arrangements if not a.has_ended(self.today)]

    @cached_property
    def past_arrangements(self):
        """How it was governed before."""
        return [a for a in self.arrangements if a.has_ended(self.today)]

    def interests_of(self, kind):
        """One of the national directory's four lists."""
        return [interest for interest in self.interests if interest.kind == Interest.Kind(kind)]

    def contacts_of(self, kind):
        """Its leaders, or its contacts."""
        return [contact for contact in self.contacts if contact.kind == kind]

    def statements_on(self, *fields):
        """What the sources say of these fields."""
        return [statement for statement in self.statements if statement.field in fields]

    @cached_property
    def disputed_fields(self):
        """The fields on which sources disagree, with what they say."""
        found = defaultdict(list)
        for statement in self.statements:
            if statement.disputed:
                found[statement.field].append(statement)
        return found


def memberships_elsewhere(collaborative, today):
    """The other published collaboratives its members are in today, by the member's key."""
    here = Membership.objects.filter(collaborative=collaborative).values("organisation")
    elsewhere = (
        Membership.objects.published()
        .current(today)
        .filter(organisation__in=here)
        .exclude(collaborative=collaborative)
        .order_by("collaborative__name")
    )
    found = defaultdict(dict)
    columns = ("organisation_id", "collaborative__slug", "collaborative__name")
    for organisation, *other in elsewhere.values_list(*columns):
        found[organisation][Elsewhere(*other)] = True
    return defaultdict(list, {key: list(others) for key, others in found.items()})


class ShortLists:
    """What has little more than a name, read in one query: aliases, links, places and so on."""

    def __init__(self, collaborative):
        self._rows = defaultdict(list)
        for kind, *row in sorted(short_rows(collaborative), key=lambda row: (row[4], row[2])):
            self._rows[kind].append(row)

    @property
    def regions(self):
        """The regions it works in."""
        return self._named(Region, "region")

    @property
    def sectors(self):
        """The kinds of care it is about."""
        return self._named(Sector, "sector")

    @property
    def parts(self):
        """The published collaboratives it contains."""
        return self._named(Collaborative, "part")

    @cached_property
    def aliases(self):
        """What else it is called."""
        rows = self._rows["alias"]
        return [CollaborativeAlias(pk=key, name=name, kind=kind) for key, name, kind, _ in rows]

    @cached_property
    def links(self):
        """Helpful pages about it."""
        return [Link(pk=key, title=title, url=url) for key, title, url, _ in self._rows["link"]]

    def now_in(self, system):
        """What became of one of its systems."""
        return self._named(System, "system", owner=system.pk)

    def became(self, organisation):
        """What became of the member with this key."""
        return self._named(Organisation, "organisation", owner=organisation)

    def _named(self, model, kind, owner=None):
        rows = self._rows[kind]
        wanted = rows if owner is None else [row for row in rows if row[0] == owner]
        return [model(name=name, slug=slug) for _, name, slug, _ in wanted]


def short_rows(collaborative):
    """The (kind, key, name, slug or the like, position) of all rows of the short lists."""
    became = OrganisationSuccession.objects.filter(
        predecessor__memberships__collaborative=collaborative,
        successor__status=Organisation.Status.PUBLISHED,
    )
    now_in = SystemSuccession.objects.filter(predecessor__collaboratives=collaborative)
    first, *rest = (
        _columns("region", collaborative.regions, "pk", "name", "slug"),
        _columns("sector", collaborative.sectors, "pk", "name", "slug", position="order"),
        _columns("part", collaborative.parts.published(), "pk", "name", "slug"),
        _columns("alias", collaborative.aliases, "pk", "name", "kind"),
        _columns("link", collaborative.links, "pk", "title", "url"),
        _columns("system", now_in, "predecessor_id", "successor__name", "successor__slug"),
        _columns("organisation", became, "predecessor_id", "successor__name", "successor__slug"),
    )
    return first.union(*rest)


def _columns(kind, rows, *columns, position=None):
    return rows.order_by().values_list(Value(kind), *columns, position or Value(0))
