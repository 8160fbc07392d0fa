"""The ways of governing that collaboratives choose from."""

from django.contrib import admin

from directory.models import GovernanceModel

from .base import EntryAdmin, LastCheckedFilter


@admin.register(GovernanceModel)
class GovernanceModelAdmin(EntryAdmin):
    list_display = ["name", "family", "order", "status", "last_verified"]
    list_filter = ["status", LastCheckedFilter, "family"]
    autocomplete_fields = ["citations"]
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
        ("How it works", {"fields": ["decisions", "legal_basis", "fits", "limits"]}),
    ]
