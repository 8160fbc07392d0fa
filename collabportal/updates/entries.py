"""Entries: added, edited, checked."""

from django.utils.text import slugify

from casestudies.models import CaseStudy
from directory.models import Collaborative, GovernanceModel, GovernancePoint, Organisation
from insights.models import Survey
from library.models import BoardQuestion, Publication, Publishable
from maturity.models import Domain

from .telling import OnceADay, Update, called, load, newest, steps_of

LISTS = {
    Collaborative: "collaboratives",
    Organisation: "organisations",
    GovernanceModel: "governance",
    GovernancePoint: "governance",
    CaseStudy: "case-studies",
    Survey: "insights",
    Publication: "resources",
    BoardQuestion: "board-questions",
    Domain: "maturity",
}
LEADS_TO_IT = {GovernancePoint: "governance_model"}  # what an address is made of besides
UNTOLD = {"id", "slug", "status", "revision", "updated", "order", "last_verified"}
PUBLISHED = Publishable.Status.PUBLISHED


def of_entries(model):
    """What was done to the entries of one kind, each update with those it is told with."""
    visible = model.objects.published().values("pk")
    related = model.history.select_related(LEADS_TO_IT.get(model))
    records = newest(related.filter(id__in=visible))
    latest = {}
    for record in records:
        latest.setdefault(record.id, thing_of(record))
    for record, before in steps_of(records):
        if said := what_was_done(model, record, before):
            thing = latest[record.id]
            key = f"{model._meta.model_name}-{record.history_id}"
            sentence = f"{said}: {thing}"
            update = Update(record.history_date, sentence, thing.get_absolute_url(), key)
            once_a_day = OnceADay((model._meta.model_name, record.id, slugify(said)), update.day)
            yield (loaded_with(record) if said.endswith("added") else once_a_day), update


def thing_of(record):
    """The entry as it then was, ready to say where it can be read."""
    thing = record.instance
    if name := LEADS_TO_IT.get(record.instance_type):
        setattr(thing, name, getattr(record, name))
    return thing


def loaded_with(record):
    """The load that added an entry, if one did."""
    model = record.instance_type
    sentence = f"{{}} {model._meta.verbose_name_plural} added from the sources"
    return load(record.history_change_reason, record.history_date, sentence, LISTS[model])


def what_was_done(model, record, before):
    """The change from one record to the next in a few words; nothing if readers saw none."""
    if record.status != PUBLISHED:
        return ""
    if before is None:
        return f"{called(model)} added" if record.history_type == "+" else ""
    if before.status != PUBLISHED:
        return f"{called(model)} added"
    if changed := changed_fields(model, record, before):
        return f"{called(model)} edited ({', '.join(changed)})"
    return f"{called(model)} checked against its sources" if was_checked(record, before) else ""


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
