"""The directory's pages: each chooses its data and its template, and no more."""

from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from .models import (
    Collaborative,
    GovernanceModel,
    Organisation,
    Region,
    System,
    Theme,
)


def page(request, template, **context):
    """A page of the directory, made from this template."""
    return TemplateResponse(request, f"directory/{template}.jinja", context)


@require_safe
def collaborative(request, slug):
    """Everything known about one collaborative, with its sources."""
    entries = Collaborative.objects.published().for_profile()
    found = get_object_or_404(entries, slug=slug)
    return page(request, "collaborative", collaborative=found, today=timezone.localdate())


@require_safe
def organisation(request, slug):
    """One organisation, and every collaborative it is or was in."""
    found = get_object_or_404(Organisation.objects.published().for_profile(), slug=slug)
    return page(request, "organisation", organisation=found, today=timezone.localdate())


@require_safe
def region(request, slug):
    """One region: its systems and what goes on there."""
    return page(request, "region", region=get_object_or_404(Region, slug=slug))


@require_safe
def system(request, slug):
    """One system, what it came from and became, and what goes on there."""
    found = get_object_or_404(System.objects.with_successions(), slug=slug)
    return page(request, "system", system=found)


@require_safe
def theme(request, slug):
    """One theme: who works on it, has learning to share, or searches for it."""
    return page(request, "theme", theme=get_object_or_404(Theme, slug=slug))


@require_safe
def governance(request):
    """Every way of governing, question by question, with who uses it."""
    return page(request, "governance", models=GovernanceModel.objects.published())


@require_safe
def governance_model(request, slug):
    """One way of governing: what it is, who uses it, who used it."""
    found = get_object_or_404(GovernanceModel.objects.published(), slug=slug)
    return page(request, "governance_model", model=found)


@require_safe
def innovators(request):
    """The nine collaboratives of the innovators scheme."""
    return page(request, "innovators", collaboratives=Collaborative.objects.published())
