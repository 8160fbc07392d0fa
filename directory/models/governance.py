"""The ways of governing that collaboratives choose from."""

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from library.models import PublishableQuerySet

from .base import Entry, free_address, still_going

TAKEN = ("choose", "compare")  # addresses of pages beside the models'


class GovernanceModelQuerySet(PublishableQuerySet):
    def in_guide_order(self, today):
        """As the guide lists them, with `user_count`: how many published ones use each today."""
        public = Q(arrangements__collaborative__status=Entry.Status.PUBLISHED)
        users = Count(
            "arrangements__collaborative",
            distinct=True,
            filter=public & still_going(today, "arrangements__"),
        )
        return self.annotate(user_count=users).order_by("family", "order", "name")


class GovernanceModel(Entry):
    """One answer to one of the field's separate questions about governance."""

    class Family(models.TextChoices):
        MODEL = "model", "Model"
        FORUM = "decision-forum", "Decision forum"
        INSTRUMENT = "legal-instrument", "Legal instrument"
        DELEGATION = "delegation", "Delegation"

    family = models.CharField(max_length=20, choices=Family)
    order = models.PositiveSmallIntegerField(default=0)
    summary = models.TextField(help_text="What it is, in a sentence or two.")
    decisions = models.TextField(
        "how decisions are made", blank=True, help_text="Who decides, and what binds whom."
    )
    legal_basis = models.TextField(blank=True, help_text="Acts and sections, if any.")
    statutory = models.BooleanField(
        null=True,
        blank=True,
        help_text="Whether the law provides for it; unknown where the sources don't say.",
    )
    fits = models.TextField("where it fits", blank=True)
    limits = models.TextField("risks and limits", blank=True)

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = GovernanceModelQuerySet.as_manager()

    class Meta(Entry.Meta):
        abstract = False
        ordering = ["family", "order", "name"]
        constraints = [free_address("governance_model", TAKEN)]

    def get_absolute_url(self):
        return reverse("governance-model", args=[self.slug])

    def further_facts(self):
        """Its uses are seen once it is, where the collaborative is seen already."""
        published = Entry.Status.PUBLISHED
        return [self.arrangements.filter(collaborative__status=published)] if self.pk else []


class GovernancePointQuerySet(PublishableQuerySet):
    def published(self):
        """What a reader may see: nothing about a model that is still a draft."""
        about_a_draft = Q(governance_model__status=Entry.Status.DRAFT)
        return super().published().exclude(about_a_draft)


class GovernancePoint(Entry):
    """One thing to know about governing together, in general or about one model."""

    class Kind(models.TextChoices):
        TYPE = "type", "Types of collaborative"
        RELATIONSHIP = "relationship", "Relationships"
        EXAMPLE = "example", "What collaboratives do"
        PRINCIPLE = "principle", "Principles"
        ENABLER = "enabler", "Key enablers"
        CAPABILITY = "capability", "Core capabilities"
        RESOURCING = "resourcing", "Resourcing"
        DECISION_MAKING = "decision-making", "Strong decision-making"
        COMMITTEE = "committee", "Committees"
        CONFLICT = "conflict-of-interest", "Conflicts of interest"
        DELEGATION = "delegation", "Delegating and acting jointly"
        POOLED_FUND = "pooled-fund", "Pooled funds"
        LIMITATION = "limitation", "Limits on delegation"
        POWER = "power", "Powers to take part in companies"
        JOINT_POST = "joint-post", "Joint and group posts"
        ACCOUNTABILITY = "accountability", "Accountability"
        OVERSIGHT = "oversight", "Authority and oversight"
        GOVERNORS = "council-of-governors", "Councils of governors"
        FIT_AND_PROPER = "fit-and-proper-person", "Fit and proper persons"
        INDIVIDUAL = "individual-accountability", "Individual accountability"
        RISK = "risk", "Risks"
        LESSON = "lesson", "Lessons from practice"

    kind = models.CharField("subject", max_length=30, choices=Kind)
    order = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(help_text="The point in our own words, in a sentence or two.")
    note = models.TextField(
        blank=True, help_text="A slip in the source that is put right here, or another remark."
    )
    governance_model = models.ForeignKey(
        GovernanceModel,
        on_delete=models.CASCADE,
        related_name="points",
        null=True,
        blank=True,
        verbose_name="about",
        help_text="The one model it is about; empty for a general point.",
    )

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = GovernancePointQuerySet.as_manager()

    class Meta(Entry.Meta):
        abstract = False
        ordering = ["kind", "order", "name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="") & ~Q(text=""), name="governance_point_says_something"
            ),
        ]

    def get_absolute_url(self):
        """Where it stands: under its model if it has one, else in the guide."""
        about = self.governance_model
        return f"{about.get_absolute_url() if about else reverse('governance')}#point-{self.slug}"
