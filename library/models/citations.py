"""The places in publications that facts cite, and what it means to be cited."""

from django.db import models
from simple_history.models import HistoricalRecords


class CitationManager(models.Manager):
    def get_by_natural_key(self, publication, locator):
        return self.get(publication__slug=publication, locator=locator)

    def get_queryset(self):
        return super().get_queryset().select_related("publication")


class Citation(models.Model):
    """A place in a publication: the heading, slide or section a fact stands under."""

    publication = models.ForeignKey(
        "library.Publication", on_delete=models.PROTECT, related_name="places"
    )
    locator = models.CharField(
        max_length=200, help_text="The heading, slide or section the fact stands under."
    )

    history = HistoricalRecords()
    objects = CitationManager()

    class Meta:
        verbose_name = "place in a publication"
        verbose_name_plural = "places in publications"
        ordering = ["publication__title", "locator"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "locator"],
                name="citation_once",
                violation_error_message="This place in this publication is listed already.",
            ),
            models.CheckConstraint(condition=~models.Q(locator=""), name="citation_locator_given"),
        ]

    def __str__(self):
        return f"{self.publication.title}, “{self.locator}”"

    def natural_key(self):
        return (self.publication.slug, self.locator)

    natural_key.dependencies = ["library.publication"]


class Cited(models.Model):
    """A fact that says where it comes from."""

    citations = models.ManyToManyField(
        Citation,
        blank=True,
        related_name="+",
        verbose_name="sources",
        help_text="Where this is stated. An entry with an unsourced fact can't be published.",
    )

    class Meta:
        abstract = True

    @property
    def called(self):
        """What it is called where it is spoken of."""
        return str(self)

    @property
    def needs_source(self):
        """Whether it may be published only with a source."""
        return True

    @property
    def lacks_source(self):
        """The refusal to publish it should it cite nothing."""
        return f"The {self._meta.verbose_name} ‘{self.called}’ has no source."
