"""What the admin of every curated thing has in common."""

from functools import cached_property, wraps

from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets
from django.db import IntegrityError, models

from browse.writing import writing

from .conflicts import Comparison, Conflict
from .editions import Tracked, edition_of, newest_records, with_edition
from .forms import CuratedForm
from .history import changes
from .inlines import Lookups
from .problems import problems
from .rows import with_vanished_as_new
from .timeline import TimelineAdmin
from .uses import named_uses

LINKS = " relationships"  # what Django calls rows of many-to-many tables


def once_more(view):
    """Do it again where somebody saved the same at that very moment: now it is seen and said."""

    @wraps(view)
    def twice(self, request, *args, **kwargs):
        try:
            return view(self, request, *args, **kwargs)
        except (IntegrityError, models.ProtectedError):
            messages.get_messages(request)._queued_messages.clear()
            return view(self, request, *args, **kwargs)

    return twice


def saving_together(view):
    """One transaction for a submitted page, and the searched words rewritten once at its end."""

    @wraps(view)
    def together(self, request, *args, **kwargs):
        if request.method != "POST":
            return view(self, request, *args, **kwargs)
        with writing():
            return view(self, request, *args, **kwargs)

    return once_more(together)


class CuratedAdmin(Lookups, TimelineAdmin):
    """A thing whose saves never undo somebody else's, with its facts, history and uses."""

    form = CuratedForm
    list_per_page = 50
    save_on_top = True
    show_facets = admin.ShowFacets.ALWAYS
    change_form_template = "admin/curating/change_form.html"
    change_list_template = "admin/curating/change_list.html"
    delete_confirmation_template = "admin/curating/delete_confirmation.html"
    delete_selected_confirmation_template = "admin/curating/delete_selected_confirmation.html"

    class Media:
        css = {"all": ["css/curating.css"]}

    def get_fieldsets(self, request, obj=None):
        """The form's own hidden field goes where the fields go."""
        sets = super().get_fieldsets(request, obj)
        if "edition" not in flatten_fieldsets(sets):
            name, options = sets[-1]
            sets = [*sets[:-1], (name, {**options, "fields": [*options["fields"], "edition"]})]
        return sets

    def view_on_site(self, obj):
        """Only what readers see has a public page."""
        seen = hasattr(obj, "get_absolute_url") and getattr(obj, "is_published", True)
        return obj.get_absolute_url() if seen else None

    # --- Editions: nobody's save is lost ---------------------------------------------------

    @cached_property
    def tracked(self):
        """The thing itself, then the facts shown on its page, as far as they have a history."""
        facts = [Tracked(inline.model, self._owner_key(inline)) for inline in self.inlines]
        return [Tracked(self.model, "id"), *(f for f in facts if hasattr(f.model, "history"))]

    def _owner_key(self, inline):
        keys = (f for f in inline.model._meta.concrete_fields if f.related_model is self.model)
        return next(key.attname for key in keys if inline.fk_name in (None, key.name))

    def get_object(self, request, object_id, from_field=None):
        """The thing with its edition; when it is to be saved, nobody else saves it meanwhile."""
        found = super().get_object(request, object_id, from_field)
        if found is None:
            return None
        things = self.model._default_manager.filter(pk=found.pk)
        if request.method == "POST":
            list(things.select_for_update(no_key=True).values_list("pk"))
        if thing := with_edition(things, self.tracked).first():
            thing.edition = edition_of(thing, self.tracked)
        return thing

    @saving_together
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if "data" in kwargs:
            rows = kwargs["queryset"].filter(**{self._owner_key(inline): obj.pk})
            there = set(map(str, rows.order_by().values_list("pk", flat=True))) if obj.pk else set()
            kwargs["data"] = with_vanished_as_new(kwargs["data"], prefix, there)
        return kwargs

    def save_model(self, request, obj, form, change):
        """A thing whose own fields are as they were is not written again."""
        if not change or form.has_changed():
            super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        changed = form.has_changed() or any(formset.has_changed() for formset in formsets)
        if change and changed:
            self.note_saved(form.instance)

    def note_saved(self, thing):
        """Make what was saved another edition, where history alone does not."""

    # --- What is wrong with a submitted page -----------------------------------------------

    def render_change_form(self, request, context, *args, **kwargs):
        form = context["adminform"].form
        if form.is_bound:
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context["problems"] = list(problems(form, formsets))
            context["errors"] = None  # all of them are listed above
            if form.has_conflict:
                context["conflict"] = self._conflict(form, formsets)
        return super().render_change_form(request, context, *args, **kwargs)

    def _conflict(self, form, formsets):
        since = newest_records(form.opened_at, self.tracked)
        meanwhile = changes(self.tracked, form.instance.pk, since)
        differences = list(Comparison(form, formsets, meanwhile).differences())
        return Conflict(form.newest, meanwhile, differences)

    # --- Deleting --------------------------------------------------------------------------

    @saving_together
    def delete_view(self, request, object_id, extra_context=None):
        return super().delete_view(request, object_id, extra_context)

    def delete_queryset(self, request, queryset):
        with writing():
            # What a search found may be DISTINCT, which PostgreSQL can't lock: its keys can.
            keys = list(queryset.order_by().values_list("pk", flat=True))
            chosen = self.model._default_manager.filter(pk__in=keys)
            list(chosen.order_by("pk").select_for_update(no_key=True).values_list("pk"))
            super().delete_queryset(request, chosen)

    def get_deleted_objects(self, objs, request):
        """What is listed as a source, theme, region and so on somewhere can't be deleted.

        What goes with it is counted without the links between rows, which have no name of theirs.
        """
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        counts = {name: n for name, n in counts.items() if not name.endswith(LINKS)}
        used = [f"{use}, which uses ‘{thing}’" for thing in objs for use in named_uses(thing)]
        return deleted, counts, lacking, [*protected, *used]
