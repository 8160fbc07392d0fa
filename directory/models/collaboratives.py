"""A collaborative's own entry: what it is called, where it works, what its sources say of it."""

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from library.dates import PartialDateField
from library.models import Cited, PublishableQuerySet

from .base import Entry, free_address, still_going
from .organisations import Alias
from .places import Region, System
from .vocabulary import Sector

TAKEN = ("compare",)  # an address beside the collaboratives'


class CollaborativeQuerySet(PublishableQuerySet):
    def published_among(self, keys):
        """Those with these keys that readers may see."""
        # Asked of the plain column, SQLite reads all that are published, by the index of newest.
        status = Coalesce("status", Value(""))
        return self.alias(standing=status).filter(standing=Entry.Status.PUBLISHED, pk__in=keys)

    def for_tables(self):
        """By name, with what a row of a table shows: sectors, and members in number or in words."""
        found = self.with_member_count().with_said_of_members()
        return found.order_by("name").prefetch_related("sectors")

    def with_said_of_members(self):
        """With `said_of_members`: what a source states of them in words, if one does."""
        stated = Statement.objects.filter(collaborative=OuterRef("pk"), field="membership")
        return self.annotate(said_of_members=Subquery(stated.order_by("pk").values("value")[:1]))

    def innovators(self):
        """Those of the innovators scheme, by their number in it."""
        return self.filter(innovator=True).order_by(
            F("innovator_number").asc(nulls_last=True), "name"
        )

    def recently_updated(self):
        """The last edited first."""
        return self.order_by("-updated", "name")

    def with_member_count(self, today=None):
        """With `member_count`: the distinct organisations whose membership goes on."""
        return self.annotate(
            member_count=Count(
                "memberships__organisation",
                distinct=True,
                filter=still_going(today or timezone.localdate(), "memberships__")
                & Q(memberships__organisation__status=Entry.Status.PUBLISHED),
            )
        )


class Collaborative(Entry):
    """Two or more providers working at scale with a shared purpose: a partnership, not a body."""

    class Footprint(models.TextChoices):
        SYSTEM = "system", "System"
        MULTI_SYSTEM = "multi-system", "Multi-system"

    short_name = models.CharField(
        max_length=60, blank=True, help_text="What people call it, such as NENC."
    )
    summary = models.TextField(help_text="What it is, in two or three plain sentences of our own.")
    footprint = models.CharField(
        max_length=15, choices=Footprint, blank=True, help_text="How far it reaches."
    )
    regions = models.ManyToManyField(Region, blank=True, related_name="collaboratives")
    systems = models.ManyToManyField(System, blank=True, related_name="collaboratives")
    sectors = models.ManyToManyField(Sector, blank=True, related_name="collaboratives")
    population = models.PositiveIntegerField(
        "population served", null=True, blank=True, help_text="People, as the source gives it."
    )
    area_square_miles = models.PositiveIntegerField(
        "area", null=True, blank=True, help_text="Square miles."
    )
    established = PartialDateField(help_text="When it was set up, if stated: 2019 or 2019-04.")
    innovator = models.BooleanField(
        "in the innovators scheme",
        default=False,
        help_text="One of the nine given national support from April 2023.",
    )
    innovator_number = models.PositiveSmallIntegerField(
        "number in the scheme", null=True, blank=True, unique=True
    )
    part_of = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        help_text="The collaborative that contains this one, if any.",
    )

    published_facts = (
        "aliases",
        "memberships",
        "arrangements",
        "interests",
        "contacts",
        "links",
        "statements",
        "corrections",
    )

    history = HistoricalRecords(m2m_fields=["regions", "systems", "sectors", "citations"])
    objects = CollaborativeQuerySet.as_manager()

    class Meta(Entry.Meta):
        abstract = False
        indexes = [
            # The home page shows the newest few: a number of rows that must not cost all of them.
            models.Index(fields=["status", "-updated", "name"], name="collaborative_newest")
        ]
        constraints = [
            free_address("collaborative", TAKEN),
            models.CheckConstraint(
                condition=Q(innovator=True) | Q(innovator_number=None),
                name="collaborative_number_only_in_scheme",
                violation_error_message="Only a collaborative in the scheme has a number in it.",
            ),
            models.CheckConstraint(
                condition=Q(part_of=None) | ~Q(part_of=F("id")),
                name="collaborative_not_part_of_itself",
                violation_error_message="A collaborative can't be part of itself.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("collaborative", args=[self.slug])


class CollaborativeAlias(Alias):
    """Another name of a collaborative: a short one, a former one, another spelling."""

    collaborative = models.ForeignKey(
        Collaborative, on_delete=models.CASCADE, related_name="aliases"
    )

    history = HistoricalRecords(m2m_fields=["citations"])

    class Meta(Alias.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["collaborative", "name"], name="collaborative_alias_once"
            ),
        ]


class Statement(Cited):
    """What one source says about one field of a collaborative; two may disagree."""

    class Field(models.TextChoices):
        NAME = "name", "Name"
        REGION = "region", "Region(s)"
        SYSTEM = "system", "System(s)"
        FOOTPRINT = "footprint", "Footprint"
        MEMBERSHIP = "membership", "List of members"
        SECTOR = "sector", "Sector(s)"
        GOVERNANCE = "governance", "Current governance model"
        POPULATION = "population", "Population served"
        AREA = "area", "Area"
        ESTABLISHED = "established", "Established"
        INNOVATOR = "innovator", "Innovators scheme"
        PURPOSE = "purpose", "Purpose"

    collaborative = models.ForeignKey(
        Collaborative, on_delete=models.CASCADE, related_name="statements"
    )
    field = models.CharField(max_length=15, choices=Field)
    value = models.CharField(max_length=500, help_text="What the source states, in few words.")
    disputed = models.BooleanField(
        default=False, help_text="Another source says something else; both are shown."
    )

    history = HistoricalRecords(m2m_fields=["citations"])

    class Meta:
        ordering = ["collaborative", "field", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaborative", "field", "value"], name="statement_once"
            ),
        ]

    def __str__(self):
        return f"{self.get_field_display()}: {self.value}"


class Correction(Cited):
    """A slip in a source that the portal puts right and says so."""

    collaborative = models.ForeignKey(
        Collaborative, on_delete=models.CASCADE, related_name="corrections"
    )
    printed = models.CharField(max_length=300, help_text="As the source prints it.")
    corrected = models.CharField(max_length=300, help_text="As this entry gives it, and why.")

    history = HistoricalRecords(m2m_fields=["citations"])

    class Meta:
        ordering = ["collaborative", "printed"]
        constraints = [
            models.UniqueConstraint(fields=["collaborative", "printed"], name="correction_once"),
        ]

    def __str__(self):
        return f"“{self.printed}” is given as “{self.corrected}”"
