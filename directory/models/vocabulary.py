"""The controlled words entries are filed under."""

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from .base import Entry, Named


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

    def get_absolute_url(self):
        return f"{reverse('collaboratives')}?sector={self.slug}"


class ThemeQuerySet(models.QuerySet):
    def worked_on(self, **place):
        """Themes that published collaboratives of a place name, and how many do: `worked_on_by`."""
        public = {"collaborative__status": Entry.Status.PUBLISHED, **place}
        condition = Q(**{f"interests__{path}": value for path, value in public.items()})
        collaboratives = Count("interests__collaborative", distinct=True, filter=condition)
        found = self.annotate(worked_on_by=collaboratives).filter(worked_on_by__gt=0)
        return found.order_by("name")


class Theme(Named):
    """A subject that priorities and learning are about: workforce, elective recovery, digital."""

    description = models.TextField(blank=True)

    history = HistoricalRecords()
    objects = ThemeQuerySet.as_manager()

    class Meta(Named.Meta):
        abstract = False

    def get_absolute_url(self):
        return reverse("theme", args=[self.slug])
