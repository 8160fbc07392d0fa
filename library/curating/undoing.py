"""Taking back one change of a thing or of one of its facts."""

from datetime import timedelta
from functools import cached_property

from django.core.exceptions import ValidationError
from django.utils.text import capfirst

from library.models import Publishable

from .history import ADDED, CHANGED, REMOVED, FieldChange, changes
from .states import Names, fields_of, lists_of, state_of, states_of
from .uses import named_dependants

TOGETHER = timedelta(seconds=10)  # the facts of a thing are deleted moments before it


class Undoing:
    """One change, what stands now, and what would stand without that change."""

    def __init__(self, change):
        self.change = change
        self.now = change.model._default_manager.filter(pk=change.pk).first()

    @cached_property
    def obstacle(self):
        """Why the change can't be taken back, if so."""
        if self.change.kind == REMOVED and self.now:
            return "It is there again already."
        if self.change.kind != REMOVED and not self.now:
            return "It has been removed since. Take that back first."
        if self.change.kind == ADDED and self.change.is_of_entry:
            return "This is how the entry began. Delete it instead."
        if self.change.kind == ADDED and (held_by := named_dependants(self.now)):
            return f"It is used by {'; '.join(held_by)}. Change these first."
        return ""

    @property
    def says(self):
        """What taking the change back does."""
        return {
            ADDED: "This will be removed again.",
            REMOVED: "This will be put back as it was before it was removed.",
            CHANGED: "These values will be put back; everything else stays as it is now.",
        }[self.change.kind]

    def differences(self):
        """The fields that will change, with what they say now and what they will say."""
        model, key = self.change.model, self.change.tracked.key
        now = state_of(self.now) if self.now else {}
        then = {**now, **self.wanted()} if self.change.kind != ADDED else {}
        names = Names()
        names.read([(model, now), (model, then)])
        for field in fields_of(model, key):
            old, new = now.get(field.name), then.get(field.name)
            words = names.words(field, old), names.words(field, new)
            if words[0] != words[1]:
                yield FieldChange(field.name, capfirst(field.verbose_name), old, new, *words)

    def wanted(self):
        """The values to be put back."""
        if self.change.kind == REMOVED:
            last = self.change.before or self.change.after
            return states_of([last])[last.history_id]
        return {each.name: each.old for each in self.change.fields}

    def carry_out(self):
        """Take the change back; refused where the thing would not be valid. Gives the thing."""
        if self.obstacle:
            raise ValidationError(self.obstacle)
        if self.change.kind == ADDED:
            self.now.delete()
            return self.now
        thing = self.now or (self.change.before or self.change.after).instance
        self._put_back(thing, self.wanted())
        return thing

    def _put_back(self, thing, wanted):
        lists = {field.name: field for field in lists_of(type(thing)) if field.name in wanted}
        for field in fields_of(type(thing)):
            if field.name in wanted and field.name not in lists:
                setattr(thing, field.attname, wanted[field.name])
        thing.full_clean()
        thing.save(force_insert=self.now is None)
        for name, field in lists.items():
            getattr(thing, name).set(
                field.related_model._default_manager.filter(pk__in=wanted[name])
            )
        if isinstance(thing, Publishable):
            thing.validate_sources()


def undo_with_companions(change, tracked):
    """Take a change back; with a deleted thing, the facts that were deleted with it come back."""
    Undoing(change).carry_out()
    if change.is_of_entry and change.kind == REMOVED:
        for other in reversed(changes(tracked[1:], change.pk)):
            together = abs(other.when - change.when) < TOGETHER
            if other.kind == REMOVED and together and not (undoing := Undoing(other)).obstacle:
                undoing.carry_out()
