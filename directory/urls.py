"""Table of contents: every address of the directory."""

from django.urls import path

from browse.exports import METADATA
from browse.urls import list_urls

from . import views
from .lists import CollaborativeList, OrganisationList

COLLABORATIVES = [
    *list_urls(CollaborativeList()),
    path("collaboratives/<slug:slug>/", views.collaborative, name="collaborative"),
]

ORGANISATIONS = [
    *list_urls(OrganisationList()),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
]

WAYS_IN = [
    path("regions/<slug:slug>/", views.region, name="region"),
    path("systems/<slug:slug>/", views.system, name="system"),
    path("themes/<slug:slug>/", views.theme, name="theme"),
    path("governance/", views.governance, name="governance"),
    path("governance/compare/", views.compare_governance, name="governance-compare"),
    path("governance/compare.csv", views.compare_governance_csv, name="governance-compare-csv"),
    path(f"governance/compare{METADATA}", views.compare_governance_metadata),
    path("governance/choose/", views.choose_governance, name="governance-choose"),
    path("governance/<slug:slug>/", views.governance_model, name="governance-model"),
    path("innovators/", views.innovators, name="innovators"),
]

urlpatterns = [*COLLABORATIVES, *ORGANISATIONS, *WAYS_IN]
