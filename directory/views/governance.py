"""The governance guide: each way of governing, and who uses it."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from library.sources import Sources

from ..models import GovernanceArrangement, GovernanceModel
from .pages import Shortlist, page


@require_safe
def governance(request):
    """Every way of governing, question by question, with how many use it."""
    models = list(GovernanceModel.objects.published().in_guide_order(timezone.localdate()))
    families = [
        (family, question, [model for model in models if model.family == family])
        for family, question in QUESTIONS.items()
    ]
    return page(request, "governance", families=families)


QUESTIONS = {
    GovernanceModel.Family.MODEL: "Who leads? Governance models",
    GovernanceModel.Family.FORUM: "Where are decisions made? Decision forums",
    GovernanceModel.Family.INSTRUMENT: "What binds the members? Legal instruments",
    GovernanceModel.Family.DELEGATION: "Which powers are handed over? Delegation",
}


@require_safe
def governance_model(request, slug):
    """One way of governing: what it is, who uses it, who used it."""
    found = get_object_or_404(GovernanceModel.objects.published(), slug=slug)
    today = timezone.localdate()
    users = (
        GovernanceArrangement.objects.published()
        .filter(governance_model=found)
        .select_related("collaborative")
        .order_by("collaborative__name", "since")
    )
    current, past = Shortlist(users.current(today)), Shortlist(users.ended(today))
    sources = Sources(found, *current.shown, *past.shown)
    return page(
        request, "governance_model", model=found, current=current, past=past, sources=sources
    )
