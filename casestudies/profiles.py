"""What the directory's pages show of case studies and outcomes.

An anonymised example stands on none of them: beside the few who share its theme or its way of
governing it would be easy to guess. The filter lists, which name nobody beside it, hold it.
"""

from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from directory.additions import Addition, register
from directory.models import Collaborative, GovernanceModel, Organisation, Region, System, Theme

from .models import CaseStudy, Outcome

MOST = 50  # on a page: the filter lists hold them all


@register(Collaborative)
def of_collaborative(collaborative):
    """Its outcomes and its case studies."""
    chosen = {"collaborative": collaborative.slug}
    yield figures(Outcome.objects.filter(collaborative=collaborative), **chosen)
    yield cases(named().filter(collaboratives=collaborative), **chosen)


@register(Theme)
def of_theme(theme):
    """What was achieved and told on this subject."""
    whose = Outcome.objects.exclude(case_study__anonymised=True)
    yield figures(whose.filter(themes=theme), theme=theme.slug)
    yield cases(named().filter(themes=theme), theme=theme.slug)


@register(Region)
def of_region(region):
    """The case studies of its collaboratives."""
    yield cases(named().filter(told_of(collaboratives__regions=region)))


@register(System)
def of_system(system):
    """The case studies of its collaboratives, those of systems it took over included.

    The filter of a closed system finds what is now in its successors too: it leads to none.
    """
    here = told_of(collaboratives__systems__in=[system, *system.absorbed])
    closed = system.has_closed(timezone.localdate())
    yield cases(named().filter(here), **({} if closed else {"system": system.slug}))


@register(Organisation)
def of_organisation(organisation):
    """The case studies that it takes part in, or that somebody of it speaks in."""
    part = Q(organisations=organisation) | Q(voices__organisation=organisation)
    yield cases(named().filter(part))


@register(GovernanceModel)
def of_governance_model(model):
    """The case studies of those who govern so."""
    yield cases(named().filter(governance_models=model), governance=model.slug)


def named():
    """Case studies whose sources say whose they are."""
    return CaseStudy.objects.filter(anonymised=False)


def told_of(**place):
    """The condition that a published collaborative of a case study works in a place."""
    return Q(collaboratives__status=CaseStudy.Status.PUBLISHED, **place)


def cases(rows, **chosen):
    """The published ones of these case studies, by name."""
    rows = rows.published().distinct().order_by("name")
    return addition("case-studies", "Case studies", "cases", rows, chosen)


def figures(rows, **chosen):
    """The published ones of these outcomes, results first."""
    rows = rows.published().results_first().select_related("case_study")
    return addition("outcomes", "Outcomes", "outcomes", rows, chosen)


def addition(name, heading, template, rows, chosen):
    """The first of these rows as a section, under the name of the list that holds them all."""
    rows = list(rows[: MOST + 1])
    template = f"casestudies/on_profile/{template}.jinja"
    is_cut = len(rows) > MOST
    return Addition(name, heading, template, rows[:MOST], address(name, chosen), is_cut)


def address(name, chosen):
    """The filter list that holds the same; none where it has no such filter."""
    return f"{reverse(name)}?{urlencode(chosen)}" if chosen else ""
