"""One trust, other provider or supporting body."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from library.sources import Sources

from ..additions import additions_to, facts_of
from ..models import Membership, Organisation
from .pages import page


@require_safe
def organisation(request, slug):
    """One organisation, and every collaborative it is or was in."""
    found = get_object_or_404(Organisation.objects.published().for_profile(), slug=slug)
    memberships = list(
        Membership.objects.published()
        .filter(organisation=found)
        .select_related("collaborative")
        .order_by("collaborative__name", "since")
    )
    today = timezone.localdate()
    additions = additions_to(found)
    facts = [*memberships, *found.aliases.all(), *found.became.all(), *found.came_from.all()]
    sources = Sources(found, *facts, *facts_of(additions))
    return page(
        request,
        "organisation",
        organisation=found,
        current=[m for m in memberships if not m.has_ended(today)],
        past=[m for m in memberships if m.has_ended(today)],
        additions=additions,
        sources=sources,
        filed=filing_date(sources),
    )


def filing_date(sources):
    """The date of the latest dated register that the page cites, or nothing."""
    registers = (s.publication for s in sources.reference if s.publication.kind == "register")
    return max((register.date for register in registers), default="")
