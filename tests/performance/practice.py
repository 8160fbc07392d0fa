"""What synthetic collaboratives did and found: case studies, outcomes, a survey, the guide."""

from django.utils.text import slugify

from casestudies.models import CaseStudy, Outcome, Section
from directory.models import Collaborative, GovernanceModel, GovernancePoint, Theme
from insights.models import Finding, Question, Survey
from library.models import Citation, Publication

from . import vocabulary as words

ONE_IN = 100  # collaboratives that are told of, so many at the least
AT_LEAST = 24
DRAFTS = 10  # one in so many case studies is a draft
OUTCOMES = 3
POINTS = 60
QUESTIONS, ANSWERS = 20, 5


def fill():
    """Tell of some of the collaboratives that there are, and of what people answered."""
    count = Collaborative.objects.count()
    told = list(Collaborative.objects.published().order_by("pk")[: max(AT_LEAST, count // ONE_IN)])
    make_case_studies(told)
    make_guide()
    make_survey()


def cite(model):
    """Give each row of this model one of the headings."""
    headings = list(Citation.objects.order_by("pk").values_list("pk", flat=True))
    link(model, "citations", headings)


def link(model, relation, targets):
    """Link each row of this model to one of the targets, in turn."""
    through = getattr(model, relation).through
    field = model._meta.get_field(relation)
    ours, theirs = field.m2m_field_name() + "_id", field.m2m_reverse_field_name() + "_id"
    through.objects.bulk_create(
        through(**{ours: key, theirs: targets[place % len(targets)]})
        for place, key in enumerate(model.objects.order_by("pk").values_list("pk", flat=True))
    )


def make_case_studies(told):
    """One for each of these collaboratives, with every heading and a few figures."""
    cases = CaseStudy.objects.bulk_create(
        CaseStudy(
            name=f"How {entry.name} shares {words.LINES[n % len(words.LINES)]}",
            slug=f"how-{entry.slug}",
            summary=f"What came of {words.LINES[n * 7 % len(words.LINES)]} between members.",
            status="draft" if n % DRAFTS == DRAFTS - 1 else "published",
        )
        for n, entry in enumerate(told)
    )
    pairs = list(zip(cases, told, strict=True))
    CaseStudy.collaboratives.through.objects.bulk_create(
        CaseStudy.collaboratives.through(casestudy=case, collaborative=entry)
        for case, entry in pairs
    )
    link(CaseStudy, "themes", list(Theme.objects.values_list("pk", flat=True)))
    Section.objects.bulk_create(section(case, n, k) for n, case in enumerate(cases) for k in KINDS)
    Outcome.objects.bulk_create(outcome(*pair, n) for pair in pairs for n in range(OUTCOMES))
    for model in (CaseStudy, Section, Outcome):
        cite(model)


KINDS = Section.Kind.values


def section(case, number, kind):
    line = words.LINES[(number * len(KINDS) + KINDS.index(kind)) % len(words.LINES)]
    return Section(case_study=case, kind=kind, text=f"The members agreed on {line}, and began.")


def outcome(case, entry, number):
    return Outcome(
        slug=f"{case.slug}-{number}",
        case_study=case,
        collaborative=entry,
        measure=f"Days to wait for {words.TOPICS[case.pk % len(words.TOPICS)]}",
        before=str(90 + number),
        after=str(30 + number),
        unit="days",
        direction="down",
        nature="result",
        reported_by="Its office",
    )


def make_guide():
    """Points of every subject, each third one about a model."""
    models, kinds = list(GovernanceModel.objects.all()), GovernancePoint.Kind.values
    GovernancePoint.objects.bulk_create(
        GovernancePoint(
            name=f"Agree on {words.LINES[n * 7]}",
            slug=slugify(f"agree on {words.LINES[n * 7]}"),
            kind=kinds[n % len(kinds)],
            text=f"Write down who decides about {words.LINES[n * 7]}, and when.",
            governance_model=models[n % len(models)] if n % 3 == 0 else None,
            status="published",
        )
        for n in range(POINTS)
    )
    cite(GovernancePoint)


def make_survey():
    """One survey with its questions and answers."""
    survey = Survey.objects.create(
        name="What members say",
        slug="what-members-say",
        status="published",
        publication=Publication.objects.first(),
        run_by="Example Press",
        responses=42,
        base_note="One answer from each collaborative.",
    )
    questions = Question.objects.bulk_create(
        Question(survey=survey, slug=f"question-{n}", text=f"What of {words.TOPICS[n]}?", order=n)
        for n in range(QUESTIONS)
    )
    Finding.objects.bulk_create(
        Finding(question=question, answer=f"Answer {n}", percentage=10 * n + 5, order=n)
        for question in questions
        for n in range(ANSWERS)
    )
    cite(Survey)
    cite(Finding)
