"""NHS England regions, and the integrated care systems that came and went."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Prefetch, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from library.models import Cited

from .base import Entry, Named


class Region(Named, Cited):
    """One of the seven NHS England regions."""

    ods_code = models.CharField("ODS code", max_length=5, unique=True)

    needs_source = False

    history = HistoricalRecords(m2m_fields=["citations"])

    class Meta(Named.Meta):
        abstract = False

    def get_absolute_url(self):
        return reverse("region", args=[self.slug])


class SystemQuerySet(models.QuerySet):
    def open_on(self, day):
        """Systems that existed on this day."""
        return self.filter(opened__lte=day).filter(Q(closed=None) | Q(closed__gte=day))

    def with_successions(self):
        """With what each became and what it came from, and their regions."""
        became = SystemSuccession.objects.select_related("successor")
        came_from = SystemSuccession.objects.select_related("predecessor")
        return self.select_related("region").prefetch_related(
            Prefetch("became", became), Prefetch("came_from", came_from)
        )

    def with_collaborative_count(self):
        """By name, with `collaborative_count`: the published collaboratives in each."""
        public = Q(collaboratives__status=Entry.Status.PUBLISHED)
        count = Count("collaboratives", distinct=True, filter=public)
        return self.annotate(collaborative_count=count).order_by("name")


class System(Named, Cited):
    """An integrated care system, by the name and code of its board."""

    ods_code = models.CharField("ODS code", max_length=5, unique=True)
    short_name = models.CharField(
        max_length=60,
        blank=True,
        help_text="What people call it, such as LLR; searched, not shown.",
    )
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="systems")
    opened = models.DateField(help_text="The first day of its board.")
    closed = models.DateField(null=True, blank=True, help_text="The last day of its board.")
    successors = models.ManyToManyField(
        "self", through="SystemSuccession", symmetrical=False, related_name="predecessors"
    )

    needs_source = False
    published_facts = ("became",)

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = SystemQuerySet.as_manager()

    class Meta(Named.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                condition=Q(closed=None) | Q(closed__gte=F("opened")),
                name="system_closes_after_it_opens",
                violation_error_message="A system can't close before it opens.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("system", args=[self.slug])

    @property
    def absorbed(self):
        """The systems that it took over whole: what is filed under them is now in it."""
        return [s.predecessor for s in self.came_from.all() if s.share == s.Share.WHOLE]

    def has_closed(self, today):
        """Whether its board's last day was before this day."""
        return self.closed is not None and self.closed < today


class SystemSuccession(Cited):
    """What a closed system became; a split has several."""

    class Share(models.TextChoices):
        WHOLE = "whole", "All of it"
        PART = "part", "Part of it"

    predecessor = models.ForeignKey(System, on_delete=models.CASCADE, related_name="became")
    successor = models.ForeignKey(System, on_delete=models.PROTECT, related_name="came_from")
    share = models.CharField(max_length=5, choices=Share, default=Share.WHOLE)

    needs_source = False

    history = HistoricalRecords(m2m_fields=["citations"])

    class Meta:
        verbose_name = "successor"
        ordering = ["predecessor__name", "successor__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="system_succession_once"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="system_succeeds_another"
            ),
        ]

    def __str__(self):
        return f"{self.predecessor} became {self.successor}"

    def clean(self):
        if self.predecessor_id and self.predecessor.closed is None:
            raise ValidationError("Only a closed system has successors: give its closing date.")
        if self.predecessor_id is not None and self.predecessor_id == self.successor_id:
            raise ValidationError({"successor": "Nothing succeeds itself."})
