"""Two versions of the same entry: what somebody saved, and what a curator is about to save."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst

from library.dates import display_date

from .choices import Remembering
from .forms import listed, to_be_deleted
from .history import REMOVED
from .states import NOTHING


@dataclass
class Difference:
    """One thing the two versions disagree about."""

    about: str
    saved: str
    yours: str
    change: object = None  # who made the saved version so, if that was after this form was opened


@dataclass
class Conflict:
    """What was saved since a form was opened, beside what the form says."""

    newest: str
    changes: list
    differences: list

    @property
    def people(self):
        """Those who saved meanwhile, the latest first."""
        return ", ".join(dict.fromkeys(change.who for change in self.changes))


class Comparison:
    """The submitted form and rows against what is saved now."""

    def __init__(self, form, formsets, changes):
        self.form, self.formsets = form, formsets
        self.latest = {}
        for change in reversed(changes):
            self.latest[change.model, change.pk] = change
            for field in change.fields:
                self.latest[change.model, change.pk, field.name] = change

    def differences(self):
        """Every difference, the entry's own fields first."""
        thing = self.form.instance
        for name in self.form.changed_data:
            change = self.latest.get((type(thing), thing.pk, name))
            yield self._of_field(self.form, name, "", change)
        for formset in self.formsets:
            yield from self._of_rows(formset)

    def _of_rows(self, formset):
        saved = {thing.pk: thing for thing in formset.queryset.all()}
        for row in formset.initial_forms:
            yield from self._of_saved_row(formset, row, saved)
        for row in formset.extra_forms:
            if row.has_changed() and not to_be_deleted(row):
                yield self._of_new_row(formset, row)
        submitted = {row.instance.pk for row in formset.initial_forms}
        for key, thing in saved.items():
            if key not in submitted:
                change = self.latest.get((formset.model, key))
                yield Difference(title(thing), str(thing), "Not in your list; it will stay", change)

    def _of_saved_row(self, formset, row, saved):
        key = (formset.model, row.instance.pk)
        about = title(saved.get(row.instance.pk, row.instance))
        if to_be_deleted(row):
            yield Difference(about, "In the list", "To be deleted", self.latest.get(key))
            return
        for name in row.changed_data:
            yield self._of_field(row, name, f"{about}: ", self.latest.get((*key, name)))

    def _of_new_row(self, formset, row):
        removed = self.latest.get((formset.model, row.vanished))
        if removed and removed.kind == REMOVED:
            return Difference(removed.title, "Removed", "In your list as a new row", removed)
        kind = capfirst(formset.model._meta.verbose_name)
        return Difference(f"{kind}: a row of yours", NOTHING, row_in_words(row))

    def _of_field(self, form, name, prefix, change):
        field = form[name]
        saved, yours = (in_words(field.field, value) for value in (field.initial, field.value()))
        return Difference(f"{prefix}{field.label}", saved, yours, change)


def title(thing):
    """The kind and name of a row."""
    return f"{capfirst(thing._meta.verbose_name)} ‘{getattr(thing, 'called', thing)}’"


def row_in_words(row):
    """What a new row says, in the order of its fields."""
    said = (in_words(row.fields[name], row[name].value()) for name in row.changed_data)
    return ", ".join(words for words in said if words != NOTHING)


def in_words(field, value):
    """A form field's value as people read it, and as it was typed where it is not valid."""
    if value is None or value == "" or value == []:
        return NOTHING
    if isinstance(field, Remembering):
        return "; ".join(map(str, field.chosen(listed(value)))) or NOTHING
    if choices := getattr(field, "choices", None):
        return str(dict(choices).get(value, value))
    if isinstance(field, forms.BooleanField):
        return "Yes" if field.to_python(value) else "No"
    with suppress(ValidationError):
        value = field.to_python(value)
    return display_date(value) if isinstance(value, date) else str(value)
