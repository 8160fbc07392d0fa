"""Table of contents: every address of the portal."""

from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.views.decorators.http import require_safe

from browse.views import search_view
from collabportal import feeds, machine_pages, views
from collabportal.data import data
from collabportal.machine_pages import SITEMAPS

SERVICE_PAGES = [
    path("", views.home, name="home"),
    path("search/", search_view, name="search"),
    path("updates/", feeds.updates, name="updates"),
    path("updates.atom", feeds.feed, name="updates-feed"),
    path("data/", data, name="data"),
    path("about/", views.about, name="about"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
]

MACHINE_PAGES = [
    path("sitemap.xml", require_safe(sitemap), {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", machine_pages.robots, name="robots"),
    path(".well-known/security.txt", machine_pages.security, name="security"),
]

# /healthz and /readyz are answered before addresses are looked up: see health.py.
urlpatterns = [
    path("admin/", admin.site.urls),
    *SERVICE_PAGES,
    *MACHINE_PAGES,
    path("", include("insights.urls")),
    path("", include("maturity.urls")),
    path("", include("casestudies.urls")),
    path("", include("directory.urls")),
    path("", include("library.urls")),
]

handler400 = "collabportal.errors.bad_request"
handler403 = "collabportal.errors.forbidden"
handler404 = "collabportal.errors.not_found"
handler500 = "collabportal.errors.server_error"
