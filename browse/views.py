"""A list as a page, and the same list as files."""

from django.http import HttpResponseBadRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from .everything import search
from .exports import FORMATS, Export
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
        if problems := found.selection.problems:
            lines = [problem.message for problem in problems[:MOST_PROBLEMS]]
            return HttpResponseBadRequest(
                "\n".join(lines) + "\n", content_type=PLAIN, headers={"Cache-Control": "no-store"}
            )
        site = f"{request.scheme}://{request.get_host()}"
        return FORMATS[format_name](Export(found, table, site))

    return export


MOST_PROBLEMS = 20
PLAIN = "text/plain; charset=utf-8"


@require_safe
def search_view(request):
    """Everything the words find, grouped by kind; without words, where to type them."""
    selection = read_selection(request.GET, {}, {})
    kinds = search(selection.query) if selection.query else []
    context = {"selection": selection, "kinds": kinds, "count": sum(k.count for k in kinds)}
    return TemplateResponse(request, "browse/search.jinja", context)
