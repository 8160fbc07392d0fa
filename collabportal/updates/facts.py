"""Facts of collaboratives with sentences of their own: members, governance, the four lists."""

from directory.models import (
    Collaborative,
    GovernanceArrangement,
    GovernanceModel,
    Interest,
    Membership,
    Organisation,
)
from library.dates import display_date

from .telling import OnceADay, Update, day_of, load, newest, steps_of


class Facts:
    """What was done to facts of published collaboratives."""

    def __init__(self):
        visible = Collaborative.objects.published().values("pk")
        self.records = {
            model: newest(model.history.filter(collaborative_id__in=visible)) for model in TELLERS
        }

    def named(self):
        """All that their sentences name, as (model, key)."""
        for records in self.records.values():
            for record in records:
                yield from filter(None, (owner_of(record), other_of(record)))

    def told(self, past):
        """Each update with those it is told with."""
        for model, records in self.records.items():
            for record, before in steps_of(records):
                if said := sentence(record, before, past):
                    address = past.address(owner_of(record))
                    key = f"{model._meta.model_name}-{record.history_id}"
                    yield told_with(record), Update(record.history_date, said, address, key)


def owner_of(record):
    return Collaborative, record.collaborative_id


def other_of(record):
    """The other thing a fact is about, if it is an entry: the member, the way of governing."""
    if record.instance_type not in OTHERS:
        return None
    model, field = OTHERS[record.instance_type]
    return model, getattr(record, field)


def sentence(record, before, past):
    """What is said of a change, if readers may know of it."""
    owner, moment, other = owner_of(record), record.history_date, other_of(record)
    name = past.name(owner, moment)
    of_what = past.name(other, moment) if other else record.get_kind_display()
    if name and of_what and not past.is_new(owner, moment):
        return TELLERS[record.instance_type](record, before, name, of_what)
    return ""


def told_with(record):
    """Those with which a change of a fact is told, if it is not told alone."""
    model, day = record.instance_type, day_of(record.history_date)
    facts = model._meta.verbose_name_plural
    said = f"{{}} changes to the {facts} of collaboratives, from the sources"
    loaded = load(record.history_change_reason, record.history_date, said, "collaboratives")
    line = ("lines", record.collaborative_id, record.kind) if model is Interest else None
    return loaded or (line and OnceADay(line, day))


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
