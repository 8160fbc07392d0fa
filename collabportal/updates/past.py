"""What things are called, and when readers could see them."""

from collections import defaultdict

from django.apps import apps
from django.db.models import CharField, F, Value

from directory.rows import among
from library.models import Publishable

from .telling import day_of

PUBLISHED = Publishable.Status.PUBLISHED
NAMED_BY = {"publication": "title", "boardquestion": "text", "nationalfigure": "subject"}


class Past:
    """The names of things that readers can see, and since when: all kinds read in one query."""

    def __init__(self, things):
        self.latest, self.timeline = {}, defaultdict(list)
        wanted = defaultdict(set)
        for model, key in things:
            wanted[model].add(key)
        for label, key, when, _, status, name, slug in history_of(wanted):
            thing = (apps.get_model(label), key)
            self.timeline[thing].append((when, status == PUBLISHED))
            self.latest[thing] = (name, slug)

    def name(self, thing, moment):
        """The name of one that readers could see at that moment; nothing of any other."""
        then = [public for when, public in self.timeline[thing] if when <= moment]
        return self.latest[thing][0] if then and then[-1] else ""

    def address(self, thing):
        """Where it can be read."""
        model, _ = thing
        name, slug = self.latest[thing]
        return model(**{name_field(model): name, "slug": slug}).get_absolute_url()

    def is_new(self, thing, moment):
        """Whether it first came on that day: its facts are told by its being added."""
        first = next((when for when, public in self.timeline[thing] if public), moment)
        return day_of(first) >= day_of(moment)


def history_of(wanted):
    """The records of these keys of these models, the oldest first."""
    histories = [seen(model, keys) for model, keys in wanted.items()]
    if not histories:
        return []
    return histories[0].union(*histories[1:], all=True).order_by("history_date", "history_id")


def name_field(model):
    return NAMED_BY.get(model._meta.model_name, "name")


def seen(model, keys):
    """The history of those of these that readers can see now."""
    entries = model.objects
    visible = entries.published() if hasattr(entries, "published") else entries.all()
    ours = model.history.filter(id__in=visible.filter(pk__in=among(keys)).values("pk"))
    has_drafts = issubclass(model, Publishable)
    return ours.values_list(
        Value(model._meta.label_lower, CharField()),
        "id",
        "history_date",
        "history_id",
        F("status") if has_drafts else Value(PUBLISHED, CharField()),
        name_field(model),
        "slug",
    ).order_by()
