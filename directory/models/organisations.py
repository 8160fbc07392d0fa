"""Trusts and the other bodies that collaborate, speak or support."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Count, F, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from library.models import Cited, PublishableQuerySet

from .base import Entry, still_going
from .places import System, SystemSuccession
from .vocabulary import Sector

validate_ods_code = RegexValidator(
    r"^[A-Z0-9]{3}([A-Z0-9]{2})?$", "An ODS code has 3 or 5 capital letters and digits: RX4, G6V2S."
)


class OrganisationQuerySet(PublishableQuerySet):
    def with_place_count(self):
        """With `place_count`: the distinct published collaboratives it is in today."""
        going_on = still_going(timezone.localdate(), "memberships__")
        public = Q(memberships__collaborative__status=Entry.Status.PUBLISHED)
        return self.annotate(
            place_count=Count("memberships__collaborative", distinct=True, filter=going_on & public)
        )

    def with_closing(self):
        """With `is_closed`: whether its last day is over."""
        over = Q(closed__isnull=False, closed__lt=timezone.localdate())
        return self.annotate(is_closed=over)

    def for_profile(self):
        """With all that an organisation's own page shows of the organisation itself."""
        published = Entry.Status.PUBLISHED
        became = OrganisationSuccession.objects.select_related("successor")
        came_from = OrganisationSuccession.objects.select_related("predecessor")
        now_in = SystemSuccession.objects.select_related("successor")
        return self.select_related("system__region").prefetch_related(
            Prefetch("system__became", now_in),
            "sectors",
            "aliases",
            Prefetch("became", became.filter(successor__status=published)),
            Prefetch("came_from", came_from.filter(predecessor__status=published)),
        )


class Organisation(Entry):
    """A trust, another provider, or a body that supports them. Closed is not deleted."""

    class Kind(models.TextChoices):
        FOUNDATION_TRUST = "nhs-foundation-trust", "NHS foundation trust"
        TRUST = "nhs-trust", "NHS trust"
        CARE_TRUST = "care-trust", "Care trust"
        CIC = "community-interest-company", "Community interest company"
        VCSE = "vcse", "Voluntary, community and social enterprise"
        INDEPENDENT = "independent", "Independent sector"
        NATIONAL = "national-body", "National body"
        REGULATOR = "regulator", "Regulator"
        MEMBERSHIP = "membership-body", "Membership body"
        SUPPORT_UNIT = "commissioning-support-unit", "Commissioning support unit"
        LAW_FIRM = "law-firm", "Law firm"
        OTHER = "other", "Other"

    short_name = models.CharField(
        max_length=60, blank=True, help_text="What people call it, such as ELFT."
    )
    ods_code = models.CharField(
        "ODS code", max_length=5, unique=True, null=True, blank=True, validators=[validate_ods_code]
    )
    kind = models.CharField(max_length=30, choices=Kind)
    sectors = models.ManyToManyField(Sector, blank=True, related_name="organisations")
    system = models.ForeignKey(
        System,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        help_text="The system its head office is filed under.",
    )
    opened = models.DateField(null=True, blank=True)
    closed = models.DateField(null=True, blank=True, help_text="Its last day.")
    note = models.TextField(blank=True, help_text="What a reader should know, such as a new name.")
    successors = models.ManyToManyField(
        "self", through="OrganisationSuccession", symmetrical=False, related_name="predecessors"
    )

    published_facts = ("aliases", "became")

    history = HistoricalRecords(m2m_fields=["citations", "sectors"])
    objects = OrganisationQuerySet.as_manager()

    class Meta(Entry.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                condition=Q(closed=None) | Q(opened=None) | Q(closed__gte=F("opened")),
                name="organisation_closes_after_it_opens",
                violation_error_message="An organisation can't close before it opens.",
            ),
            models.CheckConstraint(
                condition=~Q(ods_code=""), name="organisation_code_null_when_absent"
            ),
        ]

    def clean(self):
        self.ods_code = self.ods_code or None

    def get_absolute_url(self):
        return reverse("organisation", args=[self.slug])

    def further_facts(self):
        """Its memberships are seen once it is, where the collaborative is seen already."""
        published = Entry.Status.PUBLISHED
        return [self.memberships.filter(collaborative__status=published)] if self.pk else []

    def has_closed(self, today):
        """Whether its last day was before this day."""
        return self.closed is not None and self.closed < today


class Alias(Cited):
    """Another name somebody may look for."""

    class Kind(models.TextChoices):
        SPELLING = "spelling", "Other spelling"
        SHORT = "short", "Short name"
        FORMER = "former", "Former name"
        LATER = "later", "Later name"

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.SPELLING)

    needs_source = False

    class Meta:
        abstract = True
        ordering = ["name"]
        verbose_name = "other name"

    def __str__(self):
        return self.name


class OrganisationAlias(Alias):
    """Another name of an organisation: a short one, a former one, another spelling."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="aliases")

    history = HistoricalRecords(m2m_fields=["citations"])

    class Meta(Alias.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"], name="organisation_alias_once"
            ),
        ]


class OrganisationSuccession(Cited):
    """What became of a closed organisation."""

    predecessor = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="became")
    successor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="came_from")
    date = models.DateField(null=True, blank=True, help_text="The successor's first day with it.")

    needs_source = False

    history = HistoricalRecords(m2m_fields=["citations"])

    class Meta:
        verbose_name = "successor"
        ordering = ["predecessor__name", "successor__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="organisation_succession_once"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="organisation_succeeds_another"
            ),
        ]

    def __str__(self):
        return f"{self.predecessor} became {self.successor}"

    def clean(self):
        if self.predecessor_id is not None and self.predecessor_id == self.successor_id:
            raise ValidationError({"successor": "Nothing succeeds itself."})
