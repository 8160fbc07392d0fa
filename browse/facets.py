"""What a filter list declares: its facets, the options of each, and how rows have them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast
from django_filters import FilterSet, MultipleChoiceFilter


@dataclass(frozen=True)
class Option:
    """One thing a facet can be set to.

    `codes` are other spellings an address may use; `covers` are further values whose rows count
    as this one's; `notice` tells the reader what choosing it means, where that is not plain.
    """

    value: str
    label: str
    codes: tuple = ()
    covers: tuple = ()
    notice: str = ""

    @property
    def values(self):
        """Every value whose rows this option finds."""
        return (self.value, *self.covers)


class Facet(MultipleChoiceFilter):
    """A filter of which several options may be chosen, each shown with its count.

    `expression` reads a row's value: a lookup path, or a database expression; `condition` makes
    the condition rows must meet for the value to count, such as a membership not yet over.
    """

    def __init__(
        self,
        label,
        expression,
        options: Callable[[], list[Option]],
        condition: Callable[[], Q] = Q,
        **kwargs,
    ):
        super().__init__(label=label, choices=self._choices, **kwargs)
        self.expression = F(expression) if isinstance(expression, str) else expression
        self.options = options
        self.condition = condition

    def _choices(self):
        return [(option.value, option.label) for option in self.options()]

    def rows(self, entries, name):
        """The (facet, key, value) of every value each entry has, as one queryset."""
        value = Cast(self.expression, CharField())
        return entries.filter(self.condition()).order_by().values_list(Value(name), "pk", value)

    def filter(self, entries, values):
        """The entries that have one of these values: in SQL what the bit sets do in memory."""
        if not values:
            return entries
        wanted = {v for o in self.options() if o.value in values for v in o.values}
        value = f"{self.field_name}_value"
        having = entries.filter(self.condition()).alias(**{value: self.expression})
        return having.filter(**{f"{value}__in": wanted}).distinct()


class FacetedFilterSet(FilterSet):
    """The facets of one list, by the parameter each has in an address."""

    @classmethod
    def facets(cls):
        """The declared facets, in order."""
        return {name: f for name, f in cls.base_filters.items() if isinstance(f, Facet)}
