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
    models = {model.slug: model for model in comparing.ways_of_governing(timezone.localdate())}
    options = [option for option in choosing.options(answers) if option.model in models]
    considered = {option.model for option in options}
    return page(
        request,
        "governance_choose",
        questions=choosing.QUESTIONS,
        answers=answers,
        groups=grouped(options, models) if answers else [],
        undecided=[model for slug, model in models.items() if slug not in considered],
        best=[option.model for option in options if option.fit == "fits"][: comparing.MOST],
        problems=[
            *((in_words(question, value), anchor(question)) for question, value in problems),
            *((problem, FIRST_ANSWER) for problem in unknown_names(request.GET, KEYS)),
        ],
    )


def grouped(options, models):
    """The options, each with its model and its limits, by how they fit."""
    points = list(limiting_points(models.values()))
    groups = {title: [] for title in FITS.values()}
    for option in options:
        model = models[option.model]
        limits = comparing.stated_limits(model, points)
        groups[FITS[option.fit]].append((model, option, limits))
    return [(title, threes) for title, threes in groups.items() if threes]


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
