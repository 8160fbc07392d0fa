"""How a figure or a view printed in a briefing is looked up among the findings."""

import re

from insights.models import Finding, Survey
from tests.directory.briefings.reading import EVENT, LEADERSHIP, cites

__all__ = ["EVENT", "LEADERSHIP", "cites", "figures", "one", "says", "survey"]


def survey(pattern):
    """The one survey whose name matches."""
    found = [each for each in Survey.objects.published() if re.search(pattern, each.name, re.I)]
    assert len(found) == 1, f"{pattern} among {found}"
    return found[0]


def findings(name, heading):
    """What is published of a survey and sourced to this heading."""
    rows = Finding.objects.published().filter(question__survey=survey(name))
    return [row for row in rows if any(heading in str(place) for place in row.citations.all())]


def figures(name, heading):
    """The percentages sourced to this heading."""
    return [row for row in findings(name, heading) if row.percentage is not None]


def one(name, heading, answer, group=""):
    """The one percentage of this answer."""
    rows = [row for row in figures(name, heading) if re.search(answer, row.answer, re.I)]
    rows = [row for row in rows if re.search(group, row.group, re.I)]
    assert len(rows) == 1, f"{answer} of {group or 'all'}: {rows}"
    return rows[0]


def says(name, heading, *patterns):
    """Whether one finding in words, sourced to this heading, holds all these words."""
    rows = [row for row in findings(name, heading) if row.percentage is None]
    words = (f"{row.answer}. {row.group}. {row.text}" for row in rows)
    return any(all(re.search(p, text, re.I) for p in patterns) for text in words)
