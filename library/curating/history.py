"""Who changed what and when, for a thing and its facts together.

Saving one thing can write several history records (its fields, then each of its lists): what one
person wrote of one thing in one go is one change.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise

from django.core.exceptions import ObjectDoesNotExist
from django.utils.text import capfirst

from .states import Names, fields_of, states_of

ONE_GO = timedelta(seconds=1)

ADDED, CHANGED, REMOVED = "added", "changed", "removed"


@dataclass
class FieldChange:
    """One field's value before and after, as keys and as words."""

    name: str
    label: str
    old: object
    new: object
    old_words: str
    new_words: str


@dataclass
class Change:
    """What somebody did to one thing in one go."""

    tracked: object
    records: list
    before: object  # the last record before, or None
    fields: list = field(default_factory=list)
    title: str = ""

    @property
    def after(self):
        return self.records[-1]

    @property
    def model(self):
        return self.tracked.model

    @property
    def model_name(self):
        return self.model._meta.model_name

    @property
    def pk(self):
        return self.after.id

    @property
    def when(self):
        return self.after.history_date

    @property
    def who(self):
        """The person's name, or why it changed without one."""
        if user := self.after.history_user:
            return user.get_full_name() or user.get_username()
        return self.after.history_change_reason or "nobody who was signed in"

    @property
    def kind(self):
        if self.after.history_type == "-":
            return REMOVED
        return ADDED if self.records[0].history_type == "+" else CHANGED

    @property
    def is_of_entry(self):
        """Whether it is about the thing itself and not one of its facts."""
        return self.tracked.key == "id"


def changes(tracked, pk, since=None):
    """Every change of the thing with this key and of its facts, the newest first.

    `since` gives, for each kind, the record after which changes are wanted.
    """
    read = [change for each in tracked for change in _changes_of(each, pk)]
    if since is not None:
        read = [change for change in read if change.after.history_id > since[change.tracked]]
    _fill(read)
    told = [change for change in read if change.fields or change.kind != CHANGED]
    return sorted(told, key=lambda c: (c.when, c.is_of_entry, c.after.history_id), reverse=True)


def _changes_of(tracked, pk):
    records = tracked.model.history.filter(**{tracked.key: pk}).select_related("history_user")
    by_thing = defaultdict(list)
    for record in records.order_by("history_id"):
        by_thing[record.id].append(record)
    for records_of_one in by_thing.values():
        yield from _in_goes(tracked, records_of_one)


def _in_goes(tracked, records):
    goes = [[records[0]]]
    for last, record in pairwise(records):
        if _is_one_go(last, record):
            goes[-1].append(record)
        else:
            goes.append([record])
    befores = [None, *(go[-1] for go in goes)]
    for before, go in zip(befores, goes, strict=False):
        yield Change(tracked, go, before)


def _is_one_go(last, record):
    return (
        record.history_type == "~"
        and last.history_type != "-"
        and record.history_user_id == last.history_user_id
        and record.history_change_reason == last.history_change_reason
        and record.history_date - last.history_date <= ONE_GO
    )


def _fill(read):
    """Add to each change its title and the fields that differ, with few queries for all."""
    states = {}
    for tracked in {change.tracked for change in read}:
        mine = [change for change in read if change.tracked == tracked]
        records = [c.before for c in mine if c.before] + [c.after for c in mine]
        states.update({(tracked, pk): state for pk, state in states_of(records).items()})
    names = Names()
    names.read((tracked.model, state) for (tracked, _), state in states.items())
    for change in read:
        change.title = title_of(change.after, names)
        change.fields = list(_differing(change, states, names))


def _differing(change, states, names):
    old, new = (
        states.get((change.tracked, record.history_id), {}) if record else {}
        for record in _sides(change)
    )
    for each in fields_of(change.model, change.tracked.key):
        before, after = old.get(each.name), new.get(each.name)
        words = names.words(each, before), names.words(each, after)
        tells_nothing = change.kind == ADDED and after == each.get_default()
        if before != after and words[0] != words[1] and not tells_nothing:
            yield FieldChange(each.name, capfirst(each.verbose_name), before, after, *words)


def _sides(change):
    """The records that say what was and what is; the last of a removed thing is empty-handed."""
    if change.kind == REMOVED:
        return change.before or change.after, None
    return (None if change.kind == ADDED else change.before), change.after


def title_of(record, names):
    """The kind and name of the thing a record is about, as it was called then."""
    thing = record.instance
    names.put_into(thing)
    kind = capfirst(thing._meta.verbose_name)
    try:
        return f"{kind} ‘{getattr(thing, 'called', thing)}’"
    except ObjectDoesNotExist:
        return f"{kind} {record.id}"
