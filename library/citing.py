"""What in the portal cites a publication: entries of any app, found by their `citations`.

A fact counts as the entry it is part of, and only what readers can see counts. All models are
asked in one query, so a page costs as many queries however many models there are.
"""

from dataclasses import dataclass, field
from functools import reduce
from itertools import groupby
from operator import or_

from django.apps import apps
from django.db.models import CASCADE, Q, TextField, Value
from django.db.models.functions import Cast
from django.utils.text import capfirst

from .models import Citation, Cited, Publication, Publishable

MOST_SHOWN = 50
MOST_NAMED = 10
NAMES = ("name", "title", "text", "subject", "measure")
DETAILS = ("slug", "kind", "date", "stated")  # what an entry's link may need besides its name


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


def is_cited(cited):
    """Whether anything readers can see cites a publication, or a place in one."""
    return bool(rows_citing(cited))


def citers_in_words(publication):
    """The first entries that cite it by kind and name, and how many more do."""
    found = cited_by(publication)
    names = [
        f"{entry._meta.verbose_name} ‘{entry.called}’" for citers in found for entry in citers.shown
    ]
    rest = sum(citers.count for citers in found) - len(names[:MOST_NAMED])
    return ", ".join(names[:MOST_NAMED]) + (f" and {rest} more" if rest else "")


def rows_citing(cited):
    """The (model, key, name, details) of each entry whose facts, as readers see them, cite it."""
    parts = [columns(model, home, cited) for model in citing_models() for home in homes(model)]
    itself = (cited._meta.label, cited.pk)
    rows = parts[0].union(*parts[1:]) if parts else []
    return [row for row in rows if row[:2] != itself]


def citing_models():
    """Every model whose rows say where they come from."""
    return [model for model in apps.get_models() if issubclass(model, Cited)]


def homes(model, path="", without=()):
    """Where rows of a model are seen: (the entry's model, the path to it, paths that are empty).

    A fact is seen with what it is part of. Where that may be missing, it is seen with the next
    thing it can be part of, or in the end for itself.
    """
    for key in owners(model):
        to_owner = f"{path}{key.name}__"
        yield from homes(key.related_model, to_owner, without)
        if not key.null:
            return
        without = (*without, f"{to_owner}pk")
    yield model, path, without


def owners(model):
    """The references to what a row is part of: those named, or else what it is deleted with."""
    keys = [key for key in model._meta.concrete_fields if key.many_to_one or key.one_to_one]
    named = getattr(model, "part_of_one_of", None)
    if named is None:
        return [key for key in keys if key.remote_field.on_delete is CASCADE][:1]
    return [key for name in named for key in keys if key.name == name]


def columns(model, home, cited):
    """What of one model cites it, as columns that stand in one table with others'."""
    entry, path, without = home
    rows = getattr(model._default_manager, "published", model._default_manager.all)()
    there = {f"{path}pk__isnull": False, **{f"{name}__isnull": True for name in without}}
    rows = rows.filter(citation_of(model, cited), **there)
    if issubclass(entry, Publishable):
        rows = rows.filter(**{f"{path}status": Publishable.Status.PUBLISHED})
    texts = (
        Cast(f"{path}{name}", TextField()) if hasattr(entry, name) else Value("")
        for name in (name_of(entry), *DETAILS)
    )
    return rows.order_by().values_list(Value(entry._meta.label), f"{path}pk", *texts)


def citation_of(model, cited):
    """The condition that a row cites a place or a publication, or names it as its report."""
    if isinstance(cited, Citation):
        return Q(citations=cited)
    keys = (key.name for key in model._meta.concrete_fields if key.related_model is Publication)
    named = (Q(**{name: cited}) for name in keys)
    return reduce(or_, named, Q(citations__publication=cited))


def name_of(model):
    """The field that an entry is called by."""
    return next(name for name in NAMES if hasattr(model, name))


def citers(label, rows):
    """The entries of one kind, as much of each as its link needs."""
    model = apps.get_model(label)
    names = (name_of(model), *DETAILS)
    shown = []
    for _, key, *values in rows[:MOST_SHOWN]:
        known = {n: v for n, v in zip(names, values, strict=True) if hasattr(model, n)}
        shown.append(model(pk=key, **known))
    return Citers(capfirst(model._meta.verbose_name_plural), len(rows), shown)
