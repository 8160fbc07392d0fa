"""Questions for boards, by topic, and what in the portal helps to answer them."""

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from .addresses import within_the_portal
from .publishing import Publishable, PublishableQuerySet


class BoardTopic(models.Model):
    """What some questions for boards are about."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=120, unique=True)
    order = models.PositiveSmallIntegerField(default=0)
    introduction = models.TextField(
        blank=True, help_text="Who asked these questions, and of whom, in a sentence of our own."
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "topic of questions for boards"
        verbose_name_plural = "topics of questions for boards"
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


class BoardQuestionQuerySet(PublishableQuerySet):
    def by_topic(self):
        """As the page lists them, each with its topic and its links."""
        in_order = self.order_by("topic__order", "topic__name", "order", "pk")
        return in_order.select_related("topic").prefetch_related("links")


class BoardQuestion(Publishable):
    """Something a board or those who lead a collaborative should be able to answer."""

    text = models.TextField(help_text="The question, in words of our own close to the source's.")
    slug = models.SlugField(max_length=120, unique=True)
    topic = models.ForeignKey(BoardTopic, on_delete=models.PROTECT, related_name="questions")
    order = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = BoardQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "question for boards"
        verbose_name_plural = "questions for boards"
        ordering = ["topic__order", "order", "pk"]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return reverse("board-questions") + f"#question-{self.slug}"


class BoardQuestionLink(models.Model):
    """A page of the portal that helps to answer a question."""

    question = models.ForeignKey(BoardQuestion, on_delete=models.CASCADE, related_name="links")
    title = models.CharField(max_length=200)
    address = models.CharField(
        max_length=300,
        validators=[within_the_portal],
        help_text="An address within this portal, such as /governance/.",
    )
    order = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "page that helps to answer"
        verbose_name_plural = "pages that help to answer"
        ordering = ["question", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "address"],
                name="board_question_link_once",
                violation_error_message="This page is listed already.",
            ),
        ]

    def __str__(self):
        return self.title
