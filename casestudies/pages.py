"""Everything a case study's own page shows, read in a fixed number of queries."""

from functools import cached_property
from itertools import chain

from django.db.models import Prefetch

from directory.models import Collaborative, GovernanceModel, Organisation
from library.sources import Sources

from .models import CaseStudy, Outcome, Section
from .related import related_to


def cases_for_pages():
    """Published case studies with all that stands at the head of their pages; drafts stay out."""
    return (
        CaseStudy.objects.published()
        .with_length()
        .prefetch_related(
            Prefetch("collaboratives", Collaborative.objects.published()),
            Prefetch("organisations", Organisation.objects.published()),
            Prefetch("governance_models", GovernanceModel.objects.published()),
            "themes",
            "sectors",
        )
    )


class CaseStudyPage:
    """One case study as its page shows it."""

    def __init__(self, case):
        self.case = case
        self.points = list(case.sections.all())
        self.voices = list(case.voices.select_related("organisation"))
        outcomes = Outcome.objects.published().results_first().filter(case_study=case)
        self.outcomes = list(outcomes.select_related("collaborative"))
        for outcome in self.outcomes:
            outcome.case_study = case

    @property
    def collaboratives(self):
        """Whose it is; nobody's where the source withholds it."""
        return [] if self.case.anonymised else self.case.collaboratives.all()

    @property
    def organisations(self):
        """Who took part; nobody where the source withholds it."""
        return [] if self.case.anonymised else self.case.organisations.all()

    @property
    def sections(self):
        """Each heading that has points, in the field's order, with its points."""
        for kind in Section.Kind:
            if points := [point for point in self.points if point.kind == kind]:
                yield kind, points

    @cached_property
    def sources(self):
        """Where every fact of the page is stated."""
        return Sources(self.case, *chain(self.points, self.voices, self.outcomes))

    @cached_property
    def related(self):
        """Other case studies, each with what it has in common with this one."""
        return related_to(self.case)

    @property
    def contents(self):
        """The (anchor, heading) of what the page has."""
        kinds = {point.kind for point in self.points}
        headings = {kind.value: kind.label for kind in Section.Kind if kind in kinds}
        headings |= {"voices": "Voices"} if self.voices else {}
        headings |= {"figures": "Outcomes in numbers"} if self.outcomes else {}
        headings |= {"related": "Related case studies"} if self.related else {}
        return [*headings.items(), ("sources", "Sources")]
