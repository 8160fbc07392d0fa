"""Ways of governing side by side, as a page and as a file."""

import csv
import io

from django.http import HttpResponse, HttpResponseBadRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

from browse.exports import BYTE_ORDER_MARK, JOINER, defused
from browse.views import PLAIN
from library.sources import Sources

from .. import comparing, guide
from ..models import Collaborative, GovernancePoint
from ..models.base import still_going
from .pages import page


@require_safe
def compare_governance(request):
    """Two to four side by side, or the form to choose them."""
    published = list(comparing.ways_of_governing(timezone.localdate()))
    choice = comparing.choose(request.GET.getlist("m"), published)
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


@require_safe
def compare_governance_csv(request):
    """The same cells as a file; refused, with the reason, if anything in the address is wrong."""
    published = list(comparing.ways_of_governing(timezone.localdate()))
    choice = comparing.choose(request.GET.getlist("m"), published)
    if choice.problems or not choice.is_enough:
        problems = choice.problems or ["Choose two to four governance models: m=…&m=…"]
        text = "\n".join(problems[:20]) + "\n"
        return HttpResponseBadRequest(
            text, content_type=PLAIN, headers={"Cache-Control": "no-store"}
        )
    name = f"governance-comparison-{timezone.localdate():%Y-%m-%d}.csv"
    return HttpResponse(
        as_csv(choice.models, compared(choice.models)[0]),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def compared(models):
    """The rows of the comparison and the sources of what stands in them."""
    points = list(
        GovernancePoint.objects.published()
        .filter(governance_model__in=models, kind__in=comparing.LIMITING)
        .order_by("kind", "order", "name")
    )
    names = {model: names_of_users(model) for model in models}
    return comparing.table(models, points, names), Sources(*models, *points)


def names_of_users(model):
    """The first of the published collaboratives that use a model today."""
    using = still_going(timezone.localdate(), "arrangements__")
    found = Collaborative.objects.published().filter(using, arrangements__governance_model=model)
    names = found.order_by("name").values_list("name", flat=True).distinct()
    return list(names[: comparing.USERS_SHOWN])


def as_csv(models, rows):
    """The table as a spreadsheet reads it: a cell's paragraphs with semicolons between them."""
    written = io.StringIO(BYTE_ORDER_MARK, newline="")
    written.seek(0, io.SEEK_END)
    writer = csv.writer(written)
    heading = ["Question", *(defused(model.name) for model in models), "Same or different"]
    writer.writerow(heading)
    for row in rows:
        cells = (defused(JOINER.join(cell)) for cell in row.cells)
        writer.writerow([row.heading, *cells, row.verdict])
    return written.getvalue()
