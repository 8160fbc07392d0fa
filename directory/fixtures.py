"""Reads fixtures/: its entries, what they may fill and by what they are known.

Every app says on its AppConfig which files and models are its own, each kind after those it refers
to, in `fixture_files` and `filled_models`. Lower apps go first: nothing refers to those above it.
"""

from contextlib import contextmanager
from dataclasses import dataclass

import yaml
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import UniqueConstraint

try:  # ten times as fast, where PyYAML was built with it
    from yaml import CSafeLoader as SafeLoader
except ImportError:
    from yaml import SafeLoader


class BadFixtureError(Exception):
    """A fixture can't be loaded: the message names its file, the entry and what is wrong."""


@dataclass(frozen=True)
class FixtureEntry:
    """One entry of a fixture file."""

    file: str
    number: int
    model: type
    fields: dict

    def __str__(self):
        known_by = ", ".join(_words(self.fields.get(field.name)) for field in key_of(self.model))
        return f"{self.file}, entry {self.number} ({self.model._meta.label_lower}: {known_by})"


def _words(value):
    return " ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def every_file():
    """The fixture files, each after those it refers to."""
    return [file for _, file in named("fixture_files")]


def every_model():
    """The models that fixtures fill, each after those it refers to."""
    return [config.get_model(name) for config, name in named("filled_models")]


def named(what):
    """What the apps name as theirs, each with its app, from the lowest app up."""
    configs = reversed(list(apps.get_app_configs()))
    return [(config, name) for config in configs for name in getattr(config, what, ())]


def read(path):
    """The entries of one fixture file."""
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), SafeLoader) or []
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise BadFixtureError(f"{path.name} can't be read: {problem}") from problem
    if not isinstance(rows, list):
        raise BadFixtureError(f"{path.name} is not a list of entries.")
    return [_entry(path.name, number, row) for number, row in enumerate(rows, 1)]


def _entry(file, number, row):
    try:
        model = apps.get_model(row["model"])
        entry = FixtureEntry(file, number, model, dict(row["fields"]))
    except (LookupError, TypeError, ValueError) as problem:
        message = f"{file}, entry {number} needs a known model and its fields: {problem}"
        raise BadFixtureError(message) from problem
    if model not in every_model():
        raise BadFixtureError(f"{file}, entry {number}: {row['model']} is not filled from here.")
    return entry


@contextmanager
def blaming(entry):
    """Say which entry is to blame for what goes wrong."""
    try:
        yield
    except ValidationError as problem:
        raise BadFixtureError(f"{entry}: {'; '.join(_messages(problem))}") from problem
    except (BadFixtureError, IntegrityError, LookupError, TypeError, ValueError) as problem:
        raise BadFixtureError(f"{entry}: {problem}") from problem


def _messages(problem):
    """A validation error's messages, each after the field it is about."""
    if not hasattr(problem, "error_dict"):
        return problem.messages
    return [f"{field}: {' '.join(texts)}" for field, texts in problem.message_dict.items()]


def key_of(model):
    """The fields that tell one thing from all others of its model: its slug or what is unique."""
    single = [f.name for f in model._meta.concrete_fields if f.name == "slug" or f.one_to_one]
    unique = (c.fields for c in model._meta.constraints if isinstance(c, UniqueConstraint))
    return [model._meta.get_field(name) for name in single or next(unique)]


def handle_of(entry):
    """What other entries call it by: its slug, or the slug of what it extends; facts have none."""
    first, *others = key_of(entry.model)
    given = entry.fields.get(first.name)
    return None if others else given[0] if isinstance(given, list) else given
