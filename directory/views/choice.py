"""A guided path to the ways of governing that fit what partners want to do."""

from django.utils import timezone
from django.views.decorators.http import require_safe

from browse.selection import unknown_names

from .. import choosing, comparing
from ..comparison import limiting_points
from .pages import page

FITS = {
    "fits": "What fits your answers",
    "in part": "What fits in part",
    "does not fit": "What does not fit",
}


@require_safe
def choose_governance(request):
    """The questions, and what the answers given so far lead to."""
    answers, problems = choosing.read(request.GET)
    return page(
        request,
        "governance_choose",
        questions=choosing.QUESTIONS,
        answers=answers,
        groups=grouped(choosing.options(answers)) if answers else [],
        problems=[
            *((in_words(question, value), anchor(question)) for question, value in problems),
            *((problem, FIRST_ANSWER) for problem in unknown_names(request.GET, KEYS)),
        ],
    )


def grouped(options):
    """The options that are published, each with its model and its limits, by how they fit."""
    published = comparing.ways_of_governing(timezone.localdate())
    models = {model.slug: model for model in published}
    points = list(limiting_points(models.values()))
    found = [
        (model, option, comparing.stated_limits(model, points))
        for option in options
        if (model := models.get(option.model))
    ]
    groups = (
        (title, [three for three in found if three[1].fit == fit]) for fit, title in FITS.items()
    )
    return [(title, threes) for title, threes in groups if threes]


def in_words(question, value):
    """What is wrong with one answer."""
    if value in question.answers:
        return f"“{question.text}” takes one answer; “{question.answers[value]}” is left out."
    return f"“{comparing.shown(value)}” is no answer to “{question.text}”."


def anchor(question):
    """The first answer to a question on the page."""
    return f"{question.key}-{next(iter(question.answers))}"


KEYS = {question.key for question in choosing.QUESTIONS}
FIRST_ANSWER = anchor(choosing.QUESTIONS[0])
