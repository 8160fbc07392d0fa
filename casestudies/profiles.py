"""What a collaborative's own page in the directory shows of its case studies and outcomes."""

from directory.additions import Addition, register

from .models import CaseStudy, Outcome


@register
def told_of(collaborative):
    """Its outcomes and its case studies: a query each."""
    outcomes = Outcome.objects.published().results_first().filter(collaborative=collaborative)
    cases = CaseStudy.objects.published().filter(collaboratives=collaborative, anonymised=False)
    yield Addition(
        "outcomes",
        "Outcomes",
        "casestudies/on_profile/outcomes.jinja",
        list(outcomes.select_related("case_study")),
    )
    yield Addition(
        "case-studies", "Case studies", "casestudies/on_profile/cases.jinja", list(cases)
    )
