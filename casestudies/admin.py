"""Case studies with everything on one page, and outcomes on a page of their own too."""

from django.contrib import admin
from django.core.exceptions import ValidationError

from directory.admin.base import EntryAdmin, LastCheckedFilter
from library.curating.admin import CuratedAdmin
from library.curating.filters import UsedFilter
from library.curating.forms import EntryForm, SourcedForm
from library.curating.inlines import FactInline

from .models import CaseStudy, Outcome, Section, Voice
from .models.cases import NAMES_NOBODY


class CaseStudyForm(EntryForm):
    """An entry that says whose it is, unless its source withholds that."""

    def clean(self):
        super().clean()
        for name in ("collaboratives", "organisations"):
            if self.cleaned_data.get("anonymised") and self.cleaned_data.get(name):
                self.add_error(name, ValidationError(NAMES_NOBODY))


class SectionInline(FactInline):
    model = Section
    fields = [("kind", "order"), "text", "citations"]
    autocomplete_fields = ["citations"]


class VoiceInline(FactInline):
    model = Voice
    fields = [("name", "role"), ("organisation", "order"), "gist", "citations"]
    autocomplete_fields = ["organisation", "citations"]


FIGURES = [
    ("measure", "nature"),
    ("before", "after", "change"),
    ("unit", "qualifier", "direction"),
    ("period", "reported_by"),
    ("themes", "citations"),
]


class OutcomeInline(FactInline):
    model = Outcome
    fields = [("slug", "collaborative"), *FIGURES]
    autocomplete_fields = ["collaborative", "themes", "citations"]


@admin.register(CaseStudy)
class CaseStudyAdmin(EntryAdmin):
    form = CaseStudyForm
    list_display = ["name", "kind", "status", "anonymised", "last_verified", "updated"]
    list_filter = [
        "status",
        LastCheckedFilter,
        "kind",
        "anonymised",
        ("themes", UsedFilter),
        ("collaboratives", UsedFilter),
    ]
    autocomplete_fields = [
        "collaboratives",
        "organisations",
        "themes",
        "sectors",
        "governance_models",
        "citations",
    ]
    inlines = [SectionInline, VoiceInline, OutcomeInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    "slug",
                    "kind",
                    "summary",
                    "citations",
                    ("status", "last_verified"),
                ]
            },
        ),
        ("Whose it is", {"fields": ["anonymised", "collaboratives", "organisations"]}),
        ("What it is about", {"fields": ["themes", "sectors", "governance_models"]}),
    ]


@admin.register(Outcome)
class OutcomeAdmin(CuratedAdmin):
    form = SourcedForm
    list_display = ["measure", "figure", "nature", "case_study", "collaborative"]
    list_filter = [
        "nature",
        "direction",
        ("case_study", UsedFilter),
        ("collaborative", UsedFilter),
        ("themes", UsedFilter),
    ]
    list_select_related = ["case_study", "collaborative"]
    search_fields = ["measure", "slug", "reported_by"]
    prepopulated_fields = {"slug": ["measure"]}
    autocomplete_fields = ["case_study", "collaborative", "themes", "citations"]
    fields = ["slug", ("case_study", "collaborative"), *FIGURES]

    @admin.display(description="figure")
    def figure(self, obj):
        """The figures with their unit and qualifier."""
        return obj.figure
