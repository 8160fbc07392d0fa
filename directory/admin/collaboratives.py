"""Collaboratives, with every fact about them on one page."""

from django.contrib import admin
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from directory.models import (
    Collaborative,
    CollaborativeAlias,
    Contact,
    Correction,
    GovernanceArrangement,
    Interest,
    Link,
    Membership,
    Statement,
)
from library.curating.filters import UsedFilter
from library.curating.inlines import FactInline

from .base import EntryAdmin, LastCheckedFilter


class AliasInline(FactInline):
    model = CollaborativeAlias
    fields = [("name", "kind"), "citations"]
    autocomplete_fields = ["citations"]


class MembershipInline(FactInline):
    model = Membership
    fields = [("organisation", "role", "since", "until"), ("note", "citations")]
    autocomplete_fields = ["organisation", "citations"]


class ArrangementInline(FactInline):
    model = GovernanceArrangement
    fields = [("governance_model", "since", "until"), ("note", "citations")]
    autocomplete_fields = ["governance_model", "citations"]


class InterestInline(FactInline):
    model = Interest
    fields = [("kind", "text", "order"), ("themes", "citations")]
    autocomplete_fields = ["themes", "citations"]


class ContactInline(FactInline):
    model = Contact
    fields = [
        ("kind", "role", "name"),
        ("email", "shared_mailbox", "as_of", "order"),
        "citations",
    ]
    autocomplete_fields = ["citations"]


class LinkInline(FactInline):
    model = Link
    fields = [("title", "url"), "citations"]
    autocomplete_fields = ["citations"]


class StatementInline(FactInline):
    model = Statement
    verbose_name_plural = "statements: what a source says of a field"
    fields = [("field", "value", "disputed"), "citations"]
    autocomplete_fields = ["citations"]


class CorrectionInline(FactInline):
    model = Correction
    verbose_name_plural = "corrections: slips in a source that are put right here"
    fields = [("printed", "corrected"), "citations"]
    autocomplete_fields = ["citations"]


class InnovatorFilter(admin.BooleanFieldListFilter):
    """Whether a collaborative is one of the nine."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = "innovators scheme"


@admin.register(Collaborative)
class CollaborativeAdmin(EntryAdmin):
    list_display = ["name", "status", "members", "last_verified", "updated"]
    list_filter = [
        "status",
        LastCheckedFilter,
        "footprint",
        ("innovator", InnovatorFilter),
        ("regions", UsedFilter),
        ("sectors", UsedFilter),
        ("arrangements__governance_model", UsedFilter),
        ("systems", UsedFilter),
    ]
    search_fields = ["name", "short_name", "slug", "aliases__name"]
    autocomplete_fields = ["regions", "systems", "sectors", "part_of", "citations"]
    inlines = [
        AliasInline,
        MembershipInline,
        ArrangementInline,
        InterestInline,
        ContactInline,
        LinkInline,
        StatementInline,
        CorrectionInline,
    ]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    "short_name",
                    "slug",
                    "summary",
                    "citations",
                    ("status", "last_verified"),
                ]
            },
        ),
        (
            "Where and what",
            {
                "fields": [
                    "regions",
                    "systems",
                    "sectors",
                    ("footprint", "established"),
                    ("population", "area_square_miles"),
                    "part_of",
                ]
            },
        ),
        ("Innovators scheme", {"fields": [("innovator", "innovator_number")]}),
    ]

    def get_queryset(self, request):
        """With the number of organisations ever listed as members."""
        listed = Membership.objects.filter(collaborative=OuterRef("pk")).order_by()
        number = listed.values("collaborative").annotate(n=Count("organisation", distinct=True))
        return (
            super()
            .get_queryset(request)
            .annotate(members=Coalesce(Subquery(number.values("n")), 0))
        )

    @admin.display(ordering="members")
    def members(self, obj):
        """How many organisations are listed, past members included."""
        return obj.members
