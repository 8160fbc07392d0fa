"""Fills the directory from fixtures/ and brings it up to date without undoing a curator's work.

History tells who spoke last: what the loader wrote carries its own reason and no user. Anything
whose newest record says otherwise, deleted things included, belongs to a curator.
"""

from collections import Counter, defaultdict
from contextlib import contextmanager

from browse.writing import writing
from library.models import Citation, Cited, Publication

from .fixtures import BadFixtureError, blaming, every_file, every_model, handle_of, key_of, read

REASON = "Loaded from the briefings"


class CuratorDeletedError(Exception):
    """An entry belongs to something a curator deleted."""


def is_empty():
    """Whether the directory holds nothing that the fixtures could fill."""
    return not any(model._default_manager.exists() for model in every_model())


def load(folder):
    """Bring the directory to what the fixtures say; count what was done to their entries."""
    loader = Loader()
    entries = [entry for file in every_file() for entry in read(folder / file)]
    with writing():
        for entry in entries:
            with blaming(entry):
                loader.take(entry)
        loader.remove_the_rest()
    return loader.counts


def newest_record(thing):
    """What history last says of the thing with this natural key, whatever it is called now."""
    history = type(thing).history
    key = {field.attname: getattr(thing, field.attname) for field in key_of(type(thing))}
    known = history.filter(**key).first()
    return known and history.filter(id=known.id).first()


def is_curators(record):
    """Whether somebody other than the loader wrote this history record."""
    return record.history_change_reason != REASON or record.history_user_id is not None


class Loader:
    """One run over the fixtures: what it has met so far and what it did."""

    def __init__(self):
        self.things = {}  # by model and slug; None where a curator deleted it
        self.places = {}  # citations, by publication and locator
        self.met = defaultdict(set)
        self.counts = Counter(created=0, updated=0, unchanged=0, kept=0, removed=0)

    def take(self, entry):
        """Create or update what an entry describes, unless it is a curator's now."""
        try:
            wanted = entry.model(**self.values(entry))
        except CuratorDeletedError:
            return self.note(entry, "kept", None)
        relations = self.relations(entry)
        check(wanted, entry)
        record = newest_record(wanted)
        if record and is_curators(record):
            return self.note(
                entry, "kept", entry.model._default_manager.filter(pk=record.id).first()
            )
        if record and record.history_type != "-":
            wanted.pk = record.id
        return self.note(entry, *settle(wanted, relations))

    def note(self, entry, done, thing):
        """Remember what was done, and the thing by its handle for the entries that refer to it."""
        if thing and thing.pk in self.met[entry.model]:
            raise BadFixtureError("this stands in the fixtures twice.")
        if thing:
            self.met[entry.model].add(thing.pk)
        if handle := handle_of(entry):
            self.things[entry.model, handle] = thing
        self.counts[done] += 1

    def values(self, entry):
        """The entry's plain values and references, with defaults for what it leaves out."""
        fields = [f for f in entry.model._meta.concrete_fields if f.editable and not f.primary_key]
        names = {field.name for field in [*fields, *related_fields(entry.model)]}
        if strange := entry.fields.keys() - names:
            raise BadFixtureError(f"there is no field {', '.join(sorted(map(str, strange)))}.")
        return {field.name: self.value(field, entry) for field in fields}

    def value(self, field, entry):
        """One field's value; a reference is a natural key."""
        if field.name not in entry.fields:
            return field.get_default()
        given = entry.fields[field.name]
        if not field.is_relation or given is None:
            return field.to_python(given)
        if (thing := self.thing(field.related_model, given)) is None:
            raise CuratorDeletedError
        return thing

    def relations(self, entry):
        """The entry's lists of references, without what a curator deleted."""
        return {
            field.name: list(
                filter(None, (self.other(field, key) for key in entry.fields.get(field.name, [])))
            )
            for field in related_fields(entry.model)
        }

    def other(self, field, key):
        """One of a list of references; citations need not stand anywhere before."""
        return (
            self.citation(*key)
            if field.related_model is Citation
            else self.thing(field.related_model, key)
        )

    def thing(self, model, key):
        """What a natural key names: something that an earlier entry described."""
        (slug,) = key
        try:
            return self.things[model, slug]
        except KeyError:
            raise BadFixtureError(
                f"no {model._meta.verbose_name} “{slug}” stands before."
            ) from None

    def citation(self, publication, locator):
        """The place in a publication, made when first met."""
        source = self.thing(Publication, [publication])
        if source and (source, locator) not in self.places:
            self.places[source, locator] = place_in(source, locator)
        return self.places.get((source, locator))

    def remove_the_rest(self):
        """Remove what an earlier run loaded and the fixtures no longer hold."""
        for model in reversed(every_model()):
            for thing in model._default_manager.exclude(pk__in=self.met[model]):
                record = model.history.filter(id=thing.pk).first()
                if record and not is_curators(record):
                    self.counts[remove(thing)] += 1


def place_in(source, locator):
    """The saved citation of a place in a publication."""
    if found := Citation.objects.filter(publication=source, locator=locator).first():
        return found
    place = Citation(publication=source, locator=locator)
    place.clean_fields(exclude=["publication"])
    place._change_reason = REASON
    place.save()
    return place


def related_fields(model):
    """The many-to-many fields that entries may fill: those without a model of their own."""
    return [
        field for field in model._meta.many_to_many if field.remote_field.through._meta.auto_created
    ]


def check(wanted, entry):
    """Refuse values the model doesn't allow, and facts without a source."""
    references = [field.name for field in wanted._meta.concrete_fields if field.is_relation]
    wanted.full_clean(exclude=references, validate_unique=False, validate_constraints=False)
    if isinstance(wanted, Cited) and wanted.needs_source and not entry.fields.get("citations"):
        raise BadFixtureError("it has no source.")


def settle(wanted, relations):
    """Save what is new or differs; say what was done, and the saved thing."""
    if wanted.pk is None:
        write(wanted, relations)
        return "created", wanted
    thing = type(wanted)._default_manager.get(pk=wanted.pk)
    changed = list(differing_fields(thing, wanted))
    if not changed and same_relations(thing, relations):
        return "unchanged", thing
    for field in changed:
        setattr(thing, field.attname, getattr(wanted, field.attname))
    write(thing, relations)
    return "updated", thing


def differing_fields(thing, wanted):
    """The editable fields in which two versions of a thing differ."""
    return (
        field
        for field in thing._meta.concrete_fields
        if field.editable and getattr(thing, field.attname) != getattr(wanted, field.attname)
    )


def same_relations(thing, relations):
    """Whether the saved many-to-many values are the wanted ones."""
    return all(set(getattr(thing, name).all()) == set(others) for name, others in relations.items())


def write(thing, relations):
    """Save a thing and its relations; of several changed ones only the last makes a record."""
    thing._change_reason = REASON
    thing.save()
    changed = [name for name in relations if not same_relations(thing, {name: relations[name]})]
    for name in changed[:-1]:
        with unrecorded(thing):
            getattr(thing, name).set(relations[name])
    for name in changed[-1:]:
        getattr(thing, name).set(relations[name])


@contextmanager
def unrecorded(thing):
    """Change a thing without a history record: a later change makes one for both."""
    thing.skip_history_when_saving = True
    yield
    del thing.skip_history_when_saving


def remove(thing):
    """Delete a loaded thing unless something of a curator's hangs on it; say what was done."""
    held = (
        getattr(thing, relation.get_accessor_name()).exists()
        for relation in thing._meta.related_objects
    )
    if any(held):
        return "kept"
    thing._change_reason = REASON
    thing.delete()
    return "removed"
