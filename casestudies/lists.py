"""The filter lists of case studies and of outcomes."""

from browse.listing import Listing, Sort

from .exports import CASE_STUDIES, OUTCOMES, SECTIONS
from .filters import CaseStudyFilter, OutcomeFilter
from .models import CaseStudy, Outcome
from .models.cases import CaseStudyQuerySet
from .models.outcomes import OutcomeQuerySet


class CaseStudyList(Listing):
    """Every published case study."""

    name = "case-studies"
    noun = ("case study", "case studies")
    title = "Case studies"
    search_hint = "A subject, a person or a collaborative, such as portability or NENC"
    address = "/case-studies/"
    template = "casestudies/case_study_list.jinja"
    filterset = CaseStudyFilter
    shown_facets = ("collaborative", "theme", "sector")
    tables = (CASE_STUDIES, SECTIONS)
    sorts = {
        "name": Sort("Name (A to Z)", ("name", "pk")),
        "-name": Sort("Name (Z to A)", ("-name", "-pk")),
        "-length": Sort(
            "Longest read first", ("-characters", "name", "pk"), CaseStudyQuerySet.with_length
        ),
        "-updated": Sort("Most recently updated first", ("-updated", "name", "pk")),
    }

    def entries(self):
        """Published case studies."""
        return CaseStudy.objects.published()

    def results(self, keys):
        """Each case study with its length."""
        return CaseStudy.objects.published().with_length().in_bulk(keys)


class OutcomeList(Listing):
    """Every published outcome, baseline and size."""

    name = "outcomes"
    noun = ("outcome", "outcomes")
    title = "Outcomes"
    search_hint = "What was measured, where, or by whom, such as placements or beds"
    address = "/outcomes/"
    template = "casestudies/outcome_list.jinja"
    filterset = OutcomeFilter
    shown_facets = ("theme",)
    tables = (OUTCOMES,)
    sorts = {
        "nature": Sort(
            "Results first, sizes last",
            ("rank", "measure", "pk"),
            OutcomeQuerySet.results_first,
        ),
        "measure": Sort("Measure (A to Z)", ("measure", "pk")),
        "-measure": Sort("Measure (Z to A)", ("-measure", "-pk")),
        "study": Sort("By case study", ("case_study__name", "measure", "pk")),
    }

    def entries(self):
        """Published outcomes."""
        return Outcome.objects.published()

    def results(self, keys):
        """Each outcome with whose it is and where it is stated."""
        outcomes = Outcome.objects.published().select_related("case_study", "collaborative")
        return outcomes.prefetch_related("citations__publication").in_bulk(keys)
