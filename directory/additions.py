"""What apps above the directory add to its pages.

The directory knows of no app above it. One that has something to say of a collaborative, a trust,
a place, a theme or a way of governing hands `register` a function, when it starts; the page calls
each with the thing it is about, shows what they give, and numbers its sources with the rest.
"""

from collections import defaultdict
from dataclasses import dataclass

_makers = defaultdict(list)


@dataclass(frozen=True)
class Addition:
    """A section of a page: its template reads `addition` and `sources`.

    `address` is the filter list that holds the same, if there is one; `is_cut` says that there
    are more rows than these.
    """

    anchor: str
    heading: str
    template: str
    rows: list
    address: str = ""
    is_cut: bool = False

    @property
    def facts(self):
        """The rows that say where they come from."""
        return [row for row in self.rows if hasattr(row, "citations")]


def register(*models):
    """Have a function asked for additions to pages of these models: a row in, `Addition`s out."""

    def remember(maker):
        for model in models:
            if maker not in _makers[model]:
                _makers[model].append(maker)
        return maker

    return remember


def additions_to(thing):
    """Every addition that has something to show."""
    found = (addition for maker in _makers[type(thing)] for addition in maker(thing))
    return [addition for addition in found if addition.rows]


def facts_of(additions):
    """All their rows that say where they come from."""
    return [fact for addition in additions for fact in addition.facts]
