"""Ways in by place and by subject: regions, systems and themes."""

from itertools import groupby

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from library.sources import Sources

from ..additions import additions_to, facts_of
from ..models import Collaborative, Interest, Organisation, Region, System, Theme
from .pages import Shortlist, page


@require_safe
def region(request, slug):
    """One region: its systems and what goes on there."""
    found = get_object_or_404(Region, slug=slug)
    today = timezone.localdate()
    systems = list(found.systems.with_successions().with_collaborative_count())
    additions = additions_to(found)
    return page(
        request,
        "region",
        region=found,
        systems=[system for system in systems if not system.has_closed(today)],
        closed_systems=[system for system in systems if system.has_closed(today)],
        collaboratives=collaboratives_in(regions=found),
        themes=Theme.objects.worked_on(collaborative__regions=found),
        organisations=organisations_in(system__region=found),
        additions=additions,
        sources=Sources(found, *systems, *facts_of(additions)),
    )


@require_safe
def system(request, slug):
    """One system, what it came from and became, and what goes on there."""
    found = get_object_or_404(System.objects.with_successions(), slug=slug)
    successors = [succession.successor_id for succession in found.became.all()]
    additions = additions_to(found)
    facts = [*found.became.all(), *found.came_from.all(), *facts_of(additions)]
    return page(
        request,
        "system",
        system=found,
        collaboratives=collaboratives_in(systems=found),
        successors=collaboratives_in(systems__in=successors),
        themes=Theme.objects.worked_on(collaborative__systems=found),
        organisations=organisations_in(system=found),
        additions=additions,
        sources=Sources(found, *facts),
    )


def collaboratives_in(**place):
    """The published collaboratives that work in a place, by name."""
    keys = Collaborative.objects.published().filter(**place).values("pk")
    return Shortlist(Collaborative.objects.filter(pk__in=keys).for_tables())


def organisations_in(**place):
    """The published organisations filed under a place, by name."""
    return Shortlist(Organisation.objects.published().filter(**place))


@require_safe
def theme(request, slug):
    """One theme: who works on it, has learning to share, or searches for it."""
    found = get_object_or_404(Theme, slug=slug)
    lists = [(kind, heading, interests_in(found, kind)) for kind, heading in WHO.items()]
    shown = [interest for *_, interests in lists for interest in interests.shown]
    additions = additions_to(found)
    return page(
        request,
        "theme",
        theme=found,
        lists=lists,
        by_collaborative=by_collaborative,
        additions=additions,
        sources=Sources(*shown, *facts_of(additions)),
    )


WHO = {
    Interest.Kind.PRIORITY: "Who has it as a current priority",
    Interest.Kind.SHARE: "Who has learning to share",
    Interest.Kind.SEARCH: "Who is searching for learning",
    Interest.Kind.FUTURE: "Who may work on it in future",
}


def by_collaborative(interests):
    """Lines of the lists under the collaborative whose they are."""
    return groupby(interests, key=lambda interest: interest.collaborative)


def interests_in(theme, kind):
    """Who has this theme in one of the national directory's four lists."""
    interests = Interest.objects.published().filter(themes=theme, kind=kind)
    return Shortlist(
        interests.select_related("collaborative").order_by("collaborative__name", "order", "pk")
    )
