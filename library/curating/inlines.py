"""References that are looked up, and the rows of facts on the page of what they are about."""

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models

from .choices import (
    RememberedChoiceField,
    RememberedMultipleChoiceField,
    RememberedSelect,
    RememberedSelectMultiple,
)
from .forms import FactForm, FactFormSet


class Lookups:
    """References are looked up as the curator types, and read once for all rows."""

    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Beside a reference stands a way to add another; the rest is done on its own page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_delete_related = False
            field.widget.can_view_related = False
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = RememberedSelect(db_field, self.admin_site)
            kwargs["form_class"] = RememberedChoiceField
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = RememberedSelectMultiple(db_field, self.admin_site)
            kwargs["form_class"] = RememberedMultipleChoiceField
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class FactInline(Lookups, admin.StackedInline):
    """The rows of one kind of fact."""

    form = FactForm
    formset = FactFormSet
    extra = 0

    def get_queryset(self, request):
        """With all that the rows show, in one query and one for each list."""
        fields = [self.model._meta.get_field(name) for name in self.autocomplete_fields]
        rows = super().get_queryset(request)
        if one := [field.name for field in fields if field.many_to_one]:
            rows = rows.select_related(*one)
        return rows.prefetch_related(*(field.name for field in fields if field.many_to_many))
