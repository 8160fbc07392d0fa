"""How the rows of exports are read: those of many keys at a time, in a fixed number of queries."""

from .models import BoardQuestion, Publication


def resource_rows(keys, site):
    """The rows of resources, in the keys' order."""
    found = Publication.objects.published().select_related("event__came_of_it")
    found = found.prefetch_related("citations", "event__speakers").in_bulk(keys)
    return [resource_row(found[key], site) for key in keys if key in found]


def resource_row(publication, site):
    event = getattr(publication, "event", None)
    plain = ("title", "publisher", "date", "authors", "description", "purpose", "url", "slug")
    return {
        **{name: getattr(publication, name) for name in plain},
        "kind": publication.get_kind_display(),
        "contact": contact_in_words(publication),
        "host": event.host if event else "",
        "place": event.place if event else "",
        "speakers": [in_words(speaker) for speaker in event.speakers.all()] if event else [],
        "outcome": published_outcome(event),
        "page": site + publication.get_absolute_url(),
        "sources": sources_of(publication),
    }


def contact_in_words(publication):
    """Whom to ask; a named person's address stays on the page, so that nobody is mailed in bulk."""
    address = publication.contact_email if publication.shared_mailbox else ""
    return ", ".join(filter(None, [publication.contact, address]))


def in_words(speaker):
    """A speaker with what is known of them."""
    part = "" if speaker.part == speaker.Part.SPEAKER else speaker.get_part_display().lower()
    return ", ".join(filter(None, [speaker.name, speaker.role, speaker.organisation, part]))


def published_outcome(event):
    """The title of what came of an event, if readers may see that."""
    outcome = event and event.came_of_it
    return outcome.called if outcome and outcome.is_published else ""


def sources_of(fact):
    """The places a fact cites, in words."""
    return sorted(map(str, fact.citations.all()))


def board_question_rows(keys, site):
    """The rows of questions, in the keys' order."""
    questions = BoardQuestion.objects.published().select_related("topic")
    found = questions.prefetch_related("citations", "links").in_bulk(keys)
    return [board_question_row(found[key], site) for key in keys if key in found]


def board_question_row(question, site):
    return {
        "topic": question.topic.name,
        "text": question.text,
        "slug": question.slug,
        "page": site + question.get_absolute_url(),
        "links": [f"{link.title} ({site}{link.address})" for link in question.links.all()],
        "sources": sources_of(question),
    }
