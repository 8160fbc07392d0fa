"""The national maturity matrix: domains, their sub-domains and objectives, and four levels.

Domains are numbered 1, 2, 3, sub-domains 1.1, 1.2 and objectives 1.1.a, as the matrix prints them.
"""

from string import ascii_lowercase

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from library.models import Cited, Publishable, PublishableQuerySet

one_letter = RegexValidator(r"^[a-z]$", "Give one small letter.")


class LevelQuerySet(models.QuerySet):
    def published(self):
        """What a reader may see: nothing without a source."""
        cited = Level.citations.through.objects
        return self.filter(models.Exists(cited.filter(level=models.OuterRef("pk"))))


class Level(Cited):
    """How far a collaborative has come with an objective, by its own judgement."""

    name = models.CharField(max_length=120)
    slug = models.SlugField("identifier", max_length=60, unique=True)
    order = models.PositiveSmallIntegerField(
        unique=True, help_text="1 for the first level; each next level is higher."
    )
    note = models.TextField(blank=True, help_text="What a reader should know of this level.")

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = LevelQuerySet.as_manager()

    class Meta:
        verbose_name = "maturity level"
        ordering = ["order"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('maturity')}#levels"


class DomainQuerySet(PublishableQuerySet):
    def with_all_it_holds(self):
        """As the page shows them: with sub-domains and objectives."""
        return self.order_by("number").prefetch_related("subdomains__objectives")


class Domain(Publishable):
    """One of the subjects the matrix is divided into, with its sub-domains and objectives."""

    number = models.PositiveSmallIntegerField(unique=True, validators=[MinValueValidator(1)])
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120, unique=True)
    note = models.TextField(blank=True, help_text="What a reader should know of it.")

    published_facts = ("subdomains",)

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = DomainQuerySet.as_manager()

    class Meta:
        verbose_name = "domain of the maturity matrix"
        verbose_name_plural = "domains of the maturity matrix"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(condition=Q(number__gt=0), name="domain_number_positive"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('maturity')}#domain-{self.slug}"

    def further_facts(self):
        """The objectives of its sub-domains."""
        held = Objective.objects.filter(subdomain__domain=self.pk)
        return [held.select_related("subdomain__domain")]


class SubdomainQuerySet(models.QuerySet):
    def published(self):
        """Those of published domains, each with its source."""
        cited = Subdomain.citations.through.objects.filter(subdomain=models.OuterRef("pk"))
        return self.filter(models.Exists(cited), domain__status=Domain.Status.PUBLISHED)


class Subdomain(Cited):
    """A range of what a collaborative may work on."""

    domain = models.ForeignKey(Domain, on_delete=models.CASCADE, related_name="subdomains")
    number = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1)], help_text="Within its domain: 2 for sub-domain 1.2."
    )
    name = models.CharField(max_length=200)
    slug = models.SlugField("identifier", max_length=120, unique=True)

    published_facts = ("objectives",)

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = SubdomainQuerySet.as_manager()

    class Meta:
        verbose_name = "sub-domain of the maturity matrix"
        verbose_name_plural = "sub-domains of the maturity matrix"
        ordering = ["domain__number", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["domain", "number"],
                name="subdomain_number_once",
                violation_error_message="The domain has a sub-domain of this number already.",
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="subdomain_number_positive"),
        ]

    def __str__(self):
        return f"{self.code} {self.name}"

    @property
    def code(self):
        """Its number in the matrix, such as 1.2."""
        return f"{self.domain.number}.{self.number}"

    @property
    def is_published(self):
        """Whether readers see it: with its domain."""
        return bool(self.domain_id) and self.domain.is_published

    def get_absolute_url(self):
        return f"{reverse('maturity')}#subdomain-{self.slug}"


class Objective(Cited):
    """Something collaboratives may want to work towards, and judge themselves against."""

    subdomain = models.ForeignKey(Subdomain, on_delete=models.CASCADE, related_name="objectives")
    letter = models.CharField(
        max_length=1, validators=[one_letter], help_text="Its place: b for objective 1.2.b."
    )
    name = models.CharField(max_length=250)

    history = HistoricalRecords(m2m_fields=["citations"])

    class Meta:
        verbose_name = "objective of the maturity matrix"
        verbose_name_plural = "objectives of the maturity matrix"
        ordering = ["subdomain", "letter"]
        constraints = [
            models.UniqueConstraint(
                fields=["subdomain", "letter"],
                name="objective_letter_once",
                violation_error_message="The sub-domain has an objective of this letter already.",
            ),
            models.CheckConstraint(
                condition=Q(letter__in=list(ascii_lowercase)), name="objective_letter_is_one"
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.name}"

    @property
    def code(self):
        """Its number in the matrix, such as 1.2.a."""
        return f"{self.subdomain.code}.{self.letter}"
