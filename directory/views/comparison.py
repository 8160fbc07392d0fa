"""Ways of governing side by side, as a page, as a file, and what programs need to know of it."""

import csv
import io
from functools import wraps
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from browse import csvw
from browse.exports import BYTE_ORDER_MARK, METADATA, csv_cell
from browse.models import last_change
from browse.selection import unknown_names
from browse.views import PLAIN, site_of

from .. import comparing, guide
from ..comparison import as_table, compared
from .pages import page


@require_safe
def compare_governance(request):
    """Two to four side by side, or the form to choose them."""
    published = list(comparing.ways_of_governing(timezone.localdate()))
    choice = choice_of(request, published)
    rows, sources = compared(choice.models) if choice.is_enough else ([], None)
    return page(
        request,
        "governance_compare",
        choice=choice,
        problems=[(problem, "choose") for problem in choice.problems],
        families=guide.by_family(published),
        rows=rows,
        sources=sources,
    )


def choice_of(request, published):
    """The models an address asks for, and all that is wrong with it."""
    choice = comparing.choose(request.GET.getlist("m"), published)
    choice.problems += unknown_names(request.GET, {"m"})
    return choice


def of_a_whole_choice(view):
    """Give a view the models chosen; refused, with the reason, if anything is wrong with them."""

    @require_safe
    @wraps(view)
    def checked(request):
        choice = choice_of(request, list(comparing.ways_of_governing(timezone.localdate())))
        if choice.is_enough and not choice.problems:
            return view(request, choice.models)
        problems = choice.problems or ["Choose two to four governance models: m=…&m=…"]
        text = "\n".join(problems[:20]) + "\n"
        return HttpResponseBadRequest(
            text, content_type=PLAIN, headers={"Cache-Control": "no-store"}
        )

    return checked


@of_a_whole_choice
def compare_governance_csv(request, models):
    """The same cells as a file."""
    table = as_table(models)
    name = f"governance-comparison-{timezone.localdate():%Y-%m-%d}.csv"
    metadata = f"{site_of(request)}/{table.name}{METADATA}{querystring(models)}"
    return HttpResponse(
        as_csv(table),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Link": f'<{metadata}>; rel="describedby"',
        },
    )


@of_a_whole_choice
def compare_governance_metadata(request, models):
    """What programs need to know of that file, whose columns are what was compared."""
    changed = last_change(getattr(request, "data_version", None))
    site = site_of(request)
    described = csvw.metadata(as_table(models), site, changed, querystring(models))
    return JsonResponse(described, content_type=csvw.MEDIA_TYPE)


def querystring(models):
    return "?" + urlencode([("m", model.slug) for model in models])


def as_csv(table):
    """The table as a spreadsheet reads it: a cell's paragraphs with semicolons between them."""
    written = io.StringIO(BYTE_ORDER_MARK, newline="")
    written.seek(0, io.SEEK_END)
    writer = csv.writer(written)
    writer.writerow([column.heading for column in table.columns])
    for row in table.rows():
        writer.writerow([csv_cell(row[column.key]) for column in table.columns])
    return written.getvalue()
