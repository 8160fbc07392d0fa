"""How the rows of exports are read: those of findings in a fixed number of queries."""

from django.utils import timezone

from directory.rows import among, sources_of

from .models import Finding


def finding_rows(keys, site):
    """The rows of these findings, in this order."""
    found = Finding.objects.published().filter(pk__in=among(keys))
    found = found.select_related("question__survey__publication").in_bulk()
    sources = sources_of(Finding, keys)
    for key in keys:
        if key in found:
            yield _finding(found[key], site) | {"sources": sources.get(key, [])}


def _finding(finding, site):
    question, survey = finding.question, finding.question.survey
    report = survey.reported_in
    return {
        "survey": survey.name,
        "survey_slug": survey.slug,
        "kind": survey.get_kind_display(),
        "field_date": survey.field_date,
        "run_by": survey.run_by,
        "publication": report.title if report else "",
        "responses": survey.responses,
        "question": question.text,
        "question_slug": question.slug,
        "answer": finding.answer,
        "group": finding.group,
        "percentage": finding.number,
        "base": finding.base,
        "text": finding.text,
        "note": finding.note,
        "comparable": question.comparable,
        "page": f"{site}{finding.get_absolute_url()}",
    }


def landscape_rows(parts, site):
    """A row for each of these (measure, part) pairs."""
    day = timezone.localdate()
    for measure, part in parts:
        yield {
            "chart": measure.title,
            "chart_slug": measure.slug,
            "part": part.label,
            "number": part.number,
            "total": measure.total,
            "base": measure.base,
            "day": day,
            "note": measure.note,
            "list": f"{site}{part.address}" if part.address else "",
        }
