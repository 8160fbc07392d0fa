"""One change in a sentence, and what is told in one sentence for many."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from directory.briefings import REASON

WINDOW = 1000  # records read at once: what is older is not told


@dataclass(frozen=True)
class Update:
    """One change: when, what in a sentence, and where it can be read."""

    when: datetime
    sentence: str
    address: str
    key: str

    @property
    def day(self):
        """The day of the change, in local time."""
        return day_of(self.when)


def day_of(moment):
    return timezone.localtime(moment).date()


def called(model):
    """The kind of thing, as a sentence begins with it."""
    return str(model._meta.verbose_name).capitalize()


@dataclass(frozen=True)
class Load:
    """What the loader did to one kind of thing on one day: a sentence with the number."""

    sentence: str
    listing: str
    day: date

    def as_one(self, updates):
        """The sentence for all of them; one alone speaks for itself."""
        last = updates[-1]
        if len(updates) == 1:
            return last
        said = self.sentence.format(len(updates))
        return replace(last, sentence=said, address=reverse(self.listing))


@dataclass(frozen=True)
class OnceADay:
    """What was done to one thing of one entry on one day, however often."""

    name: tuple
    day: date

    def as_one(self, updates):
        """The last: they all say the same."""
        return replace(updates[-1], key="-".join(map(str, (*self.name, self.day))))


def load(reason, moment, sentence, listing):
    """The load that a change came with, if its reason says that it came with one."""
    return Load(sentence, listing, day_of(moment)) if reason == REASON else None


def together(pairs):
    """The updates of (group, update) pairs, those that belong to a group in one."""
    groups = defaultdict(list)
    for group, update in pairs:
        groups[group or update].append(update)
    for group, updates in groups.items():
        yield updates[0] if isinstance(group, Update) else group.as_one(updates)


def newest(records, *order):
    """The newest records, the last written first."""
    return list(records.order_by(*order, "-history_id")[:WINDOW])


def half_read_day(moments):
    """The day on which reading stopped: known in part only, so nothing of it can be counted."""
    return day_of(moments[-1]) if len(moments) == WINDOW else None


def steps_of(records):
    """Each record with the one before it, the oldest first; None for the first of a thing."""
    before = {}
    half_read = half_read_day([record.history_date for record in records])
    for record in reversed(records):
        if day_of(record.history_date) != half_read:
            yield record, before.get(record.id)
        before[record.id] = record
