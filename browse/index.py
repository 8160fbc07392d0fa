"""The rows behind every option of a list, held in the process as bit sets.

An index is made from the database when the data version rises or the day changes, and serves
every page, count and export of its list until then.
"""

import threading
from array import array
from functools import cached_property, reduce
from operator import or_

from django.db.models import Max
from django.utils import timezone

from .bits import bitset, ones, slots, zeros
from .models import DataVersion, Document
from .search import ranked_hits

CHUNK = 5000
MOST_QUERIES = 64  # whose hits one index keeps

_lock = threading.RLock()
_kept = {}


def current_index(listing, sort, version=None):
    """The index of this list in this order, as the data now stand."""
    state = (DataVersion.current() if version is None else version, timezone.localdate())
    name = (listing.name, sort)
    if _kept.get(name, (None,))[0] != state:
        with _lock:
            if _kept.get(name, (None,))[0] != state:
                _kept[name] = (state, Index(listing, sort))
    return _kept[name][1]


class Index:
    """One list's rows in one order: row number `n` is bit `n` of every set."""

    def __init__(self, listing, sort):
        self.listing = listing
        self.keys = array("q", listing.ordered_keys(sort).iterator(CHUNK))
        self.size = len(self.keys)
        self.all = ones(self.size)
        self.facets = listing.filterset.facets()
        self.options = {name: facet.options() for name, facet in self.facets.items()}
        self.hits_of = {}
        self.markup = {}  # of each facet's options: see markup.py

    @cached_property
    def bits(self):
        """The set of rows behind each (facet, value): read only once some facet matters."""
        found = {}
        entries = self.listing.entries()
        parts = [facet.rows(entries, name) for name, facet in self.facets.items()]
        slot_of = self._slots_by_key()
        for name, key, value in parts[0].union(*parts[1:], all=True).iterator(CHUNK):
            if value and key < len(slot_of) and slot_of[key] >= 0:
                if (name, value) not in found:
                    found[name, value] = zeros(self.size)
                found[name, value][slot_of[key]] = 1
        return found

    def _slots_by_key(self):
        """Row numbers by key, -1 where there is none: a dict would take ten times the memory."""
        slot_of = array("l", [-1]) * (max(self.keys, default=-1) + 1)
        for slot, key in enumerate(self.keys):
            slot_of[key] = slot
        return slot_of

    @cached_property
    def having(self):
        """By facet, for each of its options the rows that have it, or what it covers."""
        return {name: self._sets_of(name) for name in self.facets}

    def _sets_of(self, name):
        nothing = zeros(self.size)
        sets = []
        for option in self.options[name]:
            first, *others = (self.bits.get((name, value), nothing) for value in option.values)
            sets.append(reduce(or_, others, first))
        return sets

    def labels_at(self, name, chosen_slots):
        """For each of these rows, the labels of this facet's options that it has, in order."""
        found = [[] for _ in chosen_slots]
        for option in self.options[name]:
            if bits := self.bits.get((name, option.value)):
                for place in slots(bits[chosen_slots]):
                    found[place].append(option.label)
        return dict(zip(chosen_slots, found, strict=True))

    def matching(self, query):
        """Three sets for a query: exact names, names, and everything that matches."""
        hits = self.hits_of.get(query)
        if hits is None:
            if len(self.hits_of) >= MOST_QUERIES:
                self.hits_of.clear()
            hits = self.hits_of[query] = [self._as_bits(keys) for keys in ranked_hits(query)]
        return hits

    def _as_bits(self, documents):
        """The rows of these documents; those of other lists fall on a bit past the end.

        A document younger than this index is left out: its reader has not seen its version.
        """
        slot_of, end = self._slot_of_document, len(self._slot_of_document)
        found = bitset([slot_of[d] for d in documents if d < end], self.size + 1)
        return found[: self.size]

    @cached_property
    def _slot_of_document(self):
        """Row numbers by document: a lookup in an array takes a quarter of one in a large dict."""
        documents = Document.objects.order_by()
        last = documents.aggregate(last=Max("pk"))["last"] or 0
        slot_of = array("l", [self.size]) * (last + 1)
        slot_of_key = self._slots_by_key()
        ours = documents.filter(listing=self.listing.name, object_id__lt=len(slot_of_key))
        for document, key in ours.values_list("pk", "object_id").iterator(CHUNK):
            if slot_of_key[key] >= 0:
                slot_of[document] = slot_of_key[key]
        return slot_of


def forget():
    """Drop every index held in this process: for tests, whose rolled-back versions come again."""
    _kept.clear()
