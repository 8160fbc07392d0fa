"""The ways of governing that collaboratives choose from."""

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from .base import Entry, EntryQuerySet, still_going


class GovernanceModelQuerySet(EntryQuerySet):
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
    fits = models.TextField("where it fits", blank=True)
    limits = models.TextField("risks and limits", blank=True)

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = GovernanceModelQuerySet.as_manager()

    class Meta(Entry.Meta):
        abstract = False
        ordering = ["family", "order", "name"]

    def get_absolute_url(self):
        return reverse("governance-model", args=[self.slug])
