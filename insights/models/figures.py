"""Figures of the whole country that others have stated: never mixed with what is counted here."""

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from library.dates import PartialDateField
from library.models import Cited


class NationalFigureQuerySet(models.QuerySet):
    def published(self):
        """What a reader may see: nothing without a source."""
        cited = NationalFigure.citations.through.objects
        return self.filter(models.Exists(cited.filter(nationalfigure=models.OuterRef("pk"))))


class NationalFigure(Cited):
    """A number that a national body has given for England, in its own words, with its date."""

    slug = models.SlugField("identifier", max_length=120, unique=True)
    subject = models.CharField(
        max_length=200, help_text="What is counted; the same words for the same thing."
    )
    stated = models.CharField(
        max_length=60, help_text="As the source says it, with its hedge: over 100."
    )
    as_of = PartialDateField("as of", help_text="When it was said; empty where not stated.")
    said_by = models.CharField(max_length=200, help_text="Who said it, and where.")
    note = models.TextField(blank=True, help_text="What a reader should know of it.")
    order = models.PositiveSmallIntegerField(default=1)

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = NationalFigureQuerySet.as_manager()

    class Meta:
        ordering = ["order", "subject", "as_of", "slug"]

    def __str__(self):
        return f"{self.subject}: {self.stated}"

    def get_absolute_url(self):
        return f"{reverse('landscape')}#stated"
