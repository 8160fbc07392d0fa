"""What the pages of surveys show."""

from collections import defaultdict
from functools import cached_property

from library.models import Publication
from library.sources import Sources

from .charts import Bar, Chart
from .models import Finding, Question

EVERYTHING = 100


class AskedQuestion:
    """A question with what was found: figures, which have a chart, and what was said in words."""

    def __init__(self, question, findings):
        self.question = question
        self.findings = findings
        self.figures = [finding for finding in findings if finding.percentage is not None]
        self.in_words = [finding for finding in findings if finding.percentage is None]

    @cached_property
    def chart(self):
        """The figures as bars of a hundred percent."""
        bars = tuple(Bar(str(found), found.number, found.share) for found in self.figures)
        base = "; ".join(dict.fromkeys(found.base for found in self.figures))
        return Chart(f"chart-{self.question.slug}", self.question.text, base, bars, EVERYTHING)


class SurveyPage:
    """One survey: its questions in order, and where all of it is stated."""

    def __init__(self, survey):
        self.survey = survey
        self.findings = list(
            Finding.objects.published()
            .filter(question__survey=survey)
            .select_related("question__survey")
        )
        self.questions = asked(survey.questions.all(), self.findings)

    @cached_property
    def told_by(self):
        """Resources whose page leads here for what they hold, its own report among them."""
        here = self.survey.get_absolute_url()
        return list(Publication.objects.published().filter(page_here=here).order_by("title"))

    @property
    def contents(self):
        """The headings of the page."""
        asked = [(each.question.anchor, each.question.text) for each in self.questions]
        return [*asked, ("sources", "Sources")]

    @cached_property
    def sources(self):
        """Everything the page cites."""
        return Sources(self.survey, *self.findings)


def asked(questions, findings):
    """Those of these questions that have findings, with them."""
    by_question = defaultdict(list)
    for finding in findings:
        by_question[finding.question_id].append(finding)
    return [AskedQuestion(each, by_question[each.pk]) for each in questions if by_question[each.pk]]


def with_questions(surveys):
    """Published surveys with the questions that have something to tell."""
    told = Finding.objects.published().values("question")
    questions = defaultdict(list)
    for question in Question.objects.published().filter(pk__in=told):
        questions[question.survey_id].append(question)
    return [(survey, questions[survey.pk]) for survey in surveys]
