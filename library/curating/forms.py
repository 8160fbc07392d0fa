"""Forms for a thing and for the rows of its facts."""

from copy import copy
from functools import cached_property
from itertools import chain

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import CheckConstraint, UniqueConstraint
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseInlineFormSet, ModelForm, construct_instance

from library.models import Publishable

from .choices import RememberedChoiceField, Remembering
from .uses import named_dependants

CONFLICT = "conflict"
UNSOURCED = "unsourced"


class EditionField(forms.CharField):
    """The edition a form was opened at; it is not a change of the curator's."""

    widget = forms.HiddenInput

    def has_changed(self, initial, data):
        return False


class CuratedForm(ModelForm):
    """A form that is not saved over an edition its curator never saw."""

    edition = EditionField(required=False)

    # The newest edition, which the curator has seen beside their own and saves over.
    OVER = "over"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.newest = getattr(self.instance, "edition", "")
        self.fields["edition"].initial = self.newest

    def clean(self):
        super().clean()
        if self.instance.pk and self.newest not in self.seen_editions:
            raise ValidationError("Somebody saved this meanwhile.", code=CONFLICT)
        self.check_sources(construct_instance(self, copy(self.instance)))

    def check_sources(self, thing):
        """What readers see has sources, and they see those too."""
        if "citations" in self.cleaned_data and getattr(thing, "is_published", True):
            refuse(self, "citations", thing.source_problems(self.cleaned_data["citations"]))

    @property
    def opened_at(self):
        """The edition this form was opened at."""
        return self.cleaned_data.get("edition", "")

    @property
    def seen_editions(self):
        """The editions whose saving over the curator takes on themselves."""
        return {self.opened_at, self.data.get(self.OVER)} - {"", None}

    @property
    def has_conflict(self):
        return self.is_bound and self.has_error(NON_FIELD_ERRORS, CONFLICT)


class EntryForm(CuratedForm):
    """A form for something that is published only with its sources."""

    def check_sources(self, thing):
        """Its facts on other pages are published with it."""
        super().check_sources(thing)
        if thing.is_published:
            for fact in thing.unsourced_further_facts():
                refuse(self, "status", fact.source_problems())


class SourcedForm(CuratedForm):
    """A form for something that is public as soon as it is saved: never without a source."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["citations"].required = True


class FactForm(ModelForm):
    """A row of a fact; one that nobody touched is not checked again."""

    @property
    def vanished(self):
        """The key this row had before somebody removed it, if so."""
        key = self.data.get(self.add_prefix("vanished"), "")
        return int(key) if key.isdecimal() else None

    def _post_clean(self):
        if self.instance.pk is None or self.has_changed():
            super()._post_clean()
            if not self.errors:
                self._check_with_owner()

    def _check_with_owner(self):
        """The rules that involve what the row is part of, which Django leaves to the database."""
        rules = self.instance._meta.constraints
        for rule in (rule for rule in rules if isinstance(rule, CheckConstraint)):
            try:
                rule.validate(type(self.instance), self.instance)
            except ValidationError as refusal:
                self.add_error(None, refusal)


class FactFormSet(BaseInlineFormSet):
    """The rows of one kind of fact."""

    @cached_property
    def forms(self):
        """The rows, with what all of them refer to read in one query a field."""
        rows = super().forms
        for name, field in self.form.base_fields.items():
            if isinstance(field, Remembering) and rows:
                values = (listed(row[name].value()) for row in rows if name in row.fields)
                rows[0].fields[name].remember(chain.from_iterable(values))
        self._stored = {key: unique_keys(row) for key, row in self._rows_by_key.items()}
        return rows

    def add_fields(self, form, index):
        """The row's key is looked up among the rows at hand."""
        super().add_fields(form, index)
        key = form.fields[self._pk_field.name]
        form.fields[self._pk_field.name] = known = RememberedChoiceField(
            key.queryset.none(), initial=key.initial, required=False, widget=forms.HiddenInput
        )
        known.known = self._rows_by_key

    @cached_property
    def _rows_by_key(self):
        return {str(row.pk): row for row in self.get_queryset()}

    def clean(self):
        super().clean()
        for row in self.kept_forms:
            if row.is_valid() and "citations" in row.cleaned_data and self._is_seen(row.instance):
                problems = row.instance.source_problems(row.cleaned_data["citations"])
                refuse(row, "citations", problems)
        self._refuse_to_delete_what_is_used()

    def validate_unique(self):
        """No fact stands twice, even if its first row was added by somebody else meanwhile."""
        gone = {str(row.instance.pk) for row in self.initial_forms if to_be_deleted(row)}
        owner = {key: row for row, keys in self._stored.items() if row not in gone for key in keys}
        for row in self.kept_forms:
            if row.is_valid():
                mine = str(row.instance.pk or row.prefix)
                keys = unique_keys(row.instance)
                if any(owner.setdefault(key, mine) != mine for key in keys):
                    name = getattr(row.instance, "called", row.instance)
                    row.add_error(None, f"‘{name}’ is listed already.")

    def save(self, commit=True):
        """What is deleted makes room first for what takes its place."""
        gone = [row.instance for row in filter(to_be_deleted, self.initial_forms)]
        gone = [thing for thing in gone if thing.pk]
        for thing in gone:
            thing.delete()
        saved = super().save(commit)
        self.deleted_objects += gone
        return saved

    @property
    def kept_forms(self):
        """The rows that will be there after saving."""
        kept = [row for row in self.forms if not to_be_deleted(row)]
        return [row for row in kept if row.instance.pk or row.has_changed()]

    def _is_seen(self, fact):
        """Whether readers see it: for itself, or else with what it is part of as submitted."""
        seen = fact if isinstance(fact, Publishable) else self.instance
        return getattr(seen, "is_published", True)

    def _refuse_to_delete_what_is_used(self):
        for row in filter(to_be_deleted, self.initial_forms):
            if row.instance.pk and (used_by := named_dependants(row.instance)):
                raise ValidationError(
                    f"‘{row.instance}’ can't be deleted. It is used by {'; '.join(used_by)}."
                )


def refuse(form, name, problems):
    """Say at a field why its sources won't do."""
    for problem in problems:
        form.add_error(name, ValidationError(problem, code=UNSOURCED))


def unique_keys(thing):
    """The values no other thing of its model may have: a tuple for each unconditional rule."""
    rules = (c for c in thing._meta.constraints if isinstance(c, UniqueConstraint))
    plain = (rule.fields for rule in rules if rule.fields and not rule.condition)
    attributes = ([thing._meta.get_field(name).attname for name in names] for names in plain)
    keys = [(*names, *(getattr(thing, name) for name in names)) for names in attributes]
    return [key for key in keys if None not in key]


def to_be_deleted(row):
    """Whether the curator ticked the row to be deleted."""
    return row.is_bound and getattr(row, "cleaned_data", {}).get(DELETION_FIELD_NAME, False)


def listed(value):
    """A value, or the values of a list, as a list."""
    return value if isinstance(value, list | tuple) else [value]
