"""Everything that is wrong with a submitted form and its rows, in one list with links."""

from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.text import capfirst

from .forms import CONFLICT, UNSOURCED, to_be_deleted


@dataclass
class Problem:
    """One message, and the field it is about."""

    message: str
    anchor: str


def problems(form, formsets):
    """What has to be put right before the form can be saved, in the order of the page."""
    yield from _of_form(form, "")
    for formset in formsets:
        group = f"{formset.prefix}-group"
        yield from (Problem(message, group) for message in formset.non_form_errors())
        kind = capfirst(formset.model._meta.verbose_name)
        for number, row in enumerate(formset.forms, 1):
            if not to_be_deleted(row):
                yield from _of_form(row, f"{kind} {number}, ")


def _of_form(form, prefix):
    for name, errors in form.errors.as_data().items():
        for error in errors:
            if error.code != CONFLICT:
                for message in error.messages:
                    yield _problem(form, name, prefix, error, message)


def _problem(form, name, prefix, error, message):
    if name == NON_FIELD_ERRORS or name not in form.fields:
        return Problem(f"{prefix}{message}", form[next(iter(form.fields))].id_for_label)
    field = form[name]
    told = message if error.code == UNSOURCED else f"{prefix}{field.label}: {message}"
    return Problem(told, field.id_for_label)
