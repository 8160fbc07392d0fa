"""Which state of a thing a form shows, so that an older one is never saved over a newer one.

An edition is the thing's revision, where it has one, and the newest history record of the thing
and of each kind of its facts. Whatever saves any of them makes another edition.
"""

import re
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

NUMBER = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True)
class Tracked:
    """A model with a history, and the column that says which thing its rows are about."""

    model: type
    key: str

    @property
    def newest(self):
        """The newest record of the outer query's thing."""
        about_it = self.model.history.filter(**{self.key: OuterRef("pk")})
        newest = about_it.order_by("-history_id").values("history_id")[:1]
        return Coalesce(Subquery(newest), Value(0))


def with_edition(queryset, tracked):
    """These things, each with what `edition_of` needs, in the same query."""
    return queryset.annotate(**{f"newest_{n}": each.newest for n, each in enumerate(tracked)})


def edition_of(thing, tracked):
    """The edition of a thing read by `with_edition`."""
    newest = [getattr(thing, f"newest_{n}") for n in range(len(tracked))]
    return "-".join(map(str, [getattr(thing, "revision", 0), *newest]))


def newest_records(edition, tracked):
    """The newest record of each kind in an edition; nothing where it can't be read."""
    numbers = edition.split("-")[1:]
    if len(numbers) == len(tracked) and all(map(NUMBER.fullmatch, numbers)):
        return dict(zip(tracked, map(int, numbers), strict=True))
    return dict.fromkeys(tracked, 0)
