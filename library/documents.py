"""The words that resources and questions for boards are found by."""

from browse.documents import Searchable, Words

from .models import BoardQuestion, BoardQuestionLink, BoardTopic, Event, Publication, Speaker


class ResourceWords(Searchable):
    """Titles; then publisher, kind, what it is and is for, and who made it or spoke there."""

    listing = "resources"
    model = Publication
    sources = {
        Publication: lambda row: [row.pk],
        Event: lambda row: [row.publication_id],
        Speaker: lambda row: [row.event.publication_id],
    }

    def words_of(self, keys):
        """Read everything searched, in a fixed number of queries."""
        found = Publication.objects.filter(pk__in=keys).select_related("event")
        for publication in found.prefetch_related("event__speakers"):
            yield Words(publication.pk, [publication.title], list(_body(publication)))


def _body(publication):
    yield from [publication.publisher, publication.get_kind_display(), publication.authors]
    yield from [publication.description, publication.purpose, publication.contact]
    if event := getattr(publication, "event", None):
        yield from [event.host, event.place]
        for speaker in event.speakers.all():
            yield from [speaker.name, speaker.role, speaker.organisation, speaker.topic]


class BoardQuestionWords(Searchable):
    """The question; then its topic and the pages that help to answer it."""

    listing = "board-questions"
    model = BoardQuestion
    sources = {
        BoardQuestion: lambda row: [row.pk],
        BoardQuestionLink: lambda row: [row.question_id],
        BoardTopic: lambda row: list(row.questions.values_list("pk", flat=True)),
    }

    def words_of(self, keys):
        """Read everything searched, in a fixed number of queries."""
        for question in BoardQuestion.objects.filter(pk__in=keys).by_topic():
            body = [question.topic.name, *(link.title for link in question.links.all())]
            yield Words(question.pk, [question.text], body)
