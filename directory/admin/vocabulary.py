"""The controlled words entries are filed under."""

from django.contrib import admin

from directory.models import Sector, Theme

from .base import NamedAdmin


@admin.register(Sector)
class SectorAdmin(NamedAdmin):
    list_display = ["name", "code", "order"]
    search_fields = ["name", "code"]


@admin.register(Theme)
class ThemeAdmin(NamedAdmin):
    list_display = ["name", "description"]
