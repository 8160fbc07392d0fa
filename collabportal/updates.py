"""What changed in public data, told in sentences from the history that curating leaves.

A change is told only if its subject is published now and was published then: nothing done to a
draft shows, not even later. Who made a change and why is the curators' own business.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
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
from library.models import Publication, Publishable

WINDOW = 500  # records read of each kind: what is older is not told
MOST = 100  # updates told
LISTS = {
    Collaborative: "collaboratives",
    Organisation: "organisations",
    GovernanceModel: "governance",
    CaseStudy: "case-studies",
    Survey: "insights",
    Publication: "resources",
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
    entries = [update for model in LISTS for update in of_entries(model)]
    updates = [*together_by_day(entries), *of_facts()]
    return sorted(updates, key=lambda update: (update.when, update.key), reverse=True)[:MOST]


def by_day(updates):
    """The updates of each day, the newest day first."""
    return [(day, list(some)) for day, some in groupby(updates, lambda update: update.day)]


def steps_of(records):
    """Each record with the one before it, the oldest first; None for the first of a thing."""
    before = {}
    for record in reversed(records):
        yield record, before.get(record.id)
        before[record.id] = record


def newest(records):
    """The newest records, the last written first."""
    return list(records.order_by("-history_id")[:WINDOW])


# --- Entries: added, edited, checked


def of_entries(model):
    """What was done to the entries of one kind, as (model, by the loader, update)."""
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
            loaded = said.endswith("added") and record.history_change_reason == REASON
            update = Update(record.history_date, sentence, thing.get_absolute_url(), key)
            yield model, loaded, update


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


def together_by_day(entries):
    """The updates, those that came in one load told in one sentence a kind and day."""
    loads = defaultdict(list)
    for model, loaded, update in entries:
        if loaded:
            loads[model, update.day].append(update)
        else:
            yield update
    for (model, _), updates in loads.items():
        yield updates[0] if len(updates) == 1 else one_sentence(model, updates)


def one_sentence(model, updates):
    """Many additions as one."""
    noun = str(model._meta.verbose_name_plural)
    last = updates[-1]
    sentence = f"{len(updates)} {noun} added from the sources"
    return Update(last.when, sentence, reverse(LISTS[model]), last.key)


# --- Facts: members, governance, the four lists


def of_facts():
    """What was done to the facts of collaboratives that readers could see."""
    visible = Collaborative.objects.published().values("pk")
    records = {
        model: newest(model.history.filter(collaborative_id__in=visible)) for model in TELLERS
    }
    every = [record for some in records.values() for record in some]
    collaboratives = Collaborative.objects.in_bulk({r.collaborative_id for r in every})
    was_public = publicly_known(collaboratives)
    names = {
        Membership: public_names(Organisation, "organisation_id", records[Membership]),
        GovernanceArrangement: public_names(
            GovernanceModel, "governance_model_id", records[GovernanceArrangement]
        ),
    }
    for model, tell in TELLERS.items():
        for record, before in steps_of(records[model]):
            entry = collaboratives[record.collaborative_id]
            said = tell(record, before, entry.name, names.get(model, {}))
            if said and was_public(entry.pk, record.history_date):
                key = f"{model._meta.model_name}-{record.history_id}"
                yield Update(record.history_date, said, entry.get_absolute_url(), key)


def public_names(model, field, records):
    """The names of the published things that records refer to."""
    keys = {getattr(record, field) for record in records}
    return dict(model.objects.published().filter(pk__in=keys).values_list("pk", "name"))


def publicly_known(keys):
    """Whether a collaborative was published at a moment, and not on that day for the first time.

    What it was published with is told by its being added.
    """
    timeline = defaultdict(list)
    rows = Collaborative.history.filter(id__in=keys).order_by("history_date", "history_id")
    for key, when, status in rows.values_list("id", "history_date", "status"):
        timeline[key].append((when, status == PUBLISHED))

    def known(key, moment):
        first = next((when for when, public in timeline[key] if public), moment)
        then = [public for when, public in timeline[key] if when <= moment]
        return bool(then) and then[-1] and day_of(first) < day_of(moment)

    return known


def of_member(record, before, name, organisations):
    """An organisation that joined, left, or was put right."""
    member = organisations.get(record.organisation_id)
    if not member:
        return ""
    if record.history_type == "-":
        return f"No longer listed: {member}, as a member of {name}"
    if record.history_type == "+":
        since = f" from {display_date(record.since)}" if record.since else ""
        return f"Joined: {member}, in {name}{since}"
    if before and record.until != before.until and record.until:
        return f"Left: {member}, from {name}, {display_date(record.until)}"
    changed = before and differ(record, before, ("role", "since", "until", "note"))
    return f"Membership edited: {member}, in {name}" if changed else ""


def of_use(record, before, name, models):
    """A way of governing that was taken up, given up, or put right."""
    model = models.get(record.governance_model_id)
    if not model:
        return ""
    if record.history_type == "-":
        return f"No longer listed: {model}, in the governance of {name}"
    if record.history_type == "+":
        since = f" from {display_date(record.since)}" if record.since else ""
        return f"Governance of {name}: {model} added{since}"
    if before and record.until != before.until and record.until:
        return f"Governance of {name}: {model} ended, {display_date(record.until)}"
    changed = before and differ(record, before, ("since", "until", "note"))
    return f"Governance of {name}: {model} edited" if changed else ""


def of_line(record, before, name, _):
    """A line of the four lists that came, went or was reworded."""
    where = f"{record.get_kind_display()} of {name}"
    if record.history_type == "-":
        return f"{where}: a line removed"
    if record.history_type == "+":
        return f"{where}: “{record.text}” added"
    changed = before and differ(record, before, ("kind", "text"))
    return f"{where}: now says “{record.text}”" if changed else ""


def differ(record, before, fields):
    return any(getattr(record, field) != getattr(before, field) for field in fields)


TELLERS = {Membership: of_member, GovernanceArrangement: of_use, Interest: of_line}
