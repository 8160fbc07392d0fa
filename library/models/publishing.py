"""What curators draft and publish, and the rule that nothing is published without its sources."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils import timezone

from .citations import Cited


class PublishableQuerySet(models.QuerySet):
    """Things that curators draft and publish, known by their slugs."""

    def published(self):
        """What the public may see; every public page, list, count and export starts here."""
        return self.filter(status=Publishable.Status.PUBLISHED)

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


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

    published_facts = ()  # relations to the facts that are published with it, each with its source

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_published(self):
        return self.status == self.Status.PUBLISHED

    def unsourced_facts(self):
        """What would be published of it without a source: itself, and facts as now saved."""
        facts = [self] if self.needs_source and not self.citations.exists() else []
        for relation in self.published_facts:
            facts += getattr(self, relation).filter(citations=None)
        return facts

    def validate_sources(self):
        """Refuse to be published, or to stay so, while anything saved of it has no source."""
        if self.is_published and (unsourced := self.unsourced_facts()):
            raise ValidationError([fact.lacks_source for fact in unsourced])

    def raise_revision(self):
        """Count a save of it or its facts, so that an older copy can't be saved over it."""
        entry = type(self)._default_manager.filter(pk=self.pk)
        entry.update(revision=F("revision") + 1, updated=timezone.now())
