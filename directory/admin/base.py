"""What the admin of the directory's nouns has in common."""

from datetime import timedelta

from django.contrib import admin
from django.utils import timezone

from library.curating.publishing import AddressedAdmin, PublishableAdmin

A_YEAR = timedelta(days=365)


class NamedAdmin(AddressedAdmin):
    """A thing with a name, and a slug that stands in its address."""

    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name", "slug"]


class LastCheckedFilter(admin.SimpleListFilter):
    """How long ago somebody confirmed an entry."""

    title = "last checked"
    parameter_name = "checked"

    def lookups(self, request, model_admin):
        return [("year", "In the last year"), ("before", "Longer ago"), ("never", "Never")]

    def queryset(self, request, queryset):
        a_year_ago = timezone.localdate() - A_YEAR
        conditions = {
            "year": {"last_verified__gte": a_year_ago},
            "before": {"last_verified__lt": a_year_ago},
            "never": {"last_verified": None},
        }
        return queryset.filter(**conditions.get(self.value(), {}))


class EntryAdmin(PublishableAdmin, NamedAdmin):
    """Something that is drafted, published with its sources, and checked from time to time."""

    actions = [*PublishableAdmin.actions, "confirm_selected"]

    @admin.action(description="Confirm selected as checked today", permissions=["change"])
    def confirm_selected(self, request, queryset):
        today = timezone.localdate()
        self._set_on_each(request, queryset, "confirmed as checked today", last_verified=today)
