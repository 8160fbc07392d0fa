"""The admin as curators meet it: what they work on first, and foul input refused."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.core.exceptions import BadRequest

FIRST = ["directory", "casestudies", "insights", "maturity", "library"]
ENTRIES_FIRST = [
    "Collaborative",
    "Organisation",
    "GovernanceModel",
    "CaseStudy",
    "Survey",
    "Domain",
    "Publication",
]


class CuratorsSite(AdminSite):
    """Entries before the lists they are filed under, and these before accounts and locks."""

    site_header = site_title = "Provider collaboratives directory"
    index_title = "Keep the directory true"
    empty_value_display = "None"

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda model: place(model["object_name"], ENTRIES_FIRST))
        return sorted(apps, key=lambda app: place(app["app_label"], FIRST))

    def admin_view(self, view, cacheable=False):
        """Refuse what no database can hold in its text before it is searched for."""

        def checked(request, *args, **kwargs):
            if "\0" in request.path_info or any("\0" in part for part in parts_of(request.GET)):
                raise BadRequest("There is a NUL character in the address.")
            return view(request, *args, **kwargs)

        # Whatever it is, it was shown to somebody who had signed in: no page of it is kept.
        return super().admin_view(checked, cacheable=False)


def place(name, first):
    """Where a name stands: those that come first in their order, then the rest as they were."""
    return first.index(name) if name in first else len(first)


def parts_of(query):
    """Every name and value of a query string."""
    for name, values in query.lists():
        yield name
        yield from values


class CuratorsAdminConfig(AdminConfig):
    default_site = "collabportal.curators_site.CuratorsSite"
