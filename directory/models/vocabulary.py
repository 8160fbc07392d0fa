"""The controlled words entries are filed under."""

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from .base import Named


class Sector(Named):
    """A kind of care: acute, specialist, community, ambulance, mental health and so on."""

    code = models.SlugField(
        max_length=20, unique=True, null=True, blank=True, help_text="A short name people type."
    )
    order = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta(Named.Meta):
        abstract = False
        ordering = ["order", "name"]


class Theme(Named):
    """A subject that priorities and learning are about: workforce, elective recovery, digital."""

    description = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta(Named.Meta):
        abstract = False

    def get_absolute_url(self):
        return reverse("theme", args=[self.slug])
