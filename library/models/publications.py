"""Publications: resources that people read or join, and the sources that facts cite."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from library.dates import PartialDateField, display_date

from .addresses import within_the_portal
from .publishing import Publishable, PublishableQuerySet

NO_PUBLISHER = "Not stated in the source"  # what the field says where a source names none


class Publication(Publishable):
    """Something people read or take part in; if facts cite it, their source."""

    class Kind(models.TextChoices):
        BRIEFING = "briefing", "Briefing"
        CASE_STUDY = "case-study", "Case study"
        EVENT_REPORT = "event-report", "Event report"
        SLIDES = "slides", "Presentation slides"
        GUIDANCE = "guidance", "Guidance"
        TOOLKIT = "toolkit", "Toolkit"
        SELF_ASSESSMENT = "self-assessment", "Self-assessment tool"
        TEMPLATE = "template", "Template or model document"
        REPORT = "report", "Report"
        SURVEY = "survey", "Survey"
        BLOG = "blog", "Blog"
        WEBINAR = "webinar", "Webinar"
        EVENT = "event", "Event"
        LEARNING_SESSIONS = "learning-sessions", "Learning sessions"
        FORUM = "forum", "Forum or network"
        NEWSLETTER = "newsletter", "Newsletter or bulletin"
        PROGRAMME = "programme", "Programme"
        SUPPORT_OFFER = "support-offer", "Support offer"
        DIRECTORY = "directory", "Directory"
        PLATFORM = "platform", "Online platform"
        WEB_PAGES = "web-pages", "Web pages"
        REGISTER = "register", "Official register"
        LEGISLATION = "legislation", "Legislation"

    class Evidence(models.TextChoices):
        BRIEFING = "briefing", "Briefing: what collaboratives and national bodies said"
        REFERENCE = "reference", "Reference: official registers, law and public pages"
        RESOURCE = "resource", "Resource: mentioned in a source, and no source of facts itself"

    title = models.CharField(max_length=250)
    slug = models.SlugField(max_length=120, unique=True)
    publisher = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind)
    evidence = models.CharField(max_length=10, choices=Evidence, default=Evidence.BRIEFING)
    date = PartialDateField("published", help_text="Or held: 2019, 2019-04 or 2019-04-01.")
    authors = models.CharField(max_length=300, blank=True)
    url = models.URLField("address", blank=True)
    page_here = models.CharField(
        "page of this directory",
        max_length=300,
        blank=True,
        validators=[within_the_portal],
        help_text="Where this directory tells what it holds, such as /innovators/; if anywhere.",
    )
    description = models.TextField(blank=True, help_text="What it is, in our own words.")
    purpose = models.TextField(
        blank=True, help_text="Who and what it is for, in our own words, if that is stated."
    )
    contact = models.CharField(
        max_length=200, blank=True, help_text="Whom to ask: a name and role, or a team."
    )
    contact_email = models.EmailField(blank=True)
    shared_mailbox = models.BooleanField(
        default=False, help_text="A team's address, which exports may carry; a person's they don't."
    )
    status = models.CharField(
        max_length=10,
        choices=Publishable.Status,
        default=Publishable.Status.PUBLISHED,
        help_text="Drafts are seen here only, never on a public page or in an export.",
    )

    history = HistoricalRecords(m2m_fields=["citations"])
    objects = PublishableQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(evidence__in=["briefing", "reference", "resource"]),
                name="publication_evidence_known",
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.publisher}{self.dated})"

    @property
    def called(self):
        """Titles repeat; with its kind and date a publication is told from its namesakes."""
        when = f", {display_date(self.date)}" if self.date else ""
        return f"{self.title} ({self.get_kind_display().lower()}{when})"

    @property
    def by(self):
        """Its publisher, as it follows the title; a source that names none leaves that unsaid."""
        unknown = self.publisher == NO_PUBLISHER
        return "publisher not stated" if unknown else self.publisher

    @property
    def dated(self):
        """The date as it follows the publisher's name, or nothing."""
        return f", {display_date(self.date)}" if self.date else ""

    @property
    def is_reference(self):
        """Whether this is reference data rather than one of the briefings."""
        return self.evidence == self.Evidence.REFERENCE

    @property
    def needs_source(self):
        """What facts cite speaks for itself; a resource is known from what mentions it."""
        return self.evidence == self.Evidence.RESOURCE

    def further_facts(self):
        """The speakers of an event."""
        from .events import Speaker

        return [Speaker.objects.filter(event__publication=self.pk)]

    def draft_sources(self, citations):
        """What cites itself is seen with its source."""
        return [source for source in super().draft_sources(citations) if source != self]

    def clean(self):
        super().clean()
        self.refuse_draft_in_use()

    def validate_sources(self):
        super().validate_sources()
        self.refuse_draft_in_use()

    def refuse_draft_in_use(self):
        """A source is seen wherever a published fact cites it, so it can't be a draft."""
        from library.citing import citers_in_words

        if self.pk and not self.is_published and (citers := citers_in_words(self)):
            told = "It can't be a draft: published facts cite it as their source. It is used by "
            raise ValidationError(f"{told}{citers}.")

    def get_absolute_url(self):
        return reverse("resource", args=[self.slug])
