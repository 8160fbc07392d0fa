"""Regions and systems."""

from django.contrib import admin

from directory.models import Region, System, SystemSuccession
from library.curating.filters import UsedFilter
from library.curating.inlines import FactInline

from .base import NamedAdmin


@admin.register(Region)
class RegionAdmin(NamedAdmin):
    list_display = ["name", "ods_code"]
    search_fields = ["name", "ods_code"]
    autocomplete_fields = ["citations"]
    fields = ["name", "slug", "ods_code", "citations"]


class SuccessionInline(FactInline):
    model = SystemSuccession
    fk_name = "predecessor"
    fields = [("successor", "share"), "citations"]
    autocomplete_fields = ["successor", "citations"]


@admin.register(System)
class SystemAdmin(NamedAdmin):
    list_display = ["name", "ods_code", "region", "opened", "closed"]
    list_filter = [("region", UsedFilter), ("closed", admin.EmptyFieldListFilter)]
    list_select_related = ["region"]
    search_fields = ["name", "short_name", "ods_code"]
    autocomplete_fields = ["region", "citations"]
    fields = [
        "name",
        "short_name",
        "slug",
        "ods_code",
        "region",
        ("opened", "closed"),
        "citations",
    ]
    inlines = [SuccessionInline]
