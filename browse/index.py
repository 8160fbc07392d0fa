"""The rows behind every option of a list, held in the process as bit sets.

An index is made from the database when the data version rises or the day changes, and serves
every page, count and export of its list until then.
"""

import threading
from array import array
from collections import defaultdict
from functools import cached_property

from django.utils import timezone

from .bits import bitset, slots
from .models import DataVersion, Document
from .search import ranked_hits

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
        entries = listing.entries()
        self.keys = array("q", listing.ordered_keys(sort).iterator(5000))
        self.all = (1 << len(self.keys)) - 1
        self.facets = listing.filterset.facets()
        self.options = {name: facet.options() for name, facet in self.facets.items()}
        self.bits = self._read_bits(entries)
        self.hits_of = {}

    @cached_property
    def _slot_of(self):
        return {key: slot for slot, key in enumerate(self.keys)}

    def _read_bits(self, entries):
        size = len(self.keys) // 8 + 1
        octets = defaultdict(lambda: bytearray(size))
        parts = [facet.rows(entries, name) for name, facet in self.facets.items()]
        slot_of = self._slot_of
        for name, key, value in parts[0].union(*parts[1:], all=True).iterator(5000):
            if value and key in slot_of:
                slot = slot_of[key]
                octets[name, value][slot >> 3] |= 1 << (slot & 7)
        return {name: int.from_bytes(o, "little") for name, o in octets.items()}

    def having(self, name, option):
        """The rows that have this option of this facet, or what it covers."""
        found = 0
        for value in option.values:
            found |= self.bits.get((name, value), 0)
        return found

    def options_at(self, name, chosen_slots):
        """For each of these rows, the options of this facet that it has, in their order."""
        wanted = bitset(chosen_slots, len(self.keys))
        found = {slot: [] for slot in chosen_slots}
        for option in self.options[name]:
            for slot in slots(wanted & self.bits.get((name, option.value), 0)):
                found[slot].append(option)
        return found

    def matching(self, query):
        """Three sets for a query: exact names, names, and everything that matches."""
        if query not in self.hits_of:
            if len(self.hits_of) >= 64:
                self.hits_of.clear()
            self.hits_of[query] = [self._as_bits(keys) for keys in ranked_hits(query)]
        return self.hits_of[query]

    def _as_bits(self, documents):
        slot_of = self._slot_of_document
        return bitset((slot_of[d] for d in documents if d in slot_of), len(self.keys))

    @cached_property
    def _slot_of_document(self):
        documents = Document.objects.filter(listing=self.listing.name)
        pairs = documents.values_list("pk", "object_id").iterator(5000)
        return {pk: self._slot_of[key] for pk, key in pairs if key in self._slot_of}


def forget():
    """Drop every index held in this process: for tests, whose rolled-back versions come again."""
    _kept.clear()
