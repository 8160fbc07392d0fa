"""What apps above the directory add to a collaborative's page.

The directory knows of no app above it. One that has something to say of a collaborative hands
`register` a function, when it starts; the page calls each with the collaborative, shows what it
gives after how it is governed, and numbers its sources with the rest.
"""

from dataclasses import dataclass

_makers = []


@dataclass(frozen=True)
class Addition:
    """A section of the page: its template reads `addition.rows` and `sources`."""

    anchor: str
    heading: str
    template: str
    rows: list

    @property
    def facts(self):
        """The rows that say where they come from."""
        return [row for row in self.rows if hasattr(row, "citations")]


def register(maker):
    """Have this function asked for a page's additions: a collaborative in, `Addition`s out."""
    if maker not in _makers:
        _makers.append(maker)
    return maker


def additions_to(collaborative):
    """Every addition that has something to show."""
    found = (addition for maker in _makers for addition in maker(collaborative))
    return [addition for addition in found if addition.rows]
