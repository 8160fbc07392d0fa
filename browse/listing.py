"""The one machine behind every filter list: declare a `Listing`, get a page and its exports."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, reduce
from itertools import chain, islice
from operator import or_

from .bits import in_both, slots
from .columns import Source, Type
from .facets import FacetedFilterSet
from .index import current_index
from .paging import page_numbers
from .selection import Selection, read_selection

PAGE_SIZE = 20


@dataclass(frozen=True)
class Sort:
    """A way to order a list; the order ends in something unique, so pages never overlap."""

    label: str
    order: tuple
    prepare: Callable = field(default=lambda entries: entries)


@dataclass(frozen=True)
class Column:
    """One column of an export: what it is called, which part of a row it reads, what it means.

    `values` are all that it can hold, or a function that reads them where curators can add some;
    `several` says that a row can have more than one.
    """

    heading: str
    key: str
    meaning: str
    type: Type = Type.TEXT
    values: tuple | Callable = ()
    several: bool = False
    source: Source = Source.STATED

    @property
    def fixed_values(self):
        """All that it can hold, where that changes with the code only."""
        return () if callable(self.values) else tuple(self.values)


@dataclass(frozen=True)
class Table:
    """One export: its columns, and how the rows of some keys are read, in the keys' order.

    `identified_by` are the keys of the columns that tell a row from all others. `keys_at_once` are
    read together: more are quicker, for they lie far apart in the database, and take more memory.
    """

    name: str
    title: str
    columns: tuple
    rows: Callable
    grain: str = "one row each"
    identified_by: tuple = ()
    keys_at_once: int = 1000


class Listing:
    """One kind of thing that can be found. Subclass it, once for each list."""

    name = ""
    noun = ("", "")
    title = ""
    search_hint = ""
    address = ""
    template = ""
    shown_facets: tuple = ()
    filterset = FacetedFilterSet
    sorts: dict = {}
    tables: tuple = ()

    def entries(self):
        """The published things, whatever is chosen."""
        raise NotImplementedError

    def results(self, keys):
        """What the template shows of the things with these keys, by key."""
        raise NotImplementedError

    def ordered_keys(self, sort):
        """The keys of every entry, in one of the sorts."""
        entries = self.sorts[sort].prepare(self.entries()).order_by(*self.sorts[sort].order)
        return entries.values_list("pk", flat=True)

    @property
    def default_sort(self):
        """The first declared sort."""
        return next(iter(self.sorts))

    def read(self, parameters, version=None):
        """The selection an address makes, and what it finds."""
        index = current_index(self, self.default_sort, version)
        selection = read_selection(parameters, index.options, self.sorts)
        if selection.sort:
            index = current_index(self, selection.sort, version)
        return Found(self, index, selection)


@dataclass
class Found:
    """What a selection finds in a list, as sets of rows of one index."""

    listing: Listing
    index: object
    selection: Selection

    @cached_property
    def _ranks(self):
        """The matches of the words, best first; everything where no words are given."""
        if self.selection.query:
            return self.index.matching(self.selection.query)
        return [self.index.all]

    def _having(self, name):
        """The rows that have one of the chosen options of a facet."""
        chosen = self.selection.chosen[name]
        pairs = zip(self.index.options[name], self.index.having[name], strict=True)
        return reduce(or_, [rows for option, rows in pairs if option.value in chosen])

    def _matching_all_but(self, left_out=None):
        found = self._ranks[-1]
        for name in self.selection.chosen:
            if name != left_out:
                found = found & self._having(name)
        return found

    @cached_property
    def bits(self):
        """The rows found."""
        return self._matching_all_but()

    @cached_property
    def count(self):
        """How many things are found."""
        return self.bits.count()

    def options(self, name):
        """Each option of a facet, its count with this facet set aside, and whether it is chosen."""
        others = self._matching_all_but(name)
        chosen = self.selection.chosen.get(name, ())
        for option, rows in zip(self.index.options[name], self.index.having[name], strict=True):
            yield option, in_both(others, rows), option.value in chosen

    def chosen_options(self):
        """The chosen options, as (parameter, option)."""
        for name, values in self.selection.chosen.items():
            for option in self.index.options[name]:
                if option.value in values:
                    yield name, option

    def ordered_slots(self):
        """The rows found, in the chosen order; by words alone, best match first."""
        if self.selection.sort:
            return slots(self.bits)
        return chain.from_iterable(slots(part) for part in self._parts())

    def _parts(self):
        left = self.bits
        for rank in self._ranks:
            yield left & rank
            left = left & ~rank

    @cached_property
    def pages(self):
        """How many pages there are, at least one."""
        return max(1, -(-self.count // PAGE_SIZE))

    @cached_property
    def page(self):
        """The page shown: one past the end is the last."""
        return min(self.selection.page, self.pages)

    @cached_property
    def page_slots(self):
        """The rows on the page shown."""
        start = (self.page - 1) * PAGE_SIZE
        return list(islice(self.ordered_slots(), start, start + PAGE_SIZE))

    @property
    def facets(self):
        """Each facet's parameter and label, its options, and how many of them are chosen."""
        for name, facet in self.index.facets.items():
            options = list(self.options(name))
            yield name, facet.label, options, len(self.selection.chosen.get(name, ()))

    @cached_property
    def parameters_with_problems(self):
        """The parameters something was wrong with."""
        return {problem.parameter for problem in self.selection.problems}

    @property
    def problems(self):
        """What was wrong with the address, each with the id of the control it is about."""
        return [(problem.message, self.anchor(problem)) for problem in self.selection.problems]

    def anchor(self, problem):
        """The id of the control that a problem is about."""
        named = problem.parameter in self.index.facets or problem.parameter in ("q", "sort")
        return problem.parameter if named else "q"

    @property
    def heading(self):
        """How many of what were found, for the page's heading and title."""
        words = f" for “{self.selection.query}”" if self.selection.query else ""
        return f"{self.count:,} {self.listing.noun[self.count != 1]}{words}"

    @property
    def sort_options(self):
        """The ways to sort, as (value, label, chosen); the default has no value of its own."""
        default = self.listing.default_sort
        sorts = {value: sort.label for value, sort in self.listing.sorts.items()}
        if self.selection.query:
            sorts = {"": "Best match first"} | sorts
        else:
            sorts = {"": sorts.pop(default)} | sorts
        return [(value, label, value == self.selection.sort) for value, label in sorts.items()]

    def ways_out(self):
        """For an empty result: each part of the choice, and what leaving it out would find."""
        if self.selection.query:
            words = ("q", self.selection.query)
            yield f"the words “{words[1]}”", [words], self._count_without_words()
        for name, values in self.selection.chosen.items():
            pairs = [(name, value) for value in values]
            yield (
                self.index.facets[name].label.lower(),
                pairs,
                self._matching_all_but(name).count(),
            )

    def _count_without_words(self):
        found = self.index.all
        for name in self.selection.chosen:
            found = found & self._having(name)
        return found.count()

    def labels(self):
        """For each shown facet, the labels of the options that each row on the page has."""
        shown = self.listing.shown_facets
        return {name: self.index.labels_at(name, self.page_slots) for name in shown}

    @property
    def page_numbers(self):
        """The page numbers offered, with gaps."""
        return page_numbers(self.page, self.pages)

    def page_results(self):
        """What the template shows of each thing on the page, with the row it stands in."""
        keys = [self.index.keys[slot] for slot in self.page_slots]
        results = self.listing.results(keys)
        return [
            (slot, results[key])
            for slot, key in zip(self.page_slots, keys, strict=True)
            if key in results
        ]

    def ordered_keys(self):
        """The keys of everything found, in order: what an export takes."""
        return (self.index.keys[slot] for slot in self.ordered_slots())
