"""Ways in by place and by subject: regions, systems and themes."""

from itertools import groupby

from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from library.sources import Sources

from ..additions import additions_to, facts_of
from ..models import Collaborative, Interest, Organisation, Region, System, SystemSuccession, Theme
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
    here = [found, *found.absorbed]
    additions = additions_to(found)
    facts = [*found.became.all(), *found.came_from.all(), *facts_of(additions)]
    return page(
        request,
        "system",
        system=found,
        collaboratives=collaboratives_in(systems__in=here),
        successors=collaboratives_in(systems__in=what_it_became(found)),
        themes=Theme.objects.worked_on(collaborative__systems=found),
        organisations=organisations_in(system__in=here),
        additions=additions,
        sources=Sources(found, *facts),
    )


def what_it_became(system):
    """The successors of a closed system, and what these took over whole, as their filter has it."""
    became = Q(came_from__predecessor=system)
    beside = Q(became__share=SystemSuccession.Share.WHOLE) & Q(
        became__successor__came_from__predecessor=system
    )
    return System.objects.filter(became | beside).exclude(pk=system.pk).values("pk")


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
    lists = list(lists_of(found))
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


def lists_of(theme):
    """Who has this theme in each of the national directory's four lists: (kind, heading, lines)."""
    interests = Interest.objects.published().filter(themes=theme)
    counts = dict(interests.order_by().values_list("kind").annotate(Count("pk")))
    lines = interests.select_related("collaborative")
    lines = lines.order_by("collaborative__name", "order", "pk")
    for kind, heading in WHO.items():
        yield kind, heading, Shortlist(lines.filter(kind=kind), count=counts.get(kind, 0))
