"""The numbers that collaboratives gave: what changed, where they began, how large they are."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse
from simple_history.models import HistoricalRecords

from directory.models import Collaborative, Theme
from library.models import Cited

from ..figures import in_words
from .cases import NAMES_NOBODY, CaseStudy

READING_ORDER = ("result", "baseline", "size")


class OutcomeQuerySet(models.QuerySet):
    def published(self):
        """What a reader may see: nothing that belongs to a draft, and nothing without a source."""
        published = CaseStudy.Status.PUBLISHED
        cited = Outcome.citations.through.objects.filter(outcome=models.OuterRef("pk"))
        return self.filter(
            Q(case_study=None) | Q(case_study__status=published),
            Q(collaborative=None) | Q(collaborative__status=published),
            models.Exists(cited),
        )

    def results_first(self):
        """With `rank`: results before baselines before sizes."""
        kinds = [When(nature=nature, then=Value(n)) for n, nature in enumerate(READING_ORDER)]
        return self.annotate(rank=Case(*kinds)).order_by("rank", "measure", "pk")


class Outcome(Cited):
    """One number a source gives of what a collaborative did, faced or is."""

    class Nature(models.TextChoices):
        RESULT = "result", "Result"
        BASELINE = "baseline", "Baseline"
        SIZE = "size", "Size"

    class Direction(models.TextChoices):
        UP = "up", "Up"
        DOWN = "down", "Down"
        NONE = "none", "No change stated"

    slug = models.SlugField("identifier", max_length=120, unique=True)
    case_study = models.ForeignKey(
        CaseStudy, on_delete=models.CASCADE, null=True, blank=True, related_name="outcomes"
    )
    collaborative = models.ForeignKey(
        Collaborative,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outcomes",
        help_text="Whose number it is. Left empty for an anonymised example.",
    )
    measure = models.CharField(max_length=200, help_text="What was counted or measured.")
    before = models.CharField(max_length=60, blank=True, help_text="The figure at the start.")
    after = models.CharField(
        "after, or as stated",
        max_length=60,
        blank=True,
        help_text="The figure afterwards, or the only one that the source gives.",
    )
    change = models.CharField(
        max_length=60, blank=True, help_text="The difference, where the source gives that."
    )
    unit = models.CharField(
        max_length=60, help_text="What the figures count: people, %, virtual ward beds."
    )
    direction = models.CharField(max_length=5, choices=Direction, default=Direction.NONE)
    qualifier = models.CharField(
        max_length=100,
        blank=True,
        help_text="How the source hedges the figure: over, in some cases. Never left out.",
    )
    period = models.CharField(max_length=120, blank=True, help_text="When, as the source says.")
    reported_by = models.CharField(max_length=200, help_text="Who gave the figure.")
    nature = models.CharField(
        max_length=10,
        choices=Nature,
        help_text="A result; a baseline, which is where a problem stood; or a size.",
    )
    themes = models.ManyToManyField(Theme, blank=True, related_name="outcomes")

    part_of_one_of = ("case_study", "collaborative")  # the first there is shows it

    history = HistoricalRecords(m2m_fields=["themes", "citations"])
    objects = OutcomeQuerySet.as_manager()

    class Meta:
        ordering = ["measure", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=~(Q(case_study=None) & Q(collaborative=None)),
                name="outcome_of_something",
                violation_error_message="Choose the case study or the collaborative it is of.",
            ),
            models.CheckConstraint(
                condition=~(Q(before="") & Q(after="") & Q(change="")),
                name="outcome_has_a_figure",
                violation_error_message="Give a figure: before, after or the change.",
            ),
            models.CheckConstraint(
                condition=Q(nature="result") | Q(direction="none"),
                name="outcome_only_results_go_up_or_down",
                violation_error_message="Only a result goes up or down.",
            ),
            models.CheckConstraint(
                condition=~Q(nature="baseline") | Q(after="", change=""),
                name="outcome_baseline_is_before",
                violation_error_message="A baseline stands under “before” and nowhere else.",
            ),
        ]

    def __str__(self):
        return self.measure

    def get_absolute_url(self):
        owner = self.case_study or self.collaborative
        return f"{owner.get_absolute_url()}#outcome-{self.slug}" if owner else reverse("outcomes")

    def clean(self):
        if self.collaborative_id and self.case_study_id and self.case_study.anonymised:
            raise ValidationError({"collaborative": NAMES_NOBODY})

    @property
    def is_published(self):
        """Whether readers may see it without another look: not while its case study is a draft."""
        return self.case_study_id is None or self.case_study.is_published

    @property
    def figure(self):
        """The figures in words, with their unit and qualifier."""
        return in_words(self)
