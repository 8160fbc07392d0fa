"""Ways of governing side by side, read from the database, and as a table that leaves as a file."""

from functools import partial

from django.utils import timezone

from browse.columns import Source
from browse.exports import defused
from browse.listing import Column, Table
from library.sources import Sources

from . import comparing
from .models import Collaborative, GovernanceArrangement, GovernanceModel, GovernancePoint
from .models.base import still_going
from .rows import sources_of


def compared(models):
    """The rows of the comparison and the sources of what stands in them."""
    points = list(limiting_points(models))
    names = {model: names_of_users(model) for model in models}
    return comparing.table(models, points, names), Sources(*models, *points)


def limiting_points(models):
    """What the guide tells of the limits and risks of these models."""
    points = GovernancePoint.objects.published()
    points = points.filter(governance_model__in=models, kind__in=comparing.LIMITING)
    return points.order_by("kind", "order", "name")


def names_of_users(model):
    """The addresses, by name, of the first published collaboratives that use a model today."""
    using = still_going(timezone.localdate(), "arrangements__")
    found = Collaborative.objects.published().filter(using, arrangements__governance_model=model)
    first = found.order_by("name").only("name", "slug").distinct()[: comparing.USERS_SHOWN]
    return {collaborative.name: collaborative.get_absolute_url() for collaborative in first}


def as_table(models):
    """The same cells as an export: its columns are what was compared."""
    return Table(
        "governance/compare",
        "Ways of governing compared",
        (
            Column("Question", "question", "What is asked of each.", source=Source.GIVEN),
            *map(column_of, models),
            Column(
                "Same or different",
                "verdict",
                "Whether the cells of the row agree, as far as anything is stated.",
                values=comparing.VERDICTS,
                source=Source.WORKED_OUT,
            ),
        ),
        partial(rows_of, models),
        "one row a question",
        identified_by=("question",),
    )


def column_of(model):
    meaning = f"What the guide says of it: {model.name}."
    heading = defused(model.name)
    return Column(heading, key_of(model), meaning, several=True, source=Source.OWN_WORDS)


def key_of(model):
    return f"model-{model.slug}"


def rows_of(models):
    """Each question with its cells by column; then where all of it is stated."""
    for row in [*compared(models)[0], comparing.Row("Sources", stated_at(models))]:
        cells = zip(map(key_of, models), row.cells, strict=True)
        yield {"question": row.heading, "verdict": row.verdict, **dict(cells)}


def stated_at(models):
    """For each model every place that it, its limits and its use today are stated, once."""
    used = GovernanceArrangement.objects.published().current(timezone.localdate())
    of_models = sources_of(GovernanceModel, [model.pk for model in models])
    return [
        list(
            dict.fromkeys(
                [
                    *of_models.get(model.pk, []),
                    *_places(GovernancePoint, limiting_points([model])),
                    *_places(GovernanceArrangement, used.filter(governance_model=model)),
                ]
            )
        )
        for model in models
    ]


def _places(model, rows):
    found = sources_of(model, rows.order_by().values_list("pk", flat=True))
    return [place for places in found.values() for place in places]
