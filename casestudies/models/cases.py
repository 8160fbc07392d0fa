"""A case study: its own entry, its sections in the field's order, and who spoke."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, Sum
from django.db.models.functions import Length
from django.urls import reverse
from simple_history.models import HistoricalRecords

from directory.models import Collaborative, GovernanceModel, Organisation, Sector, Theme
from directory.models.base import Entry
from library.models import Cited, PublishableQuerySet

from ..reading import reading_minutes

NAMES_NOBODY = "An anonymised example names no collaborative and no organisation."


class CaseStudyQuerySet(PublishableQuerySet):
    def with_length(self):
        """With `characters`: how long its sections are together."""
        return self.annotate(characters=Sum(Length("sections__text"), default=0))


class CaseStudy(Entry):
    """What somebody did together and learned from it, told from the sources in our own words."""

    class Kind(models.TextChoices):
        CASE_STUDY = "case-study", "Case study"
        WORKED_EXAMPLE = "worked-example", "Worked example"
        ANONYMISED = "anonymised-example", "Anonymised example"
        CASE_REVIEW = "case-review", "Case review"
        TALK = "talk", "Talk or discussion"

    kind = models.CharField(max_length=20, choices=Kind, default=Kind.CASE_STUDY)
    summary = models.TextField(help_text="What it tells, in two or three plain sentences.")
    anonymised = models.BooleanField(
        default=False,
        help_text="The source does not say whose it is, so nothing here may: choose no "
        "collaborative or organisation, however easy they are to guess.",
    )
    collaboratives = models.ManyToManyField(Collaborative, blank=True, related_name="case_studies")
    organisations = models.ManyToManyField(
        Organisation,
        blank=True,
        related_name="case_studies",
        help_text="Those the source names as taking part.",
    )
    themes = models.ManyToManyField(Theme, blank=True, related_name="case_studies")
    sectors = models.ManyToManyField(Sector, blank=True, related_name="case_studies")
    governance_models = models.ManyToManyField(
        GovernanceModel,
        blank=True,
        related_name="case_studies",
        help_text="Those the source says were used.",
    )

    published_facts = ("sections", "voices", "outcomes")

    history = HistoricalRecords(
        m2m_fields=[
            "collaboratives",
            "organisations",
            "themes",
            "sectors",
            "governance_models",
            "citations",
        ]
    )
    objects = CaseStudyQuerySet.as_manager()

    class Meta(Entry.Meta):
        abstract = False
        verbose_name_plural = "case studies"
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="anonymised-example") | Q(anonymised=True),
                name="casestudy_anonymised_example_is_anonymised",
                violation_error_message="An anonymised example has to be marked as anonymised.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("case-study", args=[self.slug])

    def validate_sources(self):
        """Refuse to be published unsourced, or with a name that the source withholds."""
        super().validate_sources()
        if self.is_published and self.anonymised and self.names_somebody():
            raise ValidationError(NAMES_NOBODY)

    def names_somebody(self):
        """Whether anything saved of it names a collaborative or an organisation."""
        return (
            self.collaboratives.exists()
            or self.organisations.exists()
            or self.voices.exclude(organisation=None).exists()
            or self.outcomes.exclude(collaborative=None).exists()
        )

    @property
    def minutes(self):
        """How long it takes to read; of one that was read `with_length`."""
        return reading_minutes(self.characters)


class PartQuerySet(models.QuerySet):
    """Parts of case studies; readers see those of published ones only."""

    def published(self):
        """Parts a reader may see."""
        return self.filter(case_study__status=CaseStudy.Status.PUBLISHED)


class Section(Cited):
    """One point of a case study, under one of the headings the field uses."""

    class Kind(models.TextChoices):
        CONTEXT = "context", "Context"
        PURPOSE = "purpose", "Purpose"
        APPROACH = "approach", "Approach"
        CHALLENGES = "challenges", "Challenges"
        ENABLERS = "enablers", "Enablers"
        OUTCOMES = "outcomes", "Outcomes"
        LESSONS = "lessons", "Lessons"
        NEXT_STEPS = "next-steps", "Next steps"

    case_study = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="sections")
    kind = models.CharField("heading", max_length=15, choices=Kind)
    order = models.PositiveSmallIntegerField(default=1, help_text="Its place under the heading.")
    text = models.TextField(help_text="One point, in plain English and our own words.")

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ["case_study", "order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case_study", "kind", "order"],
                name="section_once",
                violation_error_message="Another point has this place under this heading.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.order}"


class Voice(Cited):
    """Somebody who spoke: who they were then, and the gist of what they said."""

    case_study = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="voices")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=250, help_text="As the source gives it.")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="voices"
    )
    gist = models.TextField(help_text="What they said, in our words: no quotation.")
    order = models.PositiveSmallIntegerField(default=1)

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ["case_study", "order", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["case_study", "name"],
                name="voice_once",
                violation_error_message="This person is listed already.",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.role}"

    @property
    def called(self):
        return self.name

    def clean(self):
        if self.organisation_id and self.case_study_id and self.case_study.anonymised:
            raise ValidationError({"organisation": NAMES_NOBODY})
