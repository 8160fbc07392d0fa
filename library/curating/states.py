"""The values of a thing at some moment, as keys for comparing and as words for reading."""

from collections import defaultdict

from library.dates import display_date

NOTHING = "—"


def fields_of(model, owner_key=None):
    """The fields a curator fills in: not keys, counters or what the thing is part of."""
    plain = [
        field
        for field in model._meta.concrete_fields
        if field.editable and not field.primary_key and field.attname != owner_key
    ]
    return plain + lists_of(model)


def lists_of(model):
    """Its many-to-many fields without a model of their own."""
    return [f for f in model._meta.many_to_many if f.remote_field.through._meta.auto_created]


def state_of(thing):
    """The values of a saved thing as it stands."""
    state = {field.name: field.value_from_object(thing) for field in fields_of(type(thing))}
    for field in lists_of(type(thing)):
        state[field.name] = frozenset(row.pk for row in state[field.name])
    return state


def states_of(records):
    """The values in each of these history records of one model, by the record's key."""
    if not records:
        return {}
    model = records[0].instance_type
    plain = [field for field in fields_of(model) if not field.many_to_many]
    states = {
        record.history_id: {field.name: getattr(record, field.attname) for field in plain}
        for record in records
    }
    for field in records[0]._history_m2m_fields:
        lists = _lists_in(records, field)
        for key, state in states.items():
            state[field.name] = frozenset(lists[key])
    return states


def _lists_in(records, field):
    kept = getattr(type(records[0]), field.name).model
    rows = kept.objects.filter(history__in=[record.history_id for record in records])
    lists = defaultdict(set)
    for key, row in rows.values_list("history_id", field.m2m_reverse_name()):
        lists[key].add(row)
    return lists


class Names:
    """The rows that keys in states stand for, read once for each model."""

    def __init__(self):
        self.rows = defaultdict(dict)

    def read(self, states):
        """Read what these states of models refer to."""
        keys = defaultdict(set)
        for model, state in states:
            for field in fields_of(model):
                if field.is_relation and field.name in state:
                    value = state[field.name]
                    keys[field.related_model].update(value if field.many_to_many else {value})
        for model, wanted in keys.items():
            self.rows[model].update(model._default_manager.in_bulk(wanted - {None}))

    def put_into(self, thing):
        """Spare a thing the reading of what it refers to."""
        for field in fields_of(type(thing)):
            if field.many_to_one:
                row = self.rows[field.related_model].get(getattr(thing, field.attname))
                if row:
                    setattr(thing, field.name, row)

    def words(self, field, value):
        """A field's value as people read it."""
        if field.many_to_many:
            return "; ".join(sorted(self.name(field, key) for key in value or ())) or NOTHING
        if value is None or value == "":
            return NOTHING
        if field.many_to_one:
            return self.name(field, value)
        return plain_words(field, value)

    def name(self, field, key):
        row = self.rows[field.related_model].get(key)
        return str(row) if row else f"{field.related_model._meta.verbose_name} {key}, now deleted"


def plain_words(field, value):
    """A value that refers to nothing, as people read it."""
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return display_date(value) if hasattr(value, "isoformat") else str(value)
