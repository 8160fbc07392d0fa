"""Surveys with their questions, questions with what was found, and national figures."""

from django.contrib import admin

from directory.admin.base import EntryAdmin, LastCheckedFilter
from library.curating.admin import CuratedAdmin
from library.curating.filters import UsedFilter
from library.curating.forms import SourcedForm
from library.curating.inlines import FactInline

from .models import Finding, NationalFigure, Question, Survey


class QuestionInline(FactInline):
    """The questions of a survey; what was found is on each question's own page."""

    model = Question
    fields = [("text", "order"), "slug", "comparable"]
    prepopulated_fields = {"slug": ["text"]}
    show_change_link = True
    can_delete = False


@admin.register(Survey)
class SurveyAdmin(EntryAdmin):
    list_display = ["name", "kind", "status", "field_date", "responses", "last_verified"]
    list_filter = ["status", LastCheckedFilter, "kind", ("publication", UsedFilter)]
    autocomplete_fields = ["publication", "citations"]
    inlines = [QuestionInline]
    fieldsets = [
        (None, {"fields": ["name", "slug", "kind", "citations", ("status", "last_verified")]}),
        ("Who asked whom", {"fields": ["run_by", "responses", "base_note", "method"]}),
        (
            "When, and where reported",
            {"fields": [("field_date", "report_published"), "publication"]},
        ),
    ]


class FindingInline(FactInline):
    model = Finding
    fields = [("answer", "group"), ("percentage", "order"), "text", "note", "citations"]
    autocomplete_fields = ["citations"]


@admin.register(Question)
class QuestionAdmin(CuratedAdmin):
    list_display = ["text", "survey", "order"]
    list_filter = [("survey", UsedFilter)]
    list_select_related = ["survey"]
    search_fields = ["text", "slug", "survey__name"]
    prepopulated_fields = {"slug": ["text"]}
    autocomplete_fields = ["survey"]
    fields = ["survey", ("text", "order"), "slug", "comparable"]
    inlines = [FindingInline]

    def note_saved(self, thing):
        thing.survey.raise_revision()


@admin.register(NationalFigure)
class NationalFigureAdmin(CuratedAdmin):
    form = SourcedForm
    list_display = ["subject", "stated", "as_of", "said_by"]
    search_fields = ["subject", "stated", "said_by", "slug"]
    prepopulated_fields = {"slug": ["subject", "stated"]}
    autocomplete_fields = ["citations"]
    fields = [("subject", "order"), "slug", ("stated", "as_of"), "said_by", "note", "citations"]
