"""What changed in public data, told in sentences from the history that curating leaves.

A change is told only if all that it names is published now and was published then: nothing done
to a draft shows, not even later. Who made a change and why is the curators' own business. No words
of a fact are quoted: what a curator took out of a page must not live on here.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from django.urls import reverse
from django.utils import timezone

from casestudies.models import CaseStudy
from directory.briefings import REASON
from directory.models import (
    Collaborative,
    GovernanceArrangement,
    GovernanceModel,
    Interest,
    Membership,
    Organisation,
)
from insights.models import Survey
from library.dates import display_date
from library.models import BoardQuestion, Publication, Publishable
from maturity.models import Domain

WINDOW = 1000  # records read of each kind: what is older is not told
LISTS = {
    Collaborative: "collaboratives",
    Organisation: "organisations",
    GovernanceModel: "governance",
    CaseStudy: "case-studies",
    Survey: "insights",
    Publication: "resources",
    BoardQuestion: "board-questions",
    Domain: "maturity",
}
UNTOLD = {"id", "slug", "status", "revision", "updated", "order", "last_verified"}
PUBLISHED = Publishable.Status.PUBLISHED


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


def latest_updates():
    """The newest changes first, in a fixed number of queries."""
    entries = [pair for model in LISTS for pair in of_entries(model)]
    updates = together([*entries, *of_facts()])
    return sorted(updates, key=lambda update: (update.when, update.key), reverse=True)


def by_day(updates):
    """The updates of each day, the newest day first."""
    return [(day, list(some)) for day, some in groupby(updates, lambda update: update.day)]


def steps_of(records):
    """Each record with the one before it, the oldest first; None for the first of a thing.

    The day on which reading stopped is known in part only, so nothing of it is told or counted.
    """
    before = {}
    half_read = day_of(records[-1].history_date) if len(records) == WINDOW else None
    for record in reversed(records):
        if day_of(record.history_date) != half_read:
            yield record, before.get(record.id)
        before[record.id] = record


def newest(records):
    """The newest records, the last written first."""
    return list(records.order_by("-history_id")[:WINDOW])


# --- What is told in one sentence


@dataclass(frozen=True)
class Load:
    """What the loader did to one kind of thing on one day."""

    model: type
    day: date

    def as_one(self, updates):
        """The sentence for all of them; one alone speaks for itself."""
        last = updates[-1]
        noun = str(self.model._meta.verbose_name_plural)
        if len(updates) == 1:
            return last
        if self.model in LISTS:
            said = f"{len(updates)} {noun} added from the sources"
            return replace(last, sentence=said, address=reverse(LISTS[self.model]))
        said = f"{len(updates)} changes to the {noun} of collaboratives, from the sources"
        return replace(last, sentence=said, address=reverse("collaboratives"))


@dataclass(frozen=True)
class Lines:
    """What was done to one list of one collaborative on one day."""

    collaborative: int
    kind: str
    day: date

    def as_one(self, updates):
        """The last: they all say the same."""
        return replace(updates[-1], key=f"lines-{self.collaborative}-{self.kind}-{self.day}")


def loaded_with(record):
    """The load that wrote this record, if one did."""
    by_loader = record.history_change_reason == REASON
    return Load(record.instance_type, day_of(record.history_date)) if by_loader else None


def together(pairs):
    """The updates, those that belong together in one."""
    groups = defaultdict(list)
    for group, update in pairs:
        groups[group or update].append(update)
    for group, updates in groups.items():
        yield updates[0] if isinstance(group, Update) else group.as_one(updates)


# --- Entries: added, edited, checked


def of_entries(model):
    """What was done to the entries of one kind, each update with those it is told with."""
    visible = model.objects.published().values("pk")
    records = newest(model.history.filter(id__in=visible))
    latest = {}
    for record in records:
        latest.setdefault(record.id, record.instance)
    for record, before in steps_of(records):
        if said := what_was_done(model, record, before):
            thing = latest[record.id]
            sentence = f"{said}: {thing}"
            key = f"{model._meta.model_name}-{record.history_id}"
            update = Update(record.history_date, sentence, thing.get_absolute_url(), key)
            yield (loaded_with(record) if said.endswith("added") else None), update


def what_was_done(model, record, before):
    """The change from one record to the next in a few words; nothing if readers saw none."""
    kind = str(model._meta.verbose_name).capitalize()
    if record.status != PUBLISHED:
        return ""
    if before is None:
        return f"{kind} added" if record.history_type == "+" else ""
    if before.status != PUBLISHED:
        return f"{kind} added"
    if changed := changed_fields(model, record, before):
        return f"{kind} edited ({', '.join(changed)})"
    return f"{kind} checked against its sources" if was_checked(record, before) else ""


def changed_fields(model, record, before):
    """The names of the fields that differ and that readers can see."""
    fields = [field for field in model._meta.concrete_fields if field.name not in UNTOLD]
    return [
        str(field.verbose_name)
        for field in fields
        if getattr(record, field.attname) != getattr(before, field.attname)
    ]


def was_checked(record, before):
    """Whether somebody confirmed the entry, and changed nothing."""
    day = getattr(record, "last_verified", None)
    return bool(day) and day != getattr(before, "last_verified", None)


# --- Facts: members, governance, the four lists


class Past:
    """What published entries of one kind are called, and when they were published before."""

    def __init__(self, model, keys):
        self.model, self.latest, self.timeline = model, {}, defaultdict(list)
        entries = model.objects.published().filter(pk__in=set(keys)).values("pk")
        rows = model.history.filter(id__in=entries).order_by("history_date", "history_id")
        columns = ("id", "history_date", "status", "name", "slug")
        for key, when, status, name, slug in rows.values_list(*columns):
            self.timeline[key].append((when, status == PUBLISHED))
            self.latest[key] = (name, slug)

    def name(self, key, moment):
        """The name of one that readers could see at that moment; nothing of any other."""
        then = [public for when, public in self.timeline[key] if when <= moment]
        return self.latest[key][0] if then and then[-1] else ""

    def address(self, key):
        """Where it can be read."""
        name, slug = self.latest[key]
        return self.model(name=name, slug=slug).get_absolute_url()

    def is_new(self, key, moment):
        """Whether it first came on that day: its facts are told by its being added."""
        first = next((when for when, public in self.timeline[key] if public), moment)
        return day_of(first) >= day_of(moment)


def of_facts():
    """What was done to the facts of collaboratives, each update with those it is told with."""
    visible = Collaborative.objects.published().values("pk")
    records = {
        model: newest(model.history.filter(collaborative_id__in=visible)) for model in TELLERS
    }
    owners = {record.collaborative_id for some in records.values() for record in some}
    past = Past(Collaborative, owners)
    for model, some in records.items():
        for record, said in told_of(model, some, past):
            address = past.address(record.collaborative_id)
            key = f"{model._meta.model_name}-{record.history_id}"
            yield told_with(record), Update(record.history_date, said, address, key)


def told_with(record):
    """Those with which a change of a fact is told, if it is not told alone."""
    if load := loaded_with(record):
        return load
    day = day_of(record.history_date)
    is_line = record.instance_type is Interest
    return Lines(record.collaborative_id, record.kind, day) if is_line else None


def told_of(model, records, collaboratives):
    """The records of one kind of fact that readers may know of, with what is said of each."""
    tell, others = TELLERS[model], others_of(model, records)
    for record, before in steps_of(records):
        key, moment = record.collaborative_id, record.history_date
        name, other = collaboratives.name(key, moment), others(record)
        may_be_told = name and other and not collaboratives.is_new(key, moment)
        if may_be_told and (said := tell(record, before, name, other)):
            yield record, said


def others_of(model, records):
    """How to find the name of the other thing a fact is about: the member, the way of governing."""
    if model not in OTHERS:
        return lambda record: record.get_kind_display()
    other, field = OTHERS[model]
    past = Past(other, (getattr(record, field) for record in records))
    return lambda record: past.name(getattr(record, field), record.history_date)


def of_member(record, before, name, member):
    """An organisation that joined, left, or was put right."""
    if record.history_type == "-":
        return f"No longer listed: {member}, as a member of {name}"
    if record.history_type == "+":
        since = f" from {display_date(record.since)}" if record.since else ""
        return f"Joined: {member}, in {name}{since}"
    if before and record.until != before.until and record.until:
        return f"Left: {member}, from {name}, {display_date(record.until)}"
    changed = before and differ(record, before, ("role", "since", "until", "note"))
    return f"Membership edited: {member}, in {name}" if changed else ""


def of_use(record, before, name, model):
    """A way of governing that was taken up, given up, or put right."""
    if record.history_type == "-":
        return f"No longer listed: {model}, in the governance of {name}"
    if record.history_type == "+":
        since = f" from {display_date(record.since)}" if record.since else ""
        return f"Governance of {name}: {model} added{since}"
    if before and record.until != before.until and record.until:
        return f"Governance of {name}: {model} ended, {display_date(record.until)}"
    changed = before and differ(record, before, ("since", "until", "note"))
    return f"Governance of {name}: {model} edited" if changed else ""


def of_line(record, before, name, kind):
    """A line of the four lists that came, went or was reworded."""
    changed = record.history_type != "~" or (before and differ(record, before, ("kind", "text")))
    return f"{kind} of {name} edited" if changed else ""


def differ(record, before, fields):
    return any(getattr(record, field) != getattr(before, field) for field in fields)


TELLERS = {Membership: of_member, GovernanceArrangement: of_use, Interest: of_line}
OTHERS = {
    Membership: (Organisation, "organisation_id"),
    GovernanceArrangement: (GovernanceModel, "governance_model_id"),
}
