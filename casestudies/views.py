"""The page of one case study; the lists are declared in `lists`."""

from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from .pages import CaseStudyPage, cases_for_pages


@require_safe
def case_study(request, slug):
    """One case study: sections, voices, numbers, what is related, and sources."""
    told = CaseStudyPage(get_object_or_404(cases_for_pages(), slug=slug))
    context = {"case": told.case, "told": told, "sources": told.sources}
    return TemplateResponse(request, "casestudies/case_study.jinja", context)
