"""The words that resources and questions for boards are found by."""

from browse.documents import Searchable, Words

from .models import BoardQuestion, BoardQuestionLink, BoardTopic, Event, Publication, Speaker


class ResourceWords(Searchable):
    """Titles; then publisher, kind, what it is and is for, and who made it or spoke there."""

    listing = "resources"
    model = Publication
    noun = ("resource", "resources")
    place = 80
    address = "/resources/"
    sources = {
        Publication: lambda row: [row.pk],
        Event: lambda row: [row.publication_id],
        Speaker: lambda row: [row.event.publication_id],
    }

    def public(self):
        """What readers may see, by title."""
        return Publication.objects.published().order_by("title", "date", "pk")

    def hit(self, row):
        """Its title, told from its namesakes', and what it is."""
        return row.called, row.get_absolute_url(), row.description or row.purpose

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
    noun = ("question for boards", "questions for boards")
    place = 90
    sources = {
        BoardQuestion: lambda row: [row.pk],
        BoardQuestionLink: lambda row: [row.question_id],
        BoardTopic: lambda row: list(row.questions.values_list("pk", flat=True)),
    }

    def public(self):
        """What readers may see, by topic."""
        questions = BoardQuestion.objects.published().select_related("topic")
        return questions.order_by("topic__order", "order", "pk")

    def hit(self, row):
        """The question, and its topic."""
        return row.text, row.get_absolute_url(), row.topic.name

    def words_of(self, keys):
        """Read everything searched, in a fixed number of queries."""
        for question in BoardQuestion.objects.filter(pk__in=keys).by_topic():
            body = [question.topic.name, *(link.title for link in question.links.all())]
            yield Words(question.pk, [question.text], body)
