"""A list as a page, and the same list as files."""

from django.http import HttpResponseBadRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from .exports import FORMATS, Export


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
