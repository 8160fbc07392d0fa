"""What curators draft and publish, and the rule that nothing is published without its sources."""

from django.db import models
from django.db.models import F
from django.utils import timezone

from .citations import Cited, unsourced


class PublishableQuerySet(models.QuerySet):
    """Things that curators draft and publish."""

    def published(self):
        """What the public may see; every public page, list, count and export starts here."""
        return self.filter(status=Publishable.Status.PUBLISHED)


class Publishable(Cited):
    """Something a curator drafts and publishes with its sources."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"

    status = models.CharField(
        max_length=10,
        choices=Status,
        default=Status.DRAFT,
        help_text="Drafts are seen here only, never on a public page or in an export.",
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    updated = models.DateTimeField(auto_now=True)

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_published(self):
        return self.status == self.Status.PUBLISHED

    def further_facts(self):
        """Those published with it that curators keep on other pages than its own, by kind."""
        return []

    def unsourced_further_facts(self):
        """Those of its further facts that lack a source that readers see."""
        return [fact for rows in self.further_facts() for fact in unsourced(rows)]

    def unsourced_facts(self):
        """Its further facts too."""
        return super().unsourced_facts() + self.unsourced_further_facts()

    def raise_revision(self):
        """Count a save of it or its facts, so that an older copy can't be saved over it."""
        entry = type(self)._default_manager.filter(pk=self.pk)
        entry.update(revision=F("revision") + 1, updated=timezone.now())
