"""Where the facts of a page are stated, numbered for that page.

Publications have numbers, briefings before reference data, and the headings used in them letters:
2b is the second heading used of the second publication.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from string import ascii_lowercase

from django.db.models import Value

from .models import Publication

IN_PUBLICATION = "citation__publication__"
PUBLICATION = ("evidence", "title", "slug", "publisher", "kind", "date", "url")
COLUMNS = ("citation__locator", *(IN_PUBLICATION + name for name in PUBLICATION))


@dataclass(frozen=True)
class Place:
    """A heading that facts of a page stand under, and the label it has there."""

    label: str
    locator: str
    is_reference: bool


@dataclass
class Source:
    """A publication that facts of a page cite, and the places in it."""

    number: int
    publication: Publication
    places: list = field(default_factory=list)


class Sources:
    """Every place where these facts are stated, read in one query whatever their models are."""

    def __init__(self, *facts):
        self.all = []
        self._places = defaultdict(list)
        rows = sorted(stated_at(facts), key=lambda row: (row[1:], row[0]))
        for publication, stated in groupby(rows, key=lambda row: row[1]):
            self._take(Publication(**dict(zip(PUBLICATION, publication, strict=True))), stated)

    def _take(self, publication, stated):
        source = Source(len(self.all) + 1, publication)
        self.all.append(source)
        for locator, rows in groupby(stated, key=lambda row: row[2]):
            label = f"{source.number}{letters(len(source.places))}"
            place = Place(label, locator, publication.is_reference)
            source.places.append(place)
            for fact, *_ in rows:
                self._places[fact].append(place)

    def of(self, *facts):
        """The places where these facts are stated, each once, in the order of their labels."""
        places = (place for fact in facts for place in self._places.get(identity(fact), ()))
        return list(dict.fromkeys(places))

    @property
    def briefings(self):
        """What collaboratives and national bodies said."""
        return [source for source in self.all if not source.publication.is_reference]

    @property
    def reference(self):
        """Official registers, law and public pages."""
        return [source for source in self.all if source.publication.is_reference]


def stated_at(facts):
    """The (identity of a fact, its publication, the heading) of each of their citations."""
    keys = defaultdict(set)
    for fact in facts:
        keys[type(fact)].add(fact.pk)
    parts = [citations_of(model, pks) for model, pks in keys.items()]
    rows = parts[0].union(*parts[1:], all=True) if parts else []
    return [((label, key), tuple(row), locator) for label, key, locator, *row in rows]


def citations_of(model, keys):
    """The citations of these rows of a cited model, as plain columns."""
    owner = model.citations.field.m2m_column_name()
    links = model.citations.through.objects.filter(**{f"{owner}__in": keys}).order_by()
    return links.values_list(Value(model._meta.label), owner, *COLUMNS)


def identity(fact):
    """What tells a fact from every other, whatever its model."""
    return type(fact)._meta.label, fact.pk


def letters(position):
    """The label of the nth heading, counted from 0.

    >>> letters(0), letters(25), letters(26)
    ('a', 'z', 'aa')
    """
    beyond, letter = divmod(position, len(ascii_lowercase))
    return (letters(beyond - 1) if beyond else "") + ascii_lowercase[letter]
