"""Table of contents: every address of surveys and the landscape."""

from django.urls import path

from browse.urls import export_urls, list_urls

from . import views
from .lists import FindingList, LandscapeFiles

urlpatterns = [
    path("insights/", views.overview, name="insights"),
    *list_urls(FindingList()),
    path("insights/landscape/", views.landscape_page, name="landscape"),
    *export_urls(LandscapeFiles()),
    path("insights/<slug:slug>/", views.survey, name="survey"),
]
