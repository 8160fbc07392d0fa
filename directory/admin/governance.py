"""The ways of governing that collaboratives choose from."""

from django.contrib import admin

from directory.models import GovernanceModel, GovernancePoint
from library.curating.filters import UsedFilter
from library.curating.inlines import FactInline

from .base import EntryAdmin, LastCheckedFilter


class PointInline(FactInline):
    model = GovernancePoint
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
