"""Table of contents: the matrix and its files."""

from django.urls import path

from browse.urls import export_urls

from . import views
from .lists import SubdomainList

urlpatterns = [
    path("maturity/", views.matrix, name="maturity"),
    *export_urls(SubdomainList()),
]
