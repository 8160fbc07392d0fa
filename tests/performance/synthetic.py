"""Synthetic collaboratives, the same for the same number, as rich as the real ones.

Rows are given their keys here, so that a fact and its citations are written without asking the
database for either's key.
"""

import datetime
from collections import defaultdict
from random import Random

from django.db import transaction

from browse.documents import rewrite_all
from directory.models import (
    Collaborative,
    CollaborativeAlias,
    Contact,
    Correction,
    GovernanceArrangement,
    GovernanceModel,
    Interest,
    Link,
    Membership,
    Organisation,
    Region,
    Sector,
    Statement,
    System,
    Theme,
)
from library.models import Citation

from . import places, practice
from . import vocabulary as words

BATCH = 500
FIRST_DAY = datetime.date(2024, 1, 1)
NAMES = len(words.PLACES) ** 2 * len(words.SUBJECTS)
STRIDE = 104_729  # prime: names of neighbours have nothing in common


def fill(count):
    """Fill an empty, migrated database with this many collaboratives and what they need."""
    with transaction.atomic():
        places.make_all(Random(count))
        maker = Maker(Random(count))
        for start in range(0, count, BATCH):
            for number in range(start, min(start + BATCH, count)):
                maker.collaborative(number)
            maker.write()
        practice.fill()
        rewrite_all()


class Maker:
    """Makes collaboratives with all their facts, and writes them many at a time."""

    def __init__(self, chance):
        self.chance = chance
        self.waiting = defaultdict(list)
        self.numbers = defaultdict(int)
        self.regions, self.systems = keys(Region), list(System.objects.order_by("pk"))
        self.organisations, self.themes = keys(Organisation), keys(Theme)
        self.models, self.citations = keys(GovernanceModel), keys(Citation)
        self.sectors = dict(zip(keys(Sector), [w for _, w in words.SECTORS], strict=True))

    def write(self):
        """Write what waits: rows before the rows that point at them."""
        for model in sorted(self.waiting, key=lambda model: bool(model._meta.auto_created)):
            model.objects.bulk_create(self.waiting[model])
        self.waiting.clear()

    def add(self, model, **fields):
        """A row of this model, with the next key."""
        self.numbers[model] += 1
        row = model(pk=self.numbers[model], **fields)
        self.waiting[model].append(row)
        return row

    def link(self, row, relation, targets):
        """Link a row to the rows with these keys."""
        through = getattr(type(row), relation).through
        field = type(row)._meta.get_field(relation)
        ours, theirs = field.m2m_field_name() + "_id", field.m2m_reverse_field_name() + "_id"
        for target in targets:
            self.waiting[through].append(through(**{ours: row.pk, theirs: target}))

    def fact(self, model, **fields):
        """A row with one citation, now and then two, of the few that its collaborative has."""
        row = self.add(model, **fields)
        cited = self.chance.sample(self.sources, 2 if self.chance.random() < 0.1 else 1)
        self.link(row, "citations", cited)
        return row

    def collaborative(self, number):
        """One collaborative; one in twenty is a draft."""
        self.sources = self.chance.sample(self.citations, self.chance.randint(2, 8))
        entry = self.fact(
            Collaborative,
            **name_of(number),
            summary=self.summary(),
            footprint=self.chance.choice(["system", "multi-system", "multi-system", ""]),
            innovator=number % 13 == 0,
            status="draft" if number % 20 == 19 else "published",
            last_verified=FIRST_DAY + datetime.timedelta(days=self.chance.randrange(600)),
            established=str(self.chance.randint(2015, 2024)),
            population=self.chance.randint(200_000, 5_000_000),
        )
        self.places(entry)
        self.members(entry)
        self.interests(entry)
        self.arrangements(entry)
        self.small_facts(entry, number)

    def summary(self):
        some = self.chance.sample(words.PLACES, 3)
        return (
            f"Providers around {some[0]}, {some[1]} and {some[2]} that plan together what none of "
            "them can do alone. They share what works, and answer for it to their own boards."
        )

    def places(self, entry):
        systems = self.chance.sample(self.systems, self.chance.randint(1, 3))
        weights = list(self.sectors.values())
        sectors = set(self.chance.choices(list(self.sectors), weights, k=2))
        self.link(entry, "systems", [system.pk for system in systems])
        self.link(entry, "regions", {system.region_id for system in systems})
        self.link(entry, "sectors", sectors)

    def members(self, entry):
        chosen = self.chance.sample(self.organisations, self.chance.randint(5, 8))
        for place, organisation in enumerate(chosen):
            self.fact(
                Membership,
                collaborative=entry,
                organisation_id=organisation,
                role="lead" if place == 0 else "member",
                since=str(self.chance.randint(2015, 2024)),
                until="2024" if self.chance.random() < 0.05 else "",
            )

    def interests(self, entry):
        lines = self.chance.sample(words.LINES, self.chance.randint(5, 12))
        for place, line in enumerate(lines):
            opening, ending = self.chance.choice(words.OPENINGS), self.chance.choice(words.ENDINGS)
            interest = self.fact(
                Interest,
                collaborative=entry,
                kind=self.chance.choice(Interest.Kind.values),
                text=f"{opening} {line} {ending}",
                order=place,
            )
            self.link(interest, "themes", self.chance.sample(self.themes, 1 + place % 2))

    def arrangements(self, entry):
        for model in self.chance.sample(self.models, self.chance.randint(1, 2)):
            until = "2023" if self.chance.random() < 0.1 else ""
            self.fact(
                GovernanceArrangement,
                collaborative=entry,
                governance_model_id=model,
                since="2020",
                until=until,
            )

    def small_facts(self, entry, number):
        for role in self.chance.sample(words.ROLES, 2):
            person = f"{self.chance.choice(words.FORENAMES)} {self.chance.choice(words.SURNAMES)}"
            self.fact(Contact, collaborative=entry, role=role, name=person)
        mailbox = {"email": f"office{number}@example.org", "shared_mailbox": True}
        self.fact(Contact, collaborative=entry, role="Office", **mailbox)
        url = f"https://example.org/{entry.slug}"
        self.fact(Link, collaborative=entry, title="Its own pages", url=url)
        population = f"{entry.population:,}"
        self.fact(Statement, collaborative=entry, field="population", value=population)
        if number % 3 == 0:
            self.fact(CollaborativeAlias, collaborative=entry, name=f"{entry.name} (former)")
        if number % 10 == 0:
            slip = {"printed": entry.name.upper(), "corrected": entry.name}
            self.fact(Correction, collaborative=entry, **slip)


def keys(model):
    return list(model.objects.order_by("pk").values_list("pk", flat=True))


def name_of(number):
    """A name and its slug that no other number has."""
    rest, subject = divmod(number * STRIDE % NAMES, len(words.SUBJECTS))
    first, second = divmod(rest, len(words.PLACES))
    kind = words.KINDS[number % len(words.KINDS)]
    name = f"{words.PLACES[first]} and {words.PLACES[second]} {words.SUBJECTS[subject]} {kind}"
    return {"name": name, "slug": name.lower().replace(" ", "-")}
