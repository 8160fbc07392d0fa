"""The filter list of findings, and the landscape as files."""

from dataclasses import dataclass
from functools import cached_property

from browse.facets import Option
from browse.listing import Listing, Sort
from browse.selection import Problem, Selection, read_selection

from .exports import FINDINGS, LANDSCAPE
from .filters import FindingFilter
from .landscape import TITLES, landscape
from .models import Finding
from .models.surveys import FindingQuerySet


class FindingList(Listing):
    """Every published finding."""

    name = "insights/findings"
    noun = ("finding", "findings")
    title = "Findings of surveys"
    search_hint = "A subject, answer or survey, such as funding or care backlogs"
    address = "/insights/findings/"
    template = "insights/finding_list.jinja"
    filterset = FindingFilter
    shown_facets = ()
    tables = (FINDINGS,)
    sorts = {
        "survey": Sort("Newest survey first", FindingQuerySet.AS_ASKED),
        "answer": Sort("Answer (A to Z)", ("answer", "pk")),
    }

    def entries(self):
        """Published findings."""
        return Finding.objects.published()

    def results(self, keys):
        """Each finding with its question, its survey and where it is stated."""
        findings = Finding.objects.published().select_related("question__survey")
        return findings.prefetch_related("citations__publication").in_bulk(keys)


class LandscapeFiles:
    """The counts of the landscape as a list that leaves: all of them, or those of some charts."""

    name = "insights/landscape"
    address = "/insights/landscape/"
    template = ""  # its page shows all of it
    tables = (LANDSCAPE,)
    options = {"chart": [Option(slug, title) for slug, title in TITLES.items()]}

    def read(self, parameters, version=None):
        """The charts that an address names."""
        selection = read_selection(parameters, self.options, {})
        if selection.query:
            selection.problems.append(Problem("q", "The landscape can't be searched for words."))
        return FoundCharts(self, selection, version)


@dataclass
class FoundCharts:
    """What was asked of the landscape, as an export takes it."""

    listing: LandscapeFiles
    selection: Selection
    version: int | None

    @cached_property
    def rows(self):
        """The (measure, part) pairs of the chosen charts."""
        chosen = self.selection.chosen.get("chart", TITLES)
        measures = [each for each in landscape(self.version) if each.slug in chosen]
        return [(measure, part) for measure in measures for part in measure.parts]

    def ordered_keys(self):
        """The rows, in the page's order."""
        return iter(self.rows)
