"""Choices from long lists, looked up in the browser and read once for all rows of a form."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError

LONGEST_KEY = 18  # digits; a longer one is not a key of any row


class Remembering:
    """A field that knows the rows it was ever asked for.

    Django copies a form's fields for every row of a formset; copies share what they know, so
    `remember` with the values of all rows saves a query for each.
    """

    def __init__(self, *args, **kwargs):
        self.known = {}
        super().__init__(*args, **kwargs)

    def remember(self, values):
        """Read the rows with these keys, unless they are known."""
        keys = {str(self.prepare_value(value)) for value in values} - self.known.keys()
        keys = {key for key in keys if key.isdecimal() and len(key) <= LONGEST_KEY}
        if keys:
            self.known.update({str(row.pk): row for row in self.queryset.filter(pk__in=keys)})

    def chosen(self, values):
        """The rows with these keys, in their order."""
        values = list(values)
        self.remember(values)
        keys = (str(self.prepare_value(value)) for value in values)
        return [self.known[key] for key in keys if key in self.known]

    def row(self, value):
        """The row with this key; refused if there is none."""
        if found := self.chosen([value]):
            return found[0]
        raise ValidationError(forms.ModelChoiceField.default_error_messages["invalid_choice"])


class RememberedChoiceField(Remembering, forms.ModelChoiceField):
    """One row of a long list."""

    def to_python(self, value):
        return None if value in self.empty_values else self.row(value)


class RememberedMultipleChoiceField(Remembering, forms.ModelMultipleChoiceField):
    """Some rows of a long list."""

    def clean(self, value):
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")
        rows = [self.row(one) for one in value or []]
        self.run_validators(value)
        return rows

    def prepare_value(self, value):
        return super().prepare_value(value) if value is not None else []


class RememberedOptions:
    """Offers as options only what is chosen; the rest is looked up as the curator types."""

    def optgroups(self, name, value, attr=None):
        field = self.choices.field
        options = []
        if not self.is_required and not self.allow_multiple_selected:
            options.append(self.create_option(name, "", "", False, 0))
        for row in field.chosen(one for one in value if one not in field.empty_values):
            label = field.label_from_instance(row)
            options.append(self.create_option(name, row.pk, label, True, len(options)))
        return [(None, options, 0)]


class RememberedSelect(RememberedOptions, AutocompleteSelect):
    pass


class RememberedSelectMultiple(RememberedOptions, AutocompleteSelectMultiple):
    pass
