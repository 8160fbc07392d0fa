"""The words case studies and outcomes are found by."""

from browse.documents import Searchable, Words
from directory.models import Collaborative, GovernanceModel, Organisation, Theme

from .models import CaseStudy, Outcome, Section, Voice


def of_itself(row):
    return [row.pk]


def of_its_case(row):
    return [row.case_study_id]


def rows_with(model, path):
    """From a row to the keys of the model's rows that it is part of, by this lookup path."""

    def touched(row):
        return list(model.objects.filter(**{path: row.pk}).values_list("pk", flat=True).distinct())

    return touched


class CaseStudyWords(Searchable):
    """Its name; then summary, sections, voices, whose it is, themes and governance."""

    listing = "case-studies"
    model = CaseStudy
    noun = ("case study", "case studies")
    place = 30
    address = "/case-studies/"
    sources = {
        CaseStudy: of_itself,
        Section: of_its_case,
        Voice: of_its_case,
        Collaborative: rows_with(CaseStudy, "collaboratives"),
        Organisation: lambda row: {*cases_of_member(row), *cases_of_speaker(row)},
        GovernanceModel: rows_with(CaseStudy, "governance_models"),
        Theme: rows_with(CaseStudy, "themes"),
    }

    def relations(self):
        """A case study is found by whose it is and what it is about."""
        lists = (
            CaseStudy.collaboratives,
            CaseStudy.organisations,
            CaseStudy.governance_models,
            CaseStudy.themes,
        )
        return tuple(each.through for each in lists)

    def words_of(self, keys):
        """Read everything searched, in a fixed number of queries."""
        found = CaseStudy.objects.filter(pk__in=keys).prefetch_related(
            "sections",
            "voices__organisation",
            "collaboratives",
            "organisations",
            "governance_models",
            "themes",
        )
        for case in found:
            yield Words(case.pk, [case.name], list(_body(case)))


cases_of_member = rows_with(CaseStudy, "organisations")
cases_of_speaker = rows_with(CaseStudy, "voices__organisation")


def _body(case):
    yield from [case.summary, case.get_kind_display()]
    for section in case.sections.all():
        yield section.text
    for voice in case.voices.all():
        yield from [voice.name, voice.role, voice.gist]
        yield from _names([voice.organisation] if voice.organisation else [])
    yield from _names(case.collaboratives.all())
    yield from _names(case.organisations.all())
    yield from (model.name for model in case.governance_models.all() if model.is_published)
    yield from (theme.name for theme in case.themes.all())


def _names(entries):
    for entry in entries:
        if entry.is_published:
            yield from [entry.name, entry.short_name]


class OutcomeWords(Searchable):
    """What was measured; then the figures, when, who said so, whose it is, and its themes."""

    listing = "outcomes"
    model = Outcome
    noun = ("outcome", "outcomes")
    place = 40
    address = "/outcomes/"
    sources = {
        Outcome: of_itself,
        CaseStudy: rows_with(Outcome, "case_study"),
        Collaborative: rows_with(Outcome, "collaborative"),
        Theme: rows_with(Outcome, "themes"),
    }

    def relations(self):
        """An outcome is found by its themes."""
        return (Outcome.themes.through,)

    def words_of(self, keys):
        """Read everything searched, in a fixed number of queries."""
        found = Outcome.objects.filter(pk__in=keys)
        found = found.select_related("case_study", "collaborative").prefetch_related("themes")
        for outcome in found:
            yield Words(outcome.pk, [outcome.measure], list(_outcome_body(outcome)))

    def public(self):
        """The published ones, by what was measured."""
        found = self.model.objects.published().order_by("measure", "pk")
        return found.select_related("case_study", "collaborative")

    def hit(self, row):
        """What was measured, where it stands, and the figures."""
        return row.measure, row.get_absolute_url(), f"{row.figure}. {row.reported_by}"


def _outcome_body(outcome):
    yield from [outcome.figure, outcome.period, outcome.reported_by]
    yield outcome.get_nature_display()
    yield from _names([outcome.collaborative] if outcome.collaborative else [])
    if outcome.case_study:
        yield outcome.case_study.name
    yield from (theme.name for theme in outcome.themes.all())
