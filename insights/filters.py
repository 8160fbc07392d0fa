"""What a reader can filter findings by."""

from browse.facets import Facet, FacetedFilterSet, Option
from directory.filters import yes_or_no

from .models import Finding, Question, Survey


def survey_options():
    """The published surveys, the newest first."""
    rows = Survey.objects.published().newest_first().values_list("slug", "name")
    return [Option(slug, name) for slug, name in rows]


def question_options():
    """What was asked in published surveys."""
    rows = Question.objects.published().order_by("text", "slug").values_list("slug", "text")
    return [Option(slug, text) for slug, text in rows]


def kind_options():
    """A survey, or what people said."""
    return [Option(value, label) for value, label in Survey.Kind.choices]


def figure_options():
    """With a percentage, or in words only."""
    return [Option("yes", "With a percentage"), Option("no", "In words only")]


class FindingFilter(FacetedFilterSet):
    """The facets of the list of findings."""

    survey = Facet("Survey", "question__survey__slug", survey_options)
    question = Facet("Question", "question__slug", question_options)
    kind = Facet("Kind", "question__survey__kind", kind_options)
    figure = Facet("Figure", yes_or_no(percentage__isnull=False), figure_options)

    class Meta:
        model = Finding
        fields: list = []
