"""The data dictionary: what every export holds, read off its declaration."""

from dataclasses import dataclass
from functools import cache

from .exports import FORMATS, JOINER, METADATA
from .listing import Column, Listing, Table

SHOWN = 8  # allowed values that stand on the page at once; more are folded away


@dataclass(frozen=True)
class DescribedColumn:
    """A column with all that it can hold, as far as that is controlled."""

    column: Column
    values: tuple

    @property
    def type(self):
        """What one value is, in words, and how several are joined."""
        if self.column.several:
            return f"{self.column.type.value}, several joined with “{JOINER}”"
        return self.column.type.value

    @property
    def folded(self):
        """Whether there are too many values to stand on the page at once."""
        return len(self.values) > SHOWN


@dataclass(frozen=True)
class DescribedTable:
    """One export of a list, as the dictionary tells of it."""

    listing: Listing
    table: Table
    columns: tuple

    @property
    def anchor(self):
        """Where it stands on the page."""
        return self.table.name.replace("/", "-")

    @property
    def files(self):
        """Each format with the address of the whole table in it."""
        return [(extension, f"/{self.table.name}.{extension}") for extension in FORMATS]

    @property
    def metadata(self):
        """The address of what programs need to know of the CSV."""
        return f"/{self.table.name}{METADATA}"


def dictionary(listings):
    """Every table of these lists. Values that curators control are read once each."""
    read = cache(lambda values: tuple(values()))
    return [
        DescribedTable(listing, table, tuple(described(column, read) for column in table.columns))
        for listing in listings
        for table in listing.tables
    ]


def described(column, read):
    """A column with its values, those of functions read by `read`."""
    values = read(column.values) if callable(column.values) else column.fixed_values
    return DescribedColumn(column, values)
