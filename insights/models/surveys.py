"""A survey, the questions it asked, and what was found: never a percentage without its base."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from directory.models.base import Entry, free_address
from library.dates import PartialDateField
from library.models import Cited, Holder, Publication, PublishableQuerySet

TAKEN = ("findings", "landscape")  # addresses of pages beside the surveys'
UNKNOWN_BASE = "number of responses not stated"


class SurveyQuerySet(PublishableQuerySet):
    def newest_first(self):
        """The last carried out first; those without a date last."""
        return self.order_by("-field_date", "name")


class Survey(Entry):
    """Somebody asked many the same questions, or gathered what many said."""

    class Kind(models.TextChoices):
        SURVEY = "survey", "Survey"
        ENGAGEMENT = "engagement", "What people said"

    kind = models.CharField(
        max_length=15,
        choices=Kind,
        default=Kind.SURVEY,
        help_text="A survey with a questionnaire, or views gathered in another way.",
    )
    field_date = PartialDateField(
        "carried out", help_text="When people answered, if stated: 2022 or 2022-11."
    )
    publication = models.ForeignKey(
        Publication,
        on_delete=models.PROTECT,
        related_name="surveys",
        help_text="Where its results are reported, as read for this directory.",
    )
    report_published = PartialDateField(
        "own report published", help_text="When its own report came out, if stated: 2023-03."
    )
    run_by = models.CharField(max_length=200, help_text="Who asked.")
    responses = models.PositiveIntegerField(
        "number of responses",
        null=True,
        blank=True,
        help_text="How many answered. Left empty where the source doesn't say.",
    )
    base_note = models.TextField(
        "who answered", help_text="Whom the answers stand for, and what is not known of them."
    )
    method = models.TextField(blank=True, help_text="How people were asked, and why.")

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = SurveyQuerySet.as_manager()

    class Meta(Entry.Meta):
        abstract = False
        constraints = [
            free_address("survey", TAKEN),
            models.CheckConstraint(
                condition=Q(responses=None) | Q(responses__gt=0),
                name="survey_responses_positive",
                violation_error_message="Leave the number empty where it isn't known.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("survey", args=[self.slug])

    def clean(self):
        super().clean()
        self.refuse_draft_report()

    def validate_sources(self):
        super().validate_sources()
        self.refuse_draft_report()

    def refuse_draft_report(self):
        """Its page and its findings name where it is reported, so readers must see that."""
        report = self.publication if self.publication_id else None
        if self.is_published and report and not report.is_published:
            told = f"‘{report.called}’ is a draft: readers can’t see it. Publish that first, "
            raise ValidationError({"publication": told + "under Publications."})

    def further_facts(self):
        """What was found under any of its questions."""
        return [Finding.objects.filter(question__survey=self.pk)]

    @property
    def reported_in(self):
        """The publication that reports its results, if readers may see it."""
        return self.publication if self.publication.is_published else None

    @property
    def base(self):
        """How many answered, in words."""
        if self.responses is None:
            return UNKNOWN_BASE
        return f"{self.responses:,} {'response' if self.responses == 1 else 'responses'}"


class QuestionQuerySet(models.QuerySet):
    def published(self):
        """Questions a reader may see: those of published surveys."""
        return self.filter(survey__status=Survey.Status.PUBLISHED)


class Question(Holder, models.Model):
    """What was asked, or the subject that what people said belongs to."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="questions")
    slug = models.SlugField("identifier", max_length=120, unique=True)
    text = models.CharField("question", max_length=250)
    order = models.PositiveSmallIntegerField(default=1)
    comparable = models.TextField(
        "what it can be compared with",
        blank=True,
        help_text="How the figures may be read together, and with what they may not.",
    )

    published_facts = ("findings",)

    history = HistoricalRecords()
    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["survey", "order", "id"]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return f"{self.survey.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self):
        """The id of its heading on the survey's page."""
        return f"question-{self.slug}"

    @property
    def is_published(self):
        """Whether readers see it."""
        return bool(self.survey_id) and self.survey.is_published


class FindingQuerySet(models.QuerySet):
    # Surveys before what people said, the newest first; their questions and answers as asked.
    AS_ASKED = (
        "-question__survey__kind",
        "-question__survey__field_date",
        "question__survey__name",
        "question__order",
        "question__id",
        "order",
        "pk",
    )

    def published(self):
        """What a reader may see: nothing of a draft, and nothing without a source."""
        cited = Finding.citations.through.objects.filter(finding=models.OuterRef("pk"))
        published = Survey.Status.PUBLISHED
        return self.filter(models.Exists(cited), question__survey__status=published)


class Finding(Cited):
    """One answer to a question: the share of a group that gave it, or the gist in words."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="findings")
    answer = models.CharField(
        max_length=200, help_text="The answer, or a few words for what was said."
    )
    group = models.CharField(
        max_length=120,
        blank=True,
        help_text="Of whom, such as acute-focused collaboratives. Empty: of all who answered.",
    )
    percentage = models.DecimalField(
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        help_text="0 to 100; empty where something was found without a figure.",
    )
    text = models.TextField(
        "in words", blank=True, help_text="What was found or said, in our own words."
    )
    note = models.TextField(
        blank=True, help_text="What a reader should know of the figure, such as a slip in print."
    )
    order = models.PositiveSmallIntegerField(default=1)

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["question", "order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "answer", "group"],
                name="finding_once",
                violation_error_message="This answer of this group is listed already.",
            ),
            models.CheckConstraint(
                condition=Q(percentage=None) | Q(percentage__gte=0, percentage__lte=100),
                name="finding_percentage_is_one",
                violation_error_message="A percentage is between 0 and 100.",
            ),
            models.CheckConstraint(
                condition=~Q(percentage=None, text=""),
                name="finding_says_something",
                violation_error_message="Give a percentage, or say in words what was found.",
            ),
        ]

    def __str__(self):
        return f"{self.answer} ({self.group})" if self.group else self.answer

    def get_absolute_url(self):
        return self.question.get_absolute_url()

    @property
    def number(self):
        """The percentage as a whole number where it is one."""
        if self.percentage is None:
            return None
        whole = int(self.percentage)
        return whole if whole == self.percentage else float(self.percentage)

    @property
    def share(self):
        """The percentage as it is read."""
        return "" if self.percentage is None else f"{self.number}%"

    @property
    def base(self):
        """Of how many the percentage is a share, as far as the source says."""
        all_of_them = self.question.survey.base
        if not self.group:
            return all_of_them
        if self.question.survey.responses is None:
            return f"{self.group}; {UNKNOWN_BASE}"
        return f"{self.group} among {all_of_them}; how many is not stated"
