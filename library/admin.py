"""Publications and the places in them that facts cite."""

from django.contrib import admin

from .curating.admin import CuratedAdmin
from .curating.filters import UsedFilter
from .curating.inlines import FactInline
from .models import Citation, Publication


class CitationInline(FactInline):
    model = Citation
    verbose_name = "place that facts cite"
    verbose_name_plural = "places that facts cite"


@admin.register(Publication)
class PublicationAdmin(CuratedAdmin):
    list_display = ["title", "publisher", "kind", "evidence", "date"]
    list_filter = ["evidence", "kind", "publisher"]
    search_fields = ["title", "publisher", "authors"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [CitationInline]


@admin.register(Citation)
class CitationAdmin(CuratedAdmin):
    """Made and corrected from the facts that cite them, and on their publication's page."""

    list_display = ["publication", "locator"]
    list_filter = [("publication", UsedFilter)]
    list_select_related = ["publication"]
    search_fields = ["publication__title", "locator"]
    autocomplete_fields = ["publication"]

    def has_module_permission(self, request):
        return False
