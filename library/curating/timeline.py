"""The history of a thing and its facts on one page, and taking a change back."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from simple_history.admin import SimpleHistoryAdmin

from browse.writing import writing

from .history import CHANGED, REMOVED, changes
from .undoing import Undoing, undo_with_companions

CHANGES_ON_A_PAGE = 50
LONGEST_KEY = 18


class TimelineAdmin(SimpleHistoryAdmin):
    """Who changed what and when, of a thing and its facts, with a way back for each change."""

    def get_urls(self):
        """The address of one change, and of what was deleted."""
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        undo = "<path:object_id>/history/<slug:model_name>/<int:history_id>/"
        return [
            path("deleted/", view(self.deleted_view), name=f"{name}_deleted"),
            path(undo, view(self.undo_view), name=f"{name}_undo"),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        thing, pk = self._found(request, object_id)
        if not self.has_view_or_change_permission(request, thing):
            raise PermissionDenied
        told = changes(self.tracked, pk)
        if thing is None and not told:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        page = Paginator(told, CHANGES_ON_A_PAGE).get_page(request.GET.get("p"))
        title = f"History of {thing or told[0].after.instance}"
        return self._page(request, "history", title, object=thing, object_id=pk, changes=page)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        """A version of the thing alone is one of its changes."""
        if not version_id.isdecimal() or len(version_id) > LONGEST_KEY:
            raise Http404
        return redirect(self._undo_url(object_id, self.opts.model_name, version_id))

    def undo_view(self, request, object_id, model_name, history_id):
        """One change: what it did, and on confirmation its taking back."""
        if request.method == "POST":
            return self._undo(request, object_id, model_name, history_id)
        thing, pk = self._found(request, object_id)
        if not self.has_view_or_change_permission(request, thing):
            raise PermissionDenied
        undoing = Undoing(self._change(pk, model_name, history_id))
        context = {"undoing": undoing, "object": thing, "object_id": pk}
        may = self.has_change_permission(request, thing) and not undoing.obstacle
        edition = getattr(thing, "edition", "")
        return self._page(
            request, "undo", "Take back a change", may_undo=may, edition=edition, **context
        )

    def _undo(self, request, object_id, model_name, history_id):
        try:
            with writing():
                told = self._take_back(request, object_id, model_name, history_id)
        except ValidationError as refusal:
            told = None
            for message in refusal.messages:
                self.message_user(request, f"Not taken back: {message}", messages.ERROR)
        if told is None:
            return redirect(request.path)
        self.message_user(request, f"Taken back: {told}.", messages.SUCCESS)
        return redirect(self._url("history", object_id))

    def _take_back(self, request, object_id, model_name, history_id):
        thing, pk = self._found(request, object_id)
        if not self.has_change_permission(request, thing):
            raise PermissionDenied
        if request.POST.get("edition", "") != getattr(thing, "edition", ""):
            raise ValidationError("somebody saved this meanwhile. Look at it once more.")
        change = self._change(pk, model_name, history_id)
        undo_with_companions(change, self.tracked)
        thing = self.model._default_manager.get(pk=pk)
        if hasattr(thing, "validate_sources"):
            thing.validate_sources()
        self.note_saved(thing)
        told = f"{change.title} {change.kind}"
        self.log_change(request, thing, f"Took back: {told}.")
        return told

    def _found(self, request, object_id):
        """The thing, if it is still there, and its key."""
        key = unquote(object_id)
        if not key.isdecimal() or len(key) > LONGEST_KEY:
            raise Http404
        return self.get_object(request, key), int(key)

    def _change(self, pk, model_name, history_id):
        """The change that wrote this history record."""
        for tracked in self.tracked:
            if tracked.model._meta.model_name == model_name:
                for change in changes([tracked], pk):
                    if any(record.history_id == history_id for record in change.records):
                        return change
        raise Http404

    def deleted_view(self, request):
        """Everything that was deleted, the latest first."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        gone = self.model.history.filter(history_type="-").select_related("history_user")
        gone = gone.exclude(id__in=self.model._default_manager.values("pk"))
        page = Paginator(gone, CHANGES_ON_A_PAGE).get_page(request.GET.get("p"))
        title = f"Deleted {self.opts.verbose_name_plural}"
        return self._page(request, "deleted", title, records=page)

    def _page(self, request, template, title, **context):
        context |= {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "module_name": capfirst(self.opts.verbose_name_plural),
            "media": self.media,
            "CHANGED": CHANGED,
            "REMOVED": REMOVED,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, f"admin/curating/{template}.html", context)

    def _url(self, name, *args):
        return reverse(
            f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_{name}", args=args
        )

    def _undo_url(self, *args):
        return self._url("undo", *args)
