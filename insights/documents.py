"""The words findings are found by."""

from browse.documents import Searchable, Words

from .models import Finding, Question, Survey


def of_survey(row):
    return list(Finding.objects.filter(question__survey=row.pk).values_list("pk", flat=True))


def of_question(row):
    return list(Finding.objects.filter(question=row.pk).values_list("pk", flat=True))


class FindingWords(Searchable):
    """Its answer; then question, group, what was found in words, survey and who ran it."""

    listing = "insights/findings"
    model = Finding
    noun = ("survey finding", "survey findings")
    place = 70
    address = "/insights/findings/"
    sources = {
        Finding: lambda row: [row.pk],
        Question: of_question,
        Survey: of_survey,
    }

    def words_of(self, keys):
        """Read everything searched, in one query."""
        for finding in Finding.objects.filter(pk__in=keys).select_related("question__survey"):
            yield Words(finding.pk, [finding.answer], list(_body(finding)))

    def public(self):
        """Those of published surveys, survey by survey."""
        found = Finding.objects.published().select_related("question__survey")
        return found.order_by("question__survey__name", "question__order", "order", "pk")

    def hit(self, row):
        """The answer, its place on the survey's page, the share with its base, and the question."""
        share = f"{row.share} (base: {row.base}). " if row.share else ""
        question = f"{row.question.text} ({row.question.survey.name})"
        return row.answer, row.get_absolute_url(), f"{share}{row.text} {question}".strip()


def _body(finding):
    survey = finding.question.survey
    yield from [finding.question.text, finding.group, finding.text, finding.note, finding.share]
    yield from [survey.name, survey.run_by, survey.get_kind_display()]
