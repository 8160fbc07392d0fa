"""What refers to a thing, so that it isn't deleted from under it."""

from itertools import chain, islice

from django.db.models import CASCADE

SHOWN = 20


def uses(model, things):
    """The rows of any model that list these things among their sources, themes, regions etc."""
    for relation in model._meta.get_fields(include_hidden=True):
        if is_list_of(relation):
            listing = {f"{relation.field.name}__in": things}
            rows = relation.related_model._default_manager.filter(**listing).distinct()
            owner = owner_field(relation.related_model)
            yield from rows.select_related(owner.name) if owner else rows


def is_list_of(relation):
    """Whether this is the far end of a many-to-many field without a model of its own."""
    return relation.many_to_many and relation.auto_created and relation.through._meta.auto_created


def owner_field(model):
    """The reference to what a fact is part of and is deleted with."""
    keys = (field for field in model._meta.concrete_fields if field.many_to_one)
    return next((key for key in keys if key.remote_field.on_delete is CASCADE), None)


def named_uses(thing):
    """The uses of a thing in words, the first few of them by name."""
    return in_few_words(uses(type(thing), [thing]))


def references(thing):
    """The rows that refer to a thing: deleting it would delete them too, or is forbidden."""
    for relation in thing._meta.related_objects:
        if not relation.many_to_many:
            rows = relation.related_model._default_manager
            yield from rows.filter(**{relation.field.name: thing})


def named_dependants(thing):
    """All that lists a thing or refers to it, in words, the first few by name."""
    return in_few_words(chain(uses(type(thing), [thing]), references(thing)))


def in_few_words(found, shown=SHOWN):
    """These rows in words, the first few of them by name."""
    found = iter(found)
    names = [in_words(use) for use in islice(found, shown)]
    rest = sum(1 for _ in found)
    return [*names, f"and {rest} more"] if rest else names


def in_words(row):
    """A row by its kind and name, and what it is part of."""
    owner = owner_field(type(row))
    name = f"{row._meta.verbose_name} ‘{getattr(row, 'called', row)}’"
    whole = owner and getattr(row, owner.name)
    return f"{name} of ‘{whole}’" if whole else name
