"""What in the portal cites a publication: entries of any app, found by their `citations`.

A fact counts as the entry it is part of, and only what readers can see counts. All models are
asked in one query, so a page costs as many queries however many models there are.
"""

from dataclasses import dataclass, field
from itertools import groupby

from django.apps import apps
from django.db.models import CASCADE, TextField, Value
from django.db.models.functions import Cast
from django.utils.text import capfirst

from .models import Cited, Publishable

MOST_SHOWN = 50
NAMES = ("name", "title", "text")
DETAILS = ("slug", "kind", "date")  # what an entry's link may need besides its name


@dataclass
class Citers:
    """The entries of one kind that cite a publication: the first of them, and how many."""

    kind: str
    count: int
    shown: list = field(default_factory=list)

    @property
    def is_cut(self):
        """Whether there are more than are shown."""
        return self.count > len(self.shown)


def cited_by(publication):
    """The entries that cite a publication, by kind; those of each kind by name."""
    rows = sorted(rows_citing(publication), key=lambda row: (row[0], row[2].casefold(), row))
    return [citers(label, list(found)) for label, found in groupby(rows, lambda row: row[0])]


def is_cited(publication):
    """Whether anything readers can see cites it."""
    return bool(rows_citing(publication))


def rows_citing(publication):
    """The (model, key, name, slug, kind, date) of each published entry that cites it."""
    parts = [columns(*path, publication) for path in paths_to_pages()]
    itself = (publication._meta.label, publication.pk)
    rows = parts[0].union(*parts[1:]) if parts else []
    return [row for row in rows if row[:2] != itself]


def paths_to_pages():
    """Each model with sources, the entry its rows are part of, and the lookup path to it."""
    for model in apps.get_models():
        if issubclass(model, Cited) and (path := path_to_page(model)):
            yield model, *path


def path_to_page(model, path=""):
    """A fact is part of what it is deleted with; an entry has a name and a slug in its address."""
    for key in model._meta.concrete_fields:
        if key.is_relation and key.remote_field.on_delete is CASCADE:
            return path_to_page(key.related_model, f"{path}{key.name}__")
    has_page = hasattr(model, "get_absolute_url") and hasattr(model, "slug") and name_of(model)
    return (model, path) if has_page else None


def columns(model, entry, path, publication):
    """What of one model cites the publication, as columns that stand in one table with others'."""
    rows = getattr(model._default_manager, "published", model._default_manager.all)()
    rows = rows.filter(citations__publication=publication, **{f"{path}pk__isnull": False})
    if issubclass(entry, Publishable):
        rows = rows.filter(**{f"{path}status": Publishable.Status.PUBLISHED})
    texts = (
        Cast(f"{path}{name}", TextField()) if hasattr(entry, name) else Value("")
        for name in (name_of(entry), *DETAILS)
    )
    return rows.order_by().values_list(Value(entry._meta.label), f"{path}pk", *texts)


def name_of(model):
    """The field that an entry is called by, if any."""
    return next((name for name in NAMES if hasattr(model, name)), None)


def citers(label, rows):
    """The entries of one kind, as much of each as its link needs."""
    model = apps.get_model(label)
    names = (name_of(model), *DETAILS)
    shown = []
    for _, key, *values in rows[:MOST_SHOWN]:
        known = {n: v for n, v in zip(names, values, strict=True) if hasattr(model, n)}
        shown.append(model(pk=key, **known))
    return Citers(capfirst(model._meta.verbose_name_plural), len(rows), shown)
