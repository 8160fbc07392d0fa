"""Keeping the searched words in step with what they are the words of.

A searchable kind of thing declares how its documents are made and which other rows its words
come from; its documents are then rewritten in the transaction that changes any of these. Bulk
writes send no signals: call `rewrite` after them.
"""

from collections import defaultdict
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db.models.signals import m2m_changed, post_delete, post_save

from .models import Document
from .words import indexed, whole

BATCH = 500


@dataclass(frozen=True)
class Words:
    """What one thing is found by: its names, and all other searched text."""

    key: int
    names: list
    body: list = field(default_factory=list)


class Searchable:
    """A kind of thing that words find. Subclass it, once for each kind, beside its list."""

    listing = ""
    model = None
    sources = {}  # model whose change matters -> function from its row to keys of ours

    noun = ("", "")  # what the search of everything calls one and several; without, it leaves out
    place = 999  # where it stands in the search of everything
    address = ""  # its list, if a list takes the same words

    def public(self):
        """What readers may see, in the order of equal matches, with all that `hit` reads.

        Places and themes have no drafts: readers may see all of them.
        """
        entries = self.model.objects
        seen = entries.published() if hasattr(entries, "published") else entries.all()
        return seen.order_by("name")

    def hit(self, row):
        """One of them as (title, address, text)."""
        return row.name, row.get_absolute_url(), row.summary

    def relations(self):
        """The many-to-many relations, as their tables' models, that words come from."""
        return ()

    registry = []

    def __init_subclass__(cls):
        Searchable.registry.append(cls())

    def words_of(self, keys):
        """Yield `Words` for each of these keys."""
        raise NotImplementedError

    def keys_touched_by(self, instance):
        """The keys of the things whose words this row is part of."""
        touched = self.sources.get(type(instance))
        return [] if touched is None else list(touched(instance))


def rewrite(searchable, keys=None):
    """Make the documents of these keys anew, or all of them; those of deleted things go.

    Documents keep their own keys, so that these stay close together: the index counts on it.
    """
    old = Document.objects.filter(listing=searchable.listing)
    if keys is None:
        keys = list(searchable.model.objects.values_list("pk", flat=True))
        old.exclude(object_id__in=searchable.model.objects.values("pk")).delete()
    for start in range(0, len(keys), BATCH):
        some = keys[start : start + BATCH]
        kept = dict(old.filter(object_id__in=some).values_list("object_id", "pk"))
        old.filter(object_id__in=some).delete()
        Document.objects.bulk_create(
            _document(searchable.listing, found, kept.get(found.key))
            for found in searchable.words_of(some)
        )


def rewrite_all():
    """Make every document anew: after bulk writes, or a change in what is searched."""
    for searchable in Searchable.registry:
        rewrite(searchable)


def _document(listing, found, pk):
    names = [name for name in found.names if name]
    body = [text for text in found.body if text]
    return Document(
        pk=pk,
        listing=listing,
        object_id=found.key,
        names=" ".join([indexed(*names), *map(whole, names)]),
        body=indexed(*body),
        texts=list(dict.fromkeys([*names, *body])),
    )


@contextmanager
def together():
    """Rewrite once, at the end, what changes inside: for saves of many rows in one transaction."""
    if _pending.get() is not None:
        yield
        return
    token = _pending.set(defaultdict(set))
    try:
        yield
        for searchable, keys in _pending.get().items():
            rewrite(searchable, list(keys))
    finally:
        _pending.reset(token)


_pending = ContextVar("documents to rewrite together", default=None)


def connect():
    """Listen for changes to the rows that searched words come from."""
    for signal in (post_save, post_delete):
        signal.connect(_on_change, dispatch_uid=f"browse.documents.{id(signal)}")
    m2m_changed.connect(_on_m2m_change, dispatch_uid="browse.documents.m2m")


def _on_change(instance, raw=False, **kwargs):
    if raw:
        return
    for searchable in Searchable.registry:
        if keys := searchable.keys_touched_by(instance):
            _rewrite_now_or_later(searchable, keys)


def _rewrite_now_or_later(searchable, keys):
    pending = _pending.get()
    if pending is None:
        rewrite(searchable, keys)
    else:
        pending[searchable].update(keys)


def _on_m2m_change(sender, instance, action, **kwargs):
    searched = any(sender in searchable.relations() for searchable in Searchable.registry)
    if searched and action.startswith("post_"):
        _on_change(instance)
