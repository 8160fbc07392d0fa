"""The places in publications that facts cite, and what it means to be cited."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords


class CitationManager(models.Manager):
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

    def clean(self):
        """What readers see is not moved into a draft."""
        from library.citing import is_cited

        source = self.publication if self.pk and self.publication_id else None
        if source and not source.is_published and is_cited(self):
            told = "This is a draft, and published facts cite this place. Publish it first."
            raise ValidationError({"publication": told})


class Holder:
    """What facts are part of: readers see them with it, so it is seen only if they are sourced."""

    published_facts = ()  # relations to the facts that are published with it, each with its source

    def unsourced_facts(self):
        """What would be published with it without a source that readers see, as now saved."""
        facts = [getattr(self, relation).all() for relation in self.published_facts]
        return [fact for rows in facts for fact in unsourced(rows)]

    def validate_sources(self):
        """Refuse to be published, or to stay so, while anything saved of it has no source."""
        if getattr(self, "is_published", True) and (facts := self.unsourced_facts()):
            raise ValidationError([told for fact in facts for told in fact.source_problems()])


def unsourced(facts):
    """Those of these facts that lack a source, or cite one that readers don't see."""
    lacking = Q(citations=None) | Q(citations__publication__status="draft")
    found = facts.filter(lacking).distinct().prefetch_related("citations")
    return [fact for fact in found if fact.source_problems()]


class Cited(Holder, models.Model):
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
    def as_subject(self):
        """Its kind and name, as a sentence about it begins."""
        return f"The {self._meta.verbose_name} ‘{self.called}’"

    def unsourced_facts(self):
        """Itself too."""
        return ([self] if self.source_problems() else []) + super().unsourced_facts()

    def source_problems(self, citations=None):
        """Why it can't be published with these sources, or else with those that are saved."""
        citations = self.citations.all() if citations is None else citations
        if self.needs_source and not citations:
            return [f"{self.as_subject} has no source."]
        return [
            f"{self.as_subject} cites ‘{draft.called}’, which is a draft: "
            "readers can’t see it. Publish that first, under Publications."
            for draft in self.draft_sources(citations)
        ]

    def draft_sources(self, citations):
        """The publications that readers don't see among those cited, each once."""
        sources = dict.fromkeys(place.publication for place in citations)
        return [source for source in sources if not source.is_published]
