"""Rows of the library for tests, in the manner of the directory's factories."""

from django.utils.text import slugify

from library.models import BoardQuestion, BoardQuestionLink, BoardTopic, Event, Speaker
from tests.directory.factories import citation, fact, make, publication


def resource(title="Joint working", *, published=True, citations=None, **fields):
    """Something a source mentions; a new one each time it has a new slug."""
    given = {"evidence": "resource", "kind": "guidance", **fields}
    status = "published" if published else "draft"
    found = publication(title, status=status, **given)
    found.citations.set([citation()] if citations is None else citations)
    return found


def event(title="A day on delegation", **fields):
    """A published event, with its entry among the resources."""
    own = {name: fields.pop(name) for name in ("host", "place", "came_of_it") if name in fields}
    return make(Event, publication=resource(title, **{"kind": "event", **fields}), **own)


def speaker(event, name="Ann Example", **fields):
    given = {"order": event.speakers.count() + 1, "name": name, **fields}
    return fact(Speaker, event=event, **given)


def topic(name="Purpose", **fields):
    return make(BoardTopic, name=name, **fields)


def question(text="What are we for?", *, published=True, **fields):
    """A question, of a topic of its own unless one is given."""
    given = {"slug": slugify(text), "topic": fields.pop("topic", None) or topic(), **fields}
    status = "published" if published else "draft"
    return fact(BoardQuestion, text=text, status=status, **given)


def link(question, title="Governance guide", address="/governance/", **fields):
    given = {"title": title, "address": address, **fields}
    return make(BoardQuestionLink, question=question, **given)
