"""The addresses of a filter list: its page, its tables in each format, and what those hold."""

from django.urls import path

from .exports import FORMATS, METADATA
from .views import export_view, list_view, metadata_view


def list_urls(listing):
    """`name/` for the page, `name.csv` and so on for the list, `name/table.csv` for tidy tables."""
    yield path(f"{listing.name}/", list_view(listing), name=listing.name)
    yield from export_urls(listing)


def export_urls(listing):
    """The files alone: for a list whose page is no filter list."""
    for table in listing.tables:
        for extension in FORMATS:
            yield path(
                f"{table.name}.{extension}",
                export_view(listing, table, extension),
                name=f"{table.name}.{extension}",
            )
        yield path(
            f"{table.name}{METADATA}",
            metadata_view(listing, table),
            name=f"{table.name}{METADATA}",
        )
