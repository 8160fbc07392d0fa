"""Domains with their sub-domains, sub-domains with their objectives, and the levels."""

from django.contrib import admin

from library.curating.admin import CuratedAdmin
from library.curating.filters import UsedFilter
from library.curating.forms import SourcedForm
from library.curating.inlines import FactInline
from library.curating.publishing import PublishableAdmin

from .models import Domain, Level, Objective, Subdomain


class SubdomainInline(FactInline):
    """The sub-domains of a domain; their objectives are on each sub-domain's own page."""

    model = Subdomain
    fields = [("number", "name"), "slug", "citations"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["citations"]
    show_change_link = True
    can_delete = False


@admin.register(Domain)
class DomainAdmin(PublishableAdmin):
    list_display = ["number", "name", "status"]
    list_display_links = ["name"]
    list_filter = ["status"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["citations"]
    fields = [("number", "name"), "slug", "note", "citations", "status"]
    inlines = [SubdomainInline]


class ObjectiveInline(FactInline):
    model = Objective
    fields = [("letter", "name"), "citations"]
    autocomplete_fields = ["citations"]


@admin.register(Subdomain)
class SubdomainAdmin(CuratedAdmin):
    list_display = ["code", "name", "domain"]
    list_display_links = ["name"]
    list_filter = [("domain", UsedFilter)]
    list_select_related = ["domain"]
    search_fields = ["name", "slug", "objectives__name"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["domain", "citations"]
    fields = ["domain", ("number", "name"), "slug", "citations"]
    inlines = [ObjectiveInline]

    def note_saved(self, thing):
        thing.domain.raise_revision()


@admin.register(Level)
class LevelAdmin(CuratedAdmin):
    form = SourcedForm
    list_display = ["order", "name", "note"]
    list_display_links = ["name"]
    search_fields = ["name", "note"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["citations"]
    fields = [("order", "name"), "slug", "note", "citations"]
