"""How a fact printed in a briefing is looked up among case studies and outcomes."""

import re

from casestudies.models import CaseStudy
from tests.directory.briefings.reading import cites, collaborative

NUMBERS = ("nature", "before", "after", "change", "unit", "direction", "qualifier")


def told_of(printed, kind=None):
    """The one case study of this kind about a collaborative, by its printed name."""
    found = [
        case
        for case in collaborative(printed).case_studies.all()
        if kind is None or case.kind == kind
    ]
    assert len(found) == 1, f"{printed}: {found}"
    return found[0]


def anonymised(pattern):
    """The one anonymised example whose text matches."""
    examples = CaseStudy.objects.filter(kind="anonymised-example")
    found = [case for case in examples if re.search(pattern, everything(case), re.I)]
    assert len(found) == 1, f"{pattern}: {found}"
    return found[0]


def everything(case):
    """All that a case study says, in one text."""
    parts = [case.name, case.summary, *(section.text for section in case.sections.all())]
    parts += [f"{voice.name} {voice.role} {voice.gist}" for voice in case.voices.all()]
    return "\n".join(parts)


def point(case, kind, *patterns):
    """The point under a heading that says all of this."""
    texts = list(case.sections.filter(kind=kind))
    found = [
        section
        for section in texts
        if all(re.search(pattern, section.text, re.I) for pattern in patterns)
    ]
    assert found, f"{patterns} among {[section.text for section in texts]}"
    return found[0]


def states(case, kind, patterns, publication, *headings):
    """Whether such a point is sourced to that place."""
    return cites(point(case, kind, *patterns), publication, *headings)


def figure(case, pattern):
    """The one outcome whose measure matches."""
    found = [row for row in case.outcomes.all() if re.search(pattern, row.measure, re.I)]
    assert len(found) == 1, f"{pattern} among {[row.measure for row in case.outcomes.all()]}"
    return found[0]


def voice(case, name):
    return case.voices.get(name__icontains=name)


def assert_figure(row, publication, heading, **expected):
    """A figure's values as printed, all that is not named being empty."""
    empty = {"before": "", "after": "", "change": "", "qualifier": "", "direction": "none"}
    assert {name: getattr(row, name) for name in NUMBERS} == {**empty, **expected}
    assert cites(row, publication, heading)
