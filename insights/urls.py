"""Table of contents: every address of surveys and the landscape."""

from django.urls import path

from browse.exports import FORMATS
from browse.urls import list_urls
from browse.views import export_view

from . import views
from .exports import LANDSCAPE
from .lists import FindingList, LandscapeFiles

LANDSCAPE_FILES = [
    path(
        f"{LANDSCAPE.name}.{extension}",
        export_view(LandscapeFiles(), LANDSCAPE, extension),
        name=f"{LANDSCAPE.name}.{extension}",
    )
    for extension in FORMATS
]

urlpatterns = [
    path("insights/", views.overview, name="insights"),
    *list_urls(FindingList()),
    path("insights/landscape/", views.landscape_page, name="landscape"),
    *LANDSCAPE_FILES,
    path("insights/<slug:slug>/", views.survey, name="survey"),
]
