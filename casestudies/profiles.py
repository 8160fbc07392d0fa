"""What the directory's pages show of case studies and outcomes.

An anonymised example stands under its themes and its way of governing, and under nobody's name.
"""

from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse

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
    yield figures(Outcome.objects.filter(themes=theme), theme=theme.slug)
    yield cases(CaseStudy.objects.filter(themes=theme), theme=theme.slug)


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
    yield cases(named().filter(here), **({} if system.closed else {"system": system.slug}))


@register(Organisation)
def of_organisation(organisation):
    """The case studies that it takes part in, or that somebody of it speaks in."""
    part = Q(organisations=organisation) | Q(voices__organisation=organisation)
    yield cases(named().filter(part))


@register(GovernanceModel)
def of_governance_model(model):
    """The case studies of those who govern so."""
    yield cases(CaseStudy.objects.filter(governance_models=model), governance=model.slug)


def named():
    """Case studies whose sources say whose they are."""
    return CaseStudy.objects.filter(anonymised=False)


def told_of(**place):
    """The condition that a published collaborative of a case study works in a place."""
    return Q(collaboratives__status=CaseStudy.Status.PUBLISHED, **place)


def cases(rows, **chosen):
    """The published ones of these case studies, by name."""
    template = "casestudies/on_profile/cases.jinja"
    rows = rows.published().distinct().order_by("name")
    where = address("case-studies", chosen)
    return Addition("case-studies", "Case studies", template, list(rows[:MOST]), where)


def figures(rows, **chosen):
    """The published ones of these outcomes, results first."""
    template = "casestudies/on_profile/outcomes.jinja"
    rows = rows.published().results_first().select_related("case_study")
    where = address("outcomes", chosen)
    return Addition("outcomes", "Outcomes", template, list(rows[:MOST]), where)


def address(name, chosen):
    """The filter list that holds the same; none where it has no such filter."""
    return f"{reverse(name)}?{urlencode(chosen)}" if chosen else ""
