"""Publications, the places in them that facts cite, and what it means to be cited."""

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from .dates import PartialDateField, display_date


class PublicationManager(models.Manager):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Publication(models.Model):
    """A briefing, guidance, register or Act: something people read and facts cite."""

    class Kind(models.TextChoices):
        BRIEFING = "briefing", "Briefing"
        CASE_STUDY = "case-study", "Case study"
        EVENT_REPORT = "event-report", "Event report"
        SLIDES = "slides", "Presentation slides"
        GUIDANCE = "guidance", "Guidance"
        TOOLKIT = "toolkit", "Toolkit"
        REPORT = "report", "Report"
        BLOG = "blog", "Blog"
        WEBINAR = "webinar", "Webinar"
        DIRECTORY = "directory", "Directory"
        FORUM = "forum", "Forum"
        REGISTER = "register", "Official register"
        LEGISLATION = "legislation", "Legislation"
        WEB_PAGES = "web-pages", "Web pages"

    class Evidence(models.TextChoices):
        BRIEFING = "briefing", "Briefing: what collaboratives and national bodies said"
        REFERENCE = "reference", "Reference: official registers, law and public pages"

    title = models.CharField(max_length=250)
    slug = models.SlugField(max_length=120, unique=True)
    publisher = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind)
    evidence = models.CharField(max_length=10, choices=Evidence, default=Evidence.BRIEFING)
    date = PartialDateField("published")
    authors = models.CharField(max_length=300, blank=True)
    url = models.URLField("address", blank=True)
    description = models.TextField(blank=True, help_text="What it is, in our own words.")

    history = HistoricalRecords()
    objects = PublicationManager()

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(evidence__in=["briefing", "reference"]),
                name="publication_evidence_known",
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.publisher}{self.dated})"

    @property
    def dated(self):
        """The date as it follows the publisher's name, or nothing."""
        return f", {display_date(self.date)}" if self.date else ""

    @property
    def is_reference(self):
        """Whether this is reference data rather than one of the briefings."""
        return self.evidence == self.Evidence.REFERENCE

    def get_absolute_url(self):
        return reverse("about") + f"#{self.slug}"

    def natural_key(self):
        return (self.slug,)


class CitationManager(models.Manager):
    def get_by_natural_key(self, publication, locator):
        return self.get(publication__slug=publication, locator=locator)

    def get_queryset(self):
        return super().get_queryset().select_related("publication")


class Citation(models.Model):
    """A place in a publication: the heading, slide or section a fact stands under."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="citations")
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
    def lacks_source(self):
        """The refusal to publish it should it cite nothing."""
        return f"The {self._meta.verbose_name} ‘{self.called}’ has no source."
