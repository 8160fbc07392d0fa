"""One search for everything: each kind of thing with its count and its best matches."""

from dataclasses import dataclass

from django.db.models import Case, Count, Value, When, Window

from .documents import Searchable
from .marking import marked
from .models import Document
from .search import ranked_documents

MOST = 5


@dataclass(frozen=True)
class Kind:
    """What was found of one kind: how many, and the best of them as (title, address, text)."""

    searchable: Searchable
    count: int
    hits: list

    @property
    def heading(self):
        """How many of what."""
        noun = self.searchable.noun[self.count != 1]
        return f"{self.count:,} {noun}"


def search(query):
    """Every kind that has a match, in their fixed order, in one query each."""
    kinds = sorted((s for s in Searchable.registry if s.noun[0]), key=lambda s: s.place)
    found = [_search_kind(searchable, query) for searchable in kinds]
    return [kind for kind in found if kind.count]


def _search_kind(searchable, query):
    exact, names, every = (_keys(searchable, rank) for rank in ranked_documents(query))
    rank = Case(When(pk__in=exact, then=Value(0)), When(pk__in=names, then=Value(1)), default=2)
    public = searchable.public().filter(pk__in=every)
    ordered = public.annotate(found=Window(Count("pk"))).order_by(rank, *public.query.order_by)
    rows = list(ordered[:MOST])
    hits = [_marked_hit(searchable.hit(row), query) for row in rows]
    return Kind(searchable, rows[0].found if rows else 0, hits)


def _keys(searchable, rank):
    documents = Document.objects.filter(listing=searchable.listing, pk__in=rank)
    return documents.values("object_id")


def _marked_hit(hit, query):
    title, address, text = hit
    return marked(title, query), address, marked(text, query)
