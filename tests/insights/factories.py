"""Rows of surveys for tests, made as the directory's are."""

from insights.models import Finding, NationalFigure, Question, Survey
from tests.directory.factories import entry, fact, make, publication

WORKING = "Do you work well together?"


def one_of_everything():
    """A survey with a figure and a view, and a national figure."""
    asked = question()
    finding(asked)
    finding(asked, "In their words", percentage=None, text="It takes time.")
    national_figure()


def survey(name="Survey of leaders", *, published=True, **fields):
    given = {"run_by": "A national body", "base_note": "Leaders of collaboratives.", **fields}
    given.setdefault("publication", publication())
    return entry(Survey, name, published, **given)


def question(of=None, text=WORKING, **fields):
    given = {"slug": "working-together", "text": text, **fields}
    return make(Question, survey=of or survey(), **given)


def finding(of, answer="Yes", percentage=60, **fields):
    return fact(Finding, question=of, answer=answer, percentage=percentage, **fields)


def national_figure(subject="Collaboratives", stated="over 100", **fields):
    given = {"slug": "collaboratives-over-100", "said_by": "A national body", **fields}
    return fact(NationalFigure, subject=subject, stated=stated, **given)
