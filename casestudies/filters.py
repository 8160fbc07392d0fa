"""What a reader can filter case studies and outcomes by."""

from django.db.models import Q

from browse.facets import Facet, FacetedFilterSet, Option
from directory.filters import governance_options, sector_options, system_options, theme_options
from directory.models import Collaborative, GovernanceModel, Organisation

from .models import CaseStudy, Outcome, Section

PUBLISHED = CaseStudy.Status.PUBLISHED


def collaborative_options():
    """The published collaboratives with a case study or a figure, by slug or short name."""
    told_of = Q(case_studies__status=PUBLISHED, case_studies__anonymised=False)
    measured = Q(outcomes__in=Outcome.objects.published().order_by())
    rows = Collaborative.objects.published().filter(told_of | measured).order_by("name")
    rows = rows.values_list("slug", "name", "short_name").distinct()
    return [Option(slug, name, tuple(filter(None, [short]))) for slug, name, short in rows]


def organisation_options():
    """The organisations that take part in a published case study, by slug or code."""
    rows = Organisation.objects.published().filter(case_studies__status=PUBLISHED)
    rows = rows.order_by("name").values_list("slug", "name", "ods_code").distinct()
    return [Option(slug, name, tuple(filter(None, [code]))) for slug, name, code in rows]


def section_options():
    """The headings, in the field's order."""
    return [Option(value, label) for value, label in Section.Kind.choices]


def kind_options():
    """The kinds of case study."""
    return [Option(value, label) for value, label in CaseStudy.Kind.choices]


def published_collaborative():
    """The condition that the collaborative counts: published, and not withheld by the source."""
    return Q(anonymised=False, collaboratives__status=PUBLISHED)


def published_organisation():
    """The same of an organisation."""
    return Q(anonymised=False, organisations__status=PUBLISHED)


def published_governance():
    """The condition that the governance model is published."""
    return Q(governance_models__status=GovernanceModel.Status.PUBLISHED)


class CaseStudyFilter(FacetedFilterSet):
    """The facets of the list of case studies."""

    theme = Facet("Theme", "themes__slug", theme_options)
    sector = Facet("Sector", "sectors__slug", sector_options)
    system = Facet(
        "System", "collaboratives__systems__slug", system_options, published_collaborative
    )
    collaborative = Facet(
        "Collaborative", "collaboratives__slug", collaborative_options, published_collaborative
    )
    organisation = Facet(
        "Organisation", "organisations__slug", organisation_options, published_organisation
    )
    governance = Facet(
        "Governance", "governance_models__slug", governance_options, published_governance
    )
    section = Facet("Section", "sections__kind", section_options)
    kind = Facet("Kind", "kind", kind_options)

    class Meta:
        model = CaseStudy
        fields: list = []


def nature_options():
    """A result, where a problem stood, or how large something is."""
    return [Option(value, label) for value, label in Outcome.Nature.choices]


def direction_options():
    """Which way a result went."""
    return [Option(value, label) for value, label in Outcome.Direction.choices]


def unit_options():
    """What the published figures count."""
    units = Outcome.objects.published().order_by("unit").values_list("unit", flat=True)
    return [Option(unit, unit) for unit in units.distinct()]


def case_study_options():
    """The published case studies that have figures."""
    rows = CaseStudy.objects.published().filter(outcomes__isnull=False)
    return [Option(*row) for row in rows.order_by("name").values_list("slug", "name").distinct()]


class OutcomeFilter(FacetedFilterSet):
    """The facets of the list of outcomes."""

    nature = Facet("Nature", "nature", nature_options)
    direction = Facet("Direction", "direction", direction_options)
    theme = Facet("Theme", "themes__slug", theme_options)
    system = Facet("System", "collaborative__systems__slug", system_options)
    collaborative = Facet("Collaborative", "collaborative__slug", collaborative_options)
    study = Facet("Case study", "case_study__slug", case_study_options)
    unit = Facet("Unit", "unit", unit_options)

    class Meta:
        model = Outcome
        fields: list = []
