"""Trusts and the other bodies that collaborate."""

from django.contrib import admin

from directory.models import Organisation, OrganisationAlias, OrganisationSuccession
from library.curating.filters import UsedFilter
from library.curating.inlines import FactInline

from .base import EntryAdmin, LastCheckedFilter


class AliasInline(FactInline):
    model = OrganisationAlias
    fields = [("name", "kind"), "citations"]
    autocomplete_fields = ["citations"]


class SuccessionInline(FactInline):
    model = OrganisationSuccession
    fk_name = "predecessor"
    fields = [("successor", "date"), "citations"]
    autocomplete_fields = ["successor", "citations"]


@admin.register(Organisation)
class OrganisationAdmin(EntryAdmin):
    list_display = ["name", "ods_code", "kind", "status", "system", "closed", "last_verified"]
    list_filter = [
        "status",
        LastCheckedFilter,
        "kind",
        ("sectors", UsedFilter),
        ("system__region", UsedFilter),
        ("closed", admin.EmptyFieldListFilter),
    ]
    list_select_related = ["system"]
    search_fields = ["name", "short_name", "ods_code", "slug", "aliases__name"]
    autocomplete_fields = ["system", "sectors", "citations"]
    inlines = [AliasInline, SuccessionInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    "short_name",
                    "slug",
                    ("ods_code", "kind"),
                    "citations",
                    ("status", "last_verified"),
                ]
            },
        ),
        ("Where and what", {"fields": ["system", "sectors", ("opened", "closed"), "note"]}),
    ]
