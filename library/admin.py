"""Publications, events, questions for boards, and the places in publications that facts cite."""

from django.contrib import admin

from .curating.admin import CuratedAdmin
from .curating.filters import UsedFilter
from .curating.inlines import FactInline
from .curating.publishing import AddressedAdmin, PublishableAdmin
from .curating.uses import in_few_words, uses
from .models import (
    BoardQuestion,
    BoardQuestionLink,
    BoardTopic,
    Citation,
    Event,
    Publication,
    Speaker,
)


class EventInline(FactInline):
    model = Event
    fk_name = "publication"
    verbose_name_plural = "if it is a webinar or an event"
    fields = [("host", "place"), "came_of_it"]
    autocomplete_fields = ["came_of_it"]
    max_num = 1
    show_change_link = True


class CitationInline(FactInline):
    model = Citation
    verbose_name = "place that facts cite"
    verbose_name_plural = "places that facts cite"


@admin.register(Publication)
class PublicationAdmin(PublishableAdmin):
    list_display = ["title", "publisher", "kind", "status", "evidence", "date"]
    list_filter = ["status", "evidence", "kind", "publisher"]
    search_fields = ["title", "publisher", "authors", "slug"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["citations"]
    inlines = [EventInline, CitationInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    "slug",
                    ("kind", "date"),
                    ("publisher", "authors"),
                    ("url", "page_here"),
                    "description",
                    "purpose",
                ]
            },
        ),
        ("Whom to ask", {"fields": ["contact", ("contact_email", "shared_mailbox")]}),
        (
            "Sources",
            {
                "fields": ["evidence", "citations", "status"],
                "description": "For a resource, the sources are where it is mentioned.",
            },
        ),
    ]

    def get_deleted_objects(self, objs, request):
        """A source stays while anything cites a place in it, and that is named."""
        *told, protected = super().get_deleted_objects(objs, request)
        places = Citation.objects.filter(publication__in=objs)
        return *told, [*protected, *in_few_words(uses(Citation, places.values("pk")))]


@admin.register(Citation)
class CitationAdmin(CuratedAdmin):
    """Made and corrected from the facts that cite them, and on their publication's page."""

    list_display = ["publication", "locator"]
    list_filter = [("publication", UsedFilter)]
    list_select_related = ["publication"]
    search_fields = ["publication__title", "locator"]
    autocomplete_fields = ["publication"]

    def has_module_permission(self, request):
        return False


class SpeakerInline(FactInline):
    model = Speaker
    fields = [("order", "part", "name"), ("role", "organisation"), ("topic", "email"), "citations"]
    autocomplete_fields = ["citations"]


@admin.register(Event)
class EventAdmin(CuratedAdmin):
    """Who held a webinar or event, who spoke, and what came of it."""

    list_display = ["publication", "host", "place"]
    list_select_related = ["publication"]
    search_fields = ["publication__title", "host", "speakers__name"]
    autocomplete_fields = ["publication", "came_of_it"]
    fields = ["publication", ("host", "place"), "came_of_it"]
    inlines = [SpeakerInline]


@admin.register(BoardTopic)
class BoardTopicAdmin(AddressedAdmin):
    list_display = ["name", "order"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


class BoardQuestionLinkInline(FactInline):
    model = BoardQuestionLink
    fields = [("title", "address", "order")]


@admin.register(BoardQuestion)
class BoardQuestionAdmin(PublishableAdmin):
    list_display = ["text", "topic", "order", "status"]
    list_filter = ["status", ("topic", UsedFilter)]
    list_select_related = ["topic"]
    search_fields = ["text", "slug"]
    prepopulated_fields = {"slug": ["text"]}
    autocomplete_fields = ["topic", "citations"]
    fields = ["text", "slug", ("topic", "order"), "citations", "status"]
    inlines = [BoardQuestionLinkInline]
