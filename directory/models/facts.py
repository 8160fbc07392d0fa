"""What is known about a collaborative, one fact a row, each with its sources."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from library.dates import PartialDateField
from library.models import Cited

from .base import Lasting, begins_before_it_ends, still_going
from .collaboratives import Collaborative
from .governance import GovernanceModel
from .organisations import Organisation
from .vocabulary import Theme


class FactQuerySet(models.QuerySet):
    """Facts about collaboratives; readers see those of published ones only."""

    def published(self):
        """Facts a reader may see: those of published collaboratives."""
        return self.filter(collaborative__status=Collaborative.Status.PUBLISHED)

    def current(self, today):
        """Lasting facts that are not over by this day."""
        return self.filter(still_going(today))

    def ended(self, today):
        """Lasting facts that are over by this day."""
        return self.exclude(still_going(today))


class MembershipQuerySet(FactQuerySet):
    def published(self):
        """Memberships a reader may see: both the collaborative and the member are published."""
        return super().published().filter(organisation__status=Organisation.Status.PUBLISHED)

    def of(self, collaborative):
        """One collaborative's memberships that a reader may see, with their organisations."""
        return self.published().filter(collaborative=collaborative).select_related("organisation")


class Membership(Lasting, Cited):
    """An organisation's place in a collaborative, for as long as it lasted."""

    class Role(models.TextChoices):
        MEMBER = "member", "Member"
        LEAD = "lead", "Lead provider"
        PARTNER = "partner", "Partner"
        ASSOCIATE = "associate", "Associate"

    collaborative = models.ForeignKey(
        Collaborative, on_delete=models.CASCADE, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(max_length=10, choices=Role, default=Role.MEMBER)
    note = models.CharField(max_length=300, blank=True)

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "member"
        ordering = ["collaborative", "organisation__name", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaborative", "organisation", "since"],
                name="membership_once",
                violation_error_message="This organisation is listed twice from the same date.",
            ),
            begins_before_it_ends("membership_begins_before_it_ends"),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.get_role_display().lower()}"

    @property
    def called(self):
        return self.organisation.name


class ArrangementQuerySet(FactQuerySet):
    def published(self):
        """Arrangements a reader may see: both the collaborative and the model are published."""
        return super().published().filter(governance_model__status=Collaborative.Status.PUBLISHED)

    def of(self, collaborative):
        """One collaborative's arrangements that a reader may see, in the guide's order."""
        rows = self.published().filter(collaborative=collaborative)
        return rows.select_related("governance_model").order_by(
            "governance_model__family", "governance_model__order", "since"
        )


class GovernanceArrangement(Lasting, Cited):
    """A collaborative's use of a governance model, now or in the past."""

    collaborative = models.ForeignKey(
        Collaborative, on_delete=models.CASCADE, related_name="arrangements"
    )
    governance_model = models.ForeignKey(
        GovernanceModel, on_delete=models.PROTECT, related_name="arrangements"
    )
    note = models.CharField(max_length=300, blank=True)

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = ArrangementQuerySet.as_manager()

    class Meta:
        ordering = ["collaborative", "governance_model", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaborative", "governance_model", "since"],
                name="arrangement_once",
                violation_error_message="This model is listed twice from the same date.",
            ),
            begins_before_it_ends("arrangement_begins_before_it_ends"),
        ]

    def __str__(self):
        return str(self.governance_model)


class InterestQuerySet(FactQuerySet):
    def published_of(self, keys):
        """The lines of the collaboratives with these keys that readers may see."""
        owners = Collaborative.objects.published_among(keys).order_by()
        return self.filter(collaborative__in=owners.values("pk"))


class Interest(Cited):
    """One line of the national directory's four lists."""

    class Kind(models.TextChoices):
        PRIORITY = "priority", "Current priorities"
        SHARE = "share", "Learning to share"
        SEARCH = "search", "Searching for learning"
        FUTURE = "future", "Potential future work"

    collaborative = models.ForeignKey(
        Collaborative, on_delete=models.CASCADE, related_name="interests"
    )
    kind = models.CharField("list", max_length=10, choices=Kind)
    text = models.CharField(max_length=300)
    themes = models.ManyToManyField(Theme, blank=True, related_name="interests")
    order = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords(m2m_fields=["themes", "citations"])
    objects = InterestQuerySet.as_manager()

    class Meta:
        verbose_name = "priority or learning"
        verbose_name_plural = "priorities and learning"
        ordering = ["collaborative", "kind", "order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaborative", "kind", "text"],
                name="interest_once",
                violation_error_message="This line is in the list already.",
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def as_subject(self):
        return f"‘{self.text}’ under {self.get_kind_display()}"


class Contact(Cited):
    """Who leads a collaborative or answers for it: the role first, then the name."""

    class Kind(models.TextChoices):
        LEADER = "leader", "Leader"
        CONTACT = "contact", "Contact"

    collaborative = models.ForeignKey(
        Collaborative, on_delete=models.CASCADE, related_name="contacts"
    )
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.CONTACT)
    role = models.CharField(max_length=200)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField("work e-mail", blank=True)
    shared_mailbox = models.BooleanField(
        default=False,
        help_text="The address belongs to a team; only such addresses stand in exports.",
    )
    as_of = PartialDateField("as of", help_text="When the source named them in this role.")
    order = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = "leader or contact"
        verbose_name_plural = "leaders and contacts"
        ordering = ["collaborative", "kind", "order", "role"]
        constraints = [
            models.UniqueConstraint(fields=["collaborative", "role", "name"], name="contact_once"),
            models.CheckConstraint(
                condition=Q(shared_mailbox=False) | ~Q(email=""),
                name="contact_mailbox_has_address",
                violation_error_message="A shared mailbox needs its address.",
            ),
        ]

    def __str__(self):
        return f"{self.role}: {self.name}" if self.name else self.role

    def clean(self):
        if self.shared_mailbox and not self.email:
            raise ValidationError({"email": "A shared mailbox needs its address."})


class Link(Cited):
    """A helpful page about a collaborative."""

    collaborative = models.ForeignKey(Collaborative, on_delete=models.CASCADE, related_name="links")
    title = models.CharField(max_length=200)
    url = models.URLField("address", max_length=500)

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = "helpful link"
        ordering = ["collaborative", "title"]
        constraints = [
            models.UniqueConstraint(fields=["collaborative", "url"], name="link_once"),
        ]

    def __str__(self):
        return self.title
