"""A list as a page, and the same list as files."""

from django.http import HttpResponseBadRequest, JsonResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from . import csvw
from .everything import kinds_to_choose, search
from .exports import FORMATS, Export
from .models import last_change
from .selection import read_selection


def list_view(listing):
    """The page of a filter list."""

    @require_safe
    def page(request):
        found = listing.read(request.GET, getattr(request, "data_version", None))
        context = {"listing": listing, "found": found, "selection": found.selection}
        return TemplateResponse(request, listing.template, context)

    return page


def export_view(listing, table, format_name):
    """One table of a list, in one format: refused, with the reason, rather than half-filtered."""

    @require_safe
    def export(request):
        found = listing.read(request.GET, getattr(request, "data_version", None))
        if found.selection.problems:
            return refused(found.selection.problems)
        return FORMATS[format_name](Export(found, table, site_of(request)))

    return export


def metadata_view(listing, table):
    """What programs need to know of one table's CSV at the address that is filtered alike."""

    @require_safe
    def metadata(request):
        version = getattr(request, "data_version", None)
        selection = listing.read(request.GET, version).selection
        if selection.problems:
            return refused(selection.problems)
        query = selection.querystring()
        described = csvw.metadata(table, site_of(request), last_change(version), query)
        return JsonResponse(described, content_type=csvw.MEDIA_TYPE)

    return metadata


def refused(problems):
    """What was wrong with an address, in plain text, and nothing else."""
    lines = [problem.message for problem in problems[:MOST_PROBLEMS]]
    return HttpResponseBadRequest(
        "\n".join(lines) + "\n", content_type=PLAIN, headers={"Cache-Control": "no-store"}
    )


def site_of(request):
    """The start of every address of the portal, as the reader reached it."""
    return f"{request.scheme}://{request.get_host()}"


MOST_PROBLEMS = 20
PLAIN = "text/plain; charset=utf-8"
SEARCH = {"address": "/search/"}


@require_safe
def search_view(request):
    """Everything the words find, grouped by kind; without words, where to type them."""
    selection = read_selection(request.GET, {"kind": kinds_to_choose()}, {})
    context = {
        "selection": selection,
        "found": search(selection),
        "listing": SEARCH,
        "problems": [(problem.message, "q") for problem in selection.problems],
    }
    return TemplateResponse(request, "browse/search.jinja", context)
