"""The governance guide: each way of governing, and who uses it."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from library.sources import Sources

from .. import guide
from ..additions import additions_to, facts_of
from ..models import GovernanceArrangement, GovernanceModel, GovernancePoint
from .pages import Shortlist, page


@require_safe
def governance(request):
    """Every way of governing, with how many use it; then what there is to know beside them."""
    models = GovernanceModel.objects.published().in_guide_order(timezone.localdate())
    points = list(GovernancePoint.objects.published().select_related("governance_model"))
    return page(
        request,
        "governance",
        families=guide.by_family(list(models)),
        parts=guide.by_part(points),
        sources=Sources(*points),
    )


@require_safe
def governance_model(request, slug):
    """One way of governing: what it is, what to know about it, who uses it, who used it."""
    found = get_object_or_404(GovernanceModel.objects.published(), slug=slug)
    points = list(found.points.published())
    current, past = users_of(found)
    additions = additions_to(found)
    return page(
        request,
        "governance_model",
        model=found,
        subjects=guide.by_subject(points),
        current=current,
        past=past,
        additions=additions,
        sources=Sources(found, *points, *current.shown, *past.shown, *facts_of(additions)),
    )


def users_of(model):
    """The arrangements that use a model today, and those that did, by collaborative."""
    today = timezone.localdate()
    users = (
        GovernanceArrangement.objects.published()
        .filter(governance_model=model)
        .select_related("collaborative")
        .order_by("collaborative__name", "since")
    )
    return Shortlist(users.current(today)), Shortlist(users.ended(today))
