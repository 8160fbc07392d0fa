"""What the admin of everything that curators draft and publish has in common."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError

from browse.writing import writing

from .admin import CuratedAdmin
from .forms import EntryForm

REFUSALS_SHOWN = 20


class AddressedAdmin(CuratedAdmin):
    """A thing with a slug that stands in its address."""

    def save_model(self, request, obj, form, change):
        if change and "slug" in form.changed_data:
            messages.warning(request, "Its address has changed: links to the old one end.")
        super().save_model(request, obj, form, change)


class PublishableAdmin(AddressedAdmin):
    """Something that is drafted, and published with its sources."""

    form = EntryForm
    actions = ["publish_selected", "withdraw_selected"]

    def get_object(self, request, object_id, from_field=None):
        """A submitted form changes the thing before it is refused; how it was stays known."""
        thing = super().get_object(request, object_id, from_field)
        if thing:
            thing.was_published = thing.is_published
        return thing

    def get_readonly_fields(self, request, obj=None):
        """A published entry's address stays: withdraw it to a draft first to change its slug."""
        fixed = ["slug"] if getattr(obj, "was_published", False) else []
        return [*super().get_readonly_fields(request, obj), *fixed]

    def get_prepopulated_fields(self, request, obj=None):
        fixed = self.get_readonly_fields(request, obj)
        offered = super().get_prepopulated_fields(request, obj)
        return {name: source for name, source in offered.items() if name not in fixed}

    def note_saved(self, thing):
        thing.raise_revision()

    @admin.action(description="Publish selected %(verbose_name_plural)s", permissions=["change"])
    def publish_selected(self, request, queryset):
        published = self.model.Status.PUBLISHED
        self._set_on_each(request, queryset, "published", status=published)

    @admin.action(description="Withdraw selected to drafts", permissions=["change"])
    def withdraw_selected(self, request, queryset):
        self._set_on_each(request, queryset, "withdrawn", status=self.model.Status.DRAFT)

    def _set_on_each(self, request, queryset, done, **values):
        """Save each as if by its own page, and say which were refused and why."""
        keys = list(queryset.order_by().values_list("pk", flat=True))
        saved, refusals = 0, []
        with writing():
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
