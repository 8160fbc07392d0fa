"""One resource with all that is known of it, and the questions for boards on one page."""

from itertools import groupby

from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from .citing import cited_by
from .models import BoardQuestion, Event, Publication
from .sources import Sources


@require_safe
def resource(request, slug):
    """What it is and is for, who spoke, what came of it, and what in the portal cites it."""
    found = get_object_or_404(Publication.objects.published(), slug=slug)
    event = Event.objects.filter(publication=found).select_related("came_of_it").first()
    speakers = list(event.speakers.all()) if event else []
    context = {
        "resource": found,
        "event": event,
        "speakers": speakers,
        "came_of_it": shown(event.came_of_it) if event else None,
        "came_from": found.came_from.filter(publication__status=found.status),
        "namesakes": namesakes(found),
        "citers": cited_by(found),
        "helps_with": helps_with(found),
        "sources": Sources(found, *speakers),
    }
    return TemplateResponse(request, "library/resource.jinja", context)


def helps_with(publication):
    """The published questions for boards that lead to it."""
    questions = BoardQuestion.objects.published()
    return list(questions.filter(links__address=publication.get_absolute_url()).distinct())


def shown(publication):
    """The publication, if readers may see it."""
    return publication if publication and publication.is_published else None


def namesakes(publication):
    """Others of its kind with the same title, such as a webinar held twice: different things."""
    same = {"title": publication.title, "kind": publication.kind}
    others = Publication.objects.published().filter(**same)
    return others.exclude(pk=publication.pk).order_by("date", "pk")[:MOST_NAMESAKES]


MOST_NAMESAKES = 20


@require_safe
def board_questions(request):
    """Every published question, topic by topic, with what helps to answer it and its source."""
    questions = list(BoardQuestion.objects.published().by_topic())
    topics = groupby(questions, key=lambda question: question.topic)
    context = {
        "topics": [(topic, list(asked)) for topic, asked in topics],
        "count": len(questions),
        "sources": Sources(*questions),
    }
    return TemplateResponse(request, "library/board_questions.jinja", context)
