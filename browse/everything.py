"""One search for everything: each kind of thing with its count and its best matches."""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from urllib.parse import urlencode

from django.db.models import Case, Count, Q, Value, When, Window

from .documents import Searchable
from .facets import Option
from .marking import excerpts, marked
from .models import Document
from .paging import page_numbers
from .search import ranked_documents

MOST = 5  # of each kind, where all kinds are shown
PAGE_SIZE = 20  # where one is


@dataclass(frozen=True)
class Hit:
    """One thing found, its matched words marked; the excerpts show words found elsewhere in it."""

    title: str
    address: str
    text: str
    excerpts: list


@dataclass
class Kind:
    """What was found of one kind: how many, and the best of them or those of one page."""

    searchable: Searchable
    count: int
    rows: list
    hits: list = field(default_factory=list)

    @property
    def heading(self):
        """How many of what."""
        noun = self.searchable.noun[self.count != 1]
        return f"{self.count:,} {noun}"

    def all_of_them(self, query):
        """Where all of this kind stand: in their own list, or alone in this search."""
        if self.searchable.address:
            return f"{self.searchable.address}?{urlencode({'q': query})}"
        return f"?{urlencode({'q': query, 'kind': self.searchable.listing})}"


@dataclass
class Everything:
    """What a search found: some of every kind, or a page of one."""

    kinds: list
    page: int = 1
    pages: int = 1

    @property
    def count(self):
        """How many things of all kinds shown."""
        return sum(kind.count for kind in self.kinds)

    @property
    def first(self):
        """The place of the first thing on the page among all that was found."""
        return (self.page - 1) * PAGE_SIZE + 1

    @property
    def page_numbers(self):
        """The pages offered; `None` where some are left out."""
        return page_numbers(self.page, self.pages)


def kinds_to_choose():
    """Every kind of thing, as options of the address."""
    return [Option(s.listing, s.noun[1].capitalize()) for s in searchables()]


def searchables():
    """What the search of everything looks through, in its fixed order."""
    return sorted((s for s in Searchable.registry if s.noun[0]), key=lambda s: s.place)


def search(selection):
    """What a selection's words find, of every kind or of those chosen."""
    query, chosen = selection.query, selection.chosen.get("kind", ())
    if not query:
        return Everything([])
    wanted = [s for s in searchables() if not chosen or s.listing in chosen]
    if len(chosen) == 1:
        return _one_kind(wanted[0], query, selection.page)
    kinds = [_first_of_kind(searchable, query) for searchable in wanted]
    kinds = [kind for kind in kinds if kind.count]
    mark(kinds, query)
    return Everything(kinds)


def _first_of_kind(searchable, query):
    rows = list(_ordered(searchable, query).annotate(found=Window(Count("pk")))[:MOST])
    return Kind(searchable, rows[0].found if rows else 0, rows)


def _one_kind(searchable, query, page):
    ordered = _ordered(searchable, query)
    count = ordered.count()
    pages = max(1, -(-count // PAGE_SIZE))
    page = min(page, pages)
    kind = Kind(searchable, count, list(ordered[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]))
    mark([kind], query)
    return Everything([kind] if count else [], page, pages)


def _ordered(searchable, query):
    """What readers may see of the matches, best first."""
    exact, names, every = (_keys(searchable, rank) for rank in ranked_documents(query))
    rank = Case(When(pk__in=exact, then=Value(0)), When(pk__in=names, then=Value(1)), default=2)
    public = searchable.public().filter(pk__in=every)
    return public.order_by(rank, *public.query.order_by)


def _keys(searchable, rank):
    documents = Document.objects.filter(listing=searchable.listing, pk__in=rank)
    return documents.values("object_id")


def mark(kinds, query):
    """Make the hits of what was found, with what each was found by."""
    texts = texts_of(kinds)
    for kind in kinds:
        kind.hits = [
            _hit(kind.searchable.hit(row), texts.get((kind.searchable.listing, row.pk)), query)
            for row in kind.rows
        ]


def texts_of(kinds):
    """The searched texts of all that was found, by list and key, in one query."""
    wanted = [
        Q(listing=kind.searchable.listing, object_id__in=[row.pk for row in kind.rows])
        for kind in kinds
    ]
    if not wanted:
        return {}
    documents = Document.objects.filter(reduce(or_, wanted))
    rows = documents.values_list("listing", "object_id", "texts")
    return {(listing, key): texts for listing, key, texts in rows}


def _hit(shown, texts, query):
    title, address, text = shown
    found = excerpts(texts or [], query, (title, text))
    return Hit(marked(title, query), address, marked(text, query), found)
