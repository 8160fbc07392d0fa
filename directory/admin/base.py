"""What the admin of the directory's nouns has in common."""

from datetime import timedelta

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from browse import documents
from library.curating.admin import CuratedAdmin
from library.curating.forms import EntryForm

REFUSALS_SHOWN = 20
A_YEAR = timedelta(days=365)


class NamedAdmin(CuratedAdmin):
    """A thing with a name, and a slug that stands in its address."""

    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name", "slug"]

    def save_model(self, request, obj, form, change):
        if change and "slug" in form.changed_data:
            messages.warning(request, "Its address has changed: links to the old one end.")
        super().save_model(request, obj, form, change)


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


class EntryAdmin(NamedAdmin):
    """Something that is drafted, published with its sources, and checked from time to time."""

    form = EntryForm
    actions = ["publish_selected", "withdraw_selected", "confirm_selected"]

    def get_readonly_fields(self, request, obj=None):
        """A published entry's address stays: withdraw it to a draft first to change its slug."""
        fixed = ["slug"] if obj and obj.is_published else []
        return [*super().get_readonly_fields(request, obj), *fixed]

    def get_prepopulated_fields(self, request, obj=None):
        fixed = self.get_readonly_fields(request, obj)
        offered = super().get_prepopulated_fields(request, obj)
        return {name: source for name, source in offered.items() if name not in fixed}

    def view_on_site(self, obj):
        """Only what is published has a public page."""
        return obj.get_absolute_url() if obj.is_published else None

    def note_saved(self, thing):
        thing.raise_revision()

    @admin.action(description="Publish selected %(verbose_name_plural)s", permissions=["change"])
    def publish_selected(self, request, queryset):
        published = self.model.Status.PUBLISHED
        self._set_on_each(request, queryset, "published", status=published)

    @admin.action(description="Withdraw selected to drafts", permissions=["change"])
    def withdraw_selected(self, request, queryset):
        self._set_on_each(request, queryset, "withdrawn", status=self.model.Status.DRAFT)

    @admin.action(description="Confirm selected as checked today", permissions=["change"])
    def confirm_selected(self, request, queryset):
        today = timezone.localdate()
        self._set_on_each(request, queryset, "confirmed as checked today", last_verified=today)

    def _set_on_each(self, request, queryset, done, **values):
        """Save each as if by its own page, and say which were refused and why."""
        keys = list(queryset.order_by().values_list("pk", flat=True))
        saved, refusals = 0, []
        with transaction.atomic(), documents.together():
            entries = self.model._default_manager.filter(pk__in=keys).order_by("pk")
            for entry in entries.select_for_update(no_key=True):
                try:
                    saved += self._set(request, entry, done, values)
                except ValidationError as refusal:
                    refusals.append(f"‘{entry}’ was not {done}. {' '.join(refusal.messages)}")
        self._tell(request, done, saved, refusals)

    def _set(self, request, entry, done, values):
        """Whether the entry had to be changed to have these values."""
        if all(getattr(entry, name) == value for name, value in values.items()):
            return False
        for name, value in values.items():
            setattr(entry, name, value)
        entry.validate_sources()
        entry.save()
        self.note_saved(entry)
        self.log_change(request, entry, [{"changed": {"fields": list(values)}}])
        return True

    def _tell(self, request, done, saved, refusals):
        for refusal in refusals[:REFUSALS_SHOWN]:
            messages.error(request, refusal)
        if len(refusals) > REFUSALS_SHOWN:
            rest = len(refusals) - REFUSALS_SHOWN
            messages.error(request, f"{rest} more were not {done} either.")
        if saved or not refusals:
            names = self.opts.verbose_name if saved == 1 else self.opts.verbose_name_plural
            messages.success(request, f"{saved or 'No'} {names} {done}.")
