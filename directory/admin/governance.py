"""The ways of governing that collaboratives choose from."""

from django.contrib import admin
from django.core.exceptions import ValidationError

from directory.models import GovernanceModel, GovernancePoint
from library.curating.filters import UsedFilter
from library.curating.forms import UNSOURCED, FactForm
from library.curating.inlines import FactInline

from .base import EntryAdmin, LastCheckedFilter


class PointForm(FactForm):
    """A point on its model's page: it is published for itself, and only with a source."""

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        published = cleaned.get("status") == GovernancePoint.Status.PUBLISHED
        if published and not cleaned.get("citations", True):
            point = GovernancePoint(name=cleaned.get("name", ""))
            self.add_error("citations", ValidationError(point.lacks_source, code=UNSOURCED))


class PointInline(FactInline):
    model = GovernancePoint
    form = PointForm
    verbose_name_plural = "points about this model"
    fields = [("kind", "order"), ("name", "slug"), "text", "note", "citations", "status"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["citations"]
    show_change_link = True


@admin.register(GovernanceModel)
class GovernanceModelAdmin(EntryAdmin):
    list_display = ["name", "family", "order", "status", "last_verified"]
    list_filter = ["status", LastCheckedFilter, "family"]
    autocomplete_fields = ["citations"]
    inlines = [PointInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    "slug",
                    ("family", "order"),
                    "summary",
                    "citations",
                    ("status", "last_verified"),
                ]
            },
        ),
        ("How it works", {"fields": ["decisions", "legal_basis", "statutory", "fits", "limits"]}),
    ]


@admin.register(GovernancePoint)
class GovernancePointAdmin(EntryAdmin):
    list_display = ["name", "kind", "governance_model", "order", "status", "last_verified"]
    list_filter = ["status", LastCheckedFilter, "kind", ("governance_model", UsedFilter)]
    list_select_related = ["governance_model"]
    search_fields = ["name", "slug", "text"]
    autocomplete_fields = ["governance_model", "citations"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    "slug",
                    ("kind", "order"),
                    "governance_model",
                    "text",
                    "note",
                    "citations",
                    ("status", "last_verified"),
                ]
            },
        ),
    ]
