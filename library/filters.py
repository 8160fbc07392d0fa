"""What a reader can filter resources and questions for boards by."""

from collections import defaultdict

from django.db.models import Case, CharField, Value, When
from django.db.models.functions import Left
from django.utils.text import slugify

from browse.facets import Facet, FacetedFilterSet, Option

from .models import BoardQuestion, BoardTopic, Publication

UNDATED = "undated"


def kind_options():
    """The kinds of publication, by name."""
    kinds = sorted(Publication.Kind.choices, key=lambda kind: kind[1])
    return [Option(value, label) for value, label in kinds]


def publisher_options():
    """Everybody who published something, by a slug of their name, or by the name itself."""
    spellings = defaultdict(list)
    publishers = Publication.objects.published().order_by("publisher")
    for name in publishers.values_list("publisher", flat=True).distinct():
        spellings[slugify(name) or name].append(name)
    return [
        Option(slug, names[0], codes=tuple(names), covers=tuple(names))
        for slug, names in sorted(spellings.items(), key=lambda item: item[1][0].casefold())
    ]


def year_options():
    """The years of the dates, the latest first, and no date."""
    dates = Publication.objects.published().exclude(date="").values_list("date", flat=True)
    years = sorted({date[:4] for date in dates}, reverse=True)
    return [*(Option(year, year) for year in years), Option(UNDATED, "Date not stated")]


def year():
    """The year of a publication's date, as precise as that is."""
    undated = When(date="", then=Value(UNDATED))
    return Case(undated, default=Left("date", 4), output_field=CharField())


class ResourceFilter(FacetedFilterSet):
    """The facets of the list of resources."""

    kind = Facet("Kind", "kind", kind_options)
    publisher = Facet("Publisher", "publisher", publisher_options)
    year = Facet("Year", year(), year_options)

    class Meta:
        model = Publication
        fields: list = []


def topic_options():
    """The topics, in their order."""
    return [Option(slug, name) for slug, name in BoardTopic.objects.values_list("slug", "name")]


class BoardQuestionFilter(FacetedFilterSet):
    """The facet of the list of questions for boards."""

    topic = Facet("Topic", "topic__slug", topic_options)

    class Meta:
        model = BoardQuestion
        fields: list = []
