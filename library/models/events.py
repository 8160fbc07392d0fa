"""What is known of a publication that people came together for: host, place and speakers."""

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from .citations import Cited, Holder
from .publications import Publication


class Event(Holder, models.Model):
    """A webinar or a meeting: the part of its entry that only events have."""

    publication = models.OneToOneField(
        Publication, on_delete=models.CASCADE, related_name="event", verbose_name="webinar or event"
    )
    host = models.CharField(
        max_length=200, blank=True, help_text="Who held it; empty where the sources are silent."
    )
    place = models.CharField(max_length=200, blank=True)
    came_of_it = models.ForeignKey(
        Publication,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="came_from",
        verbose_name="what came of it",
        help_text="The briefing, report or slides that tell of it.",
    )

    published_facts = ("speakers",)

    class EventManager(models.Manager):
        def get_queryset(self):
            return super().get_queryset().select_related("publication")

    history = HistoricalRecords()
    objects = EventManager()

    class Meta:
        verbose_name = "webinar or event"
        verbose_name_plural = "webinars and events"
        ordering = ["publication__title", "publication__date"]

    def __str__(self):
        return self.publication.called

    def clean(self):
        if self.came_of_it_id and self.came_of_it_id == self.publication_id:
            raise ValidationError({"came_of_it": "An event can't come of itself."})

    @property
    def is_published(self):
        """It is seen with its entry."""
        return self.publication.is_published


class Speaker(Cited):
    """Somebody who chaired, presented or sat on a panel, as the source names them."""

    class Part(models.TextChoices):
        CHAIR = "chair", "Chair"
        SPEAKER = "speaker", "Speaker"
        PANEL = "panel", "Panel member"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="speakers")
    order = models.PositiveSmallIntegerField(default=0)
    part = models.CharField(max_length=10, choices=Part, default=Part.SPEAKER)
    name = models.CharField(max_length=200, blank=True, help_text="Empty where no one is named.")
    role = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=300, blank=True)
    topic = models.CharField(
        max_length=250, blank=True, help_text="The title of the presentation, or its subject."
    )
    email = models.EmailField(blank=True, help_text="As printed for those who want to ask more.")

    history = HistoricalRecords(m2m_fields=["citations"])

    class Meta:
        ordering = ["event", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "order"],
                name="speaker_order_once",
                violation_error_message="Another speaker of this event has this number.",
            ),
            models.CheckConstraint(
                condition=~models.Q(name="", organisation=""),
                name="speaker_known",
                violation_error_message="Give a name or at least an organisation.",
            ),
        ]

    def __str__(self):
        return self.name or self.organisation

    def draft_sources(self, citations):
        """The entry of the event is published with its speakers."""
        drafts = super().draft_sources(citations)
        entry = self.event.publication_id if self.event_id else None
        return [source for source in drafts if source.pk != entry]
