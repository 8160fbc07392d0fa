"""One collaborative, and the nine of the innovators scheme."""

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from library.sources import Sources

from ..models import Collaborative, Membership, Statement, System
from ..profiles import CollaborativeProfile
from .pages import page

MOST_ELSEWHERE = 10
MOST_OVERLAPS = 30


@require_safe
def collaborative(request, slug):
    """Everything known about one collaborative, with its sources."""
    entries = Collaborative.objects.published().select_related("part_of")
    found = get_object_or_404(entries, slug=slug)
    profile = CollaborativeProfile(found, timezone.localdate())
    limits = {"MOST_ELSEWHERE": MOST_ELSEWHERE, "MOST_OVERLAPS": MOST_OVERLAPS}
    return page(
        request,
        "collaborative",
        collaborative=found,
        profile=profile,
        sources=profile.sources,
        parts=contents_of(profile),
        **limits,
    )


def contents_of(profile):
    """The sections of a profile that have anything in them: (anchor, heading)."""
    sections = {
        ("entry", "Directory entry"): True,
        ("more", "More about it"): True,
        ("members", "Members"): profile.memberships,
        ("overlap", "Overlap with other collaboratives"): profile.overlaps,
        ("governance", "Governance explained"): profile.arrangements,
        **{(addition.anchor, addition.heading): True for addition in profile.additions},
        ("statements", "What the sources say"): profile.statements,
        ("corrections", "Corrections"): profile.corrections,
        ("sources", "Sources"): True,
    }
    return [section for section, has_content in sections.items() if has_content]


@require_safe
def innovators(request):
    """The collaboratives of the innovators scheme, in their number order."""
    members = Membership.objects.published().current(timezone.localdate())
    found = list(
        Collaborative.objects.published()
        .innovators()
        .prefetch_related(
            Prefetch("systems", System.objects.with_successions()),
            Prefetch("memberships", members.select_related("organisation"), "members_today"),
            Prefetch("statements", Statement.objects.filter(field="innovator"), "on_scheme"),
        )
        .with_said_of_members()
    )
    statements = [statement for entry in found for statement in entry.on_scheme]
    return page(
        request,
        "innovators",
        collaboratives=found,
        on_scheme=statements,
        sources=Sources(*statements),
    )
