"""Table of contents: every address of case studies and outcomes."""

from django.urls import path

from browse.urls import list_urls

from . import views
from .lists import CaseStudyList, OutcomeList

urlpatterns = [
    *list_urls(CaseStudyList()),
    path("case-studies/<slug:slug>/", views.case_study, name="case-study"),
    *list_urls(OutcomeList()),
]
