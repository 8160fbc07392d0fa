"""The pages of surveys and of the landscape; the list of findings is declared in `lists`."""

from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from library.sources import Sources

from .landscape import landscape
from .models import NationalFigure, Survey
from .pages import SurveyPage, with_questions

PARTS = [("counted", "Counted in this directory"), ("stated", "Stated by national bodies")]


@require_safe
def overview(request):
    """The surveys, what else people said, and the way to the landscape."""
    surveys = with_questions(Survey.objects.published().newest_first())
    context = {
        kind.name.lower(): [each for each in surveys if each[0].kind == kind]
        for kind in Survey.Kind
    }
    return TemplateResponse(request, "insights/overview.jinja", context)


@require_safe
def survey(request, slug):
    """One survey: each question with its chart and table, what was said in words, and sources."""
    surveys = Survey.objects.published().select_related("publication")
    told = SurveyPage(get_object_or_404(surveys, slug=slug))
    context = {"survey": told.survey, "told": told, "sources": told.sources}
    return TemplateResponse(request, "insights/survey.jinja", context)


@require_safe
def landscape_page(request):
    """The directory counted, and apart from it what national bodies have stated."""
    figures = list(NationalFigure.objects.published())
    context = {
        "today": timezone.localdate(),
        "parts": PARTS,
        "measures": landscape(getattr(request, "data_version", None)),
        "figures": figures,
        "sources": Sources(*figures),
    }
    return TemplateResponse(request, "insights/landscape.jinja", context)
