from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from .models import Citation, Publication


class CitationInline(admin.TabularInline):
    model = Citation
    extra = 1


@admin.register(Publication)
class PublicationAdmin(SimpleHistoryAdmin):
    list_display = ["title", "publisher", "kind", "evidence", "date"]
    list_filter = ["evidence", "kind", "publisher"]
    show_facets = admin.ShowFacets.ALWAYS
    search_fields = ["title", "publisher", "authors"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [CitationInline]


@admin.register(Citation)
class CitationAdmin(admin.ModelAdmin):
    list_display = ["publication", "locator"]
    list_filter = ["publication"]
    list_select_related = ["publication"]
    search_fields = ["publication__title", "locator"]
    autocomplete_fields = ["publication"]
