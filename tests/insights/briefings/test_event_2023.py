"""Emily Newton and Zoe Bond on 5 December 2023: surveys, members, barriers, national figures."""

import pytest

from insights.models import Finding, NationalFigure, Question, Survey

from .reading import EVENT, cites, figures, one, says, survey

pytestmark = pytest.mark.django_db

EVOLUTION = "evolution of provider collaboration"
PAST = "Key priorities over the previous 12 months"
NEXT = "Key priorities over the subsequent 12 months"
PARTNERS = "Relationships with ICB and partners"
CHALLENGES = "Key findings: Challenges"
BENEFITS = "Provider collaboratives are realising benefits"
REFLECTIONS = "Analysis and reflections from the survey"
SECTOR_2022 = "State of the Provider Sector survey 2022"
SECTOR_2023 = "State of the Provider Sector survey 2023"
MEMBERS = "members"
NOW = "What are our members telling us now?"
WANT = "what do our members want to see?"
REVIEW = "Review of policy and support for provider collaboratives"
TAKEAWAYS = "Takeaways for Board members"
BARRIERS = "Some of the barriers to provider collaborative development"

# heading, answer, group, percentage
PRINTED = [
    (PAST, "relationship building", "", 86),
    (PAST, "unwarranted variations", "", 74),
    (PAST, "set-up", "", 72),
    (PAST, "care backlogs", "acute-focused", 90),
    (PAST, "care backlogs", "mental health, learning disability and autism", 14),
    (NEXT, "^currently considering", "", 40),
    (NEXT, "too early to say", "", 50),
    (NEXT, "^not considering", "", 10),
    (PARTNERS, "plan and set priorities", "", 68),
    (PARTNERS, "operational pressures", "", 57),
    (PARTNERS, "place-based", "", 68),
    (PARTNERS, "local authorities", "", 58),
    (CHALLENGES, "workforce and resourcing: a significant challenge or somewhat", "", 76),
    (CHALLENGES, "workforce and resourcing: no challenge", "", 8),
    (CHALLENGES, "operational pressures", "", 71),
    (CHALLENGES, "funding", "", 59),
]


@pytest.mark.parametrize(("heading", "answer", "group", "percentage"), PRINTED)
def test_a_percentage_is_as_printed(heading, answer, group, percentage):
    found = one(EVOLUTION, heading, answer, group)
    assert found.percentage == percentage
    assert bool(found.group) == bool(group)
    assert "42 responses" in found.base
    assert cites(found, EVENT)


def test_no_other_percentage_is_given_of_that_survey():
    given = Finding.objects.filter(question__survey=survey(EVOLUTION), percentage__isnull=False)
    assert given.count() == len(PRINTED)


def test_who_asked_whom_and_when():
    asked = survey(EVOLUTION)
    assert (asked.field_date, asked.report_published, asked.responses) == ("2022-11", "2023-03", 42)
    assert "NHS Providers" in asked.run_by
    assert "NHS Confederation" in asked.run_by
    assert "one response for each collaborative" in asked.base_note
    assert asked.publication.slug == EVENT


def test_figures_of_one_question_stand_together():
    together = [
        {one(EVOLUTION, PAST, answer).question for answer in ("relationship", "unwarr", "set-up")},
        {one(EVOLUTION, PAST, "backlogs", kind).question for kind in ("acute", "mental")},
        {one(EVOLUTION, NEXT, answer).question for answer in ("^currently", "early", "^not")},
        {one(EVOLUTION, PARTNERS, answer).question for answer in ("plan", "operational")},
        {one(EVOLUTION, PARTNERS, answer).question for answer in ("place", "local")},
        {row.question for row in figures(EVOLUTION, CHALLENGES)},
    ]
    assert [len(questions) for questions in together] == [1] * 6


@pytest.mark.parametrize(
    ("answer", "printed"), [("no challenge", "one in ten"), ("^funding", "three in five")]
)
def test_words_that_do_not_fit_their_figure_are_noted(answer, printed):
    assert printed in one(EVOLUTION, CHALLENGES, answer).note


@pytest.mark.parametrize(
    ("heading", "patterns"),
    [
        (PAST, ["relationship building", "mental health", "established"]),
        (NEXT, ["clinical pathways", "variations"]),
        (NEXT, ["patients", "good"]),
        (NEXT, ["delegate", "no majority"]),
        (PARTNERS, ["positive"]),
        (PARTNERS, ["primary care networks", "less often", "changing"]),
        (PARTNERS, ["voluntary", "less"]),
        (PARTNERS, ["mature", "how many systems", "kinds"]),
        (BENEFITS, ["out of area", "waiting lists"]),
        (BENEFITS, ["hub", "recruitment", "vacancies"]),
        (BENEFITS, ["waited long", "tests", "operations"]),
        (BENEFITS, ["community services", "choice", "experience"]),
        (BENEFITS, ["orthopaedic", "shortest in the country"]),
        (BENEFITS, ["aseptics", "elective", "diagnostics", "estates", "workforce"]),
        (REFLECTIONS, ["start of their development"]),
        (REFLECTIONS, ["relationships", "can't be hurried"]),
        (REFLECTIONS, ["boards", "maturity and size"]),
        (REFLECTIONS, ["populations they serve"]),
        (REFLECTIONS, ["sectors and maturity differ", "law"]),
        (REFLECTIONS, ["people, resources and leaders"]),
        (REFLECTIONS, ["permissive"]),
        (REFLECTIONS, ["support", "transform care"]),
    ],
)
def test_what_the_survey_found_in_words_is_there(heading, patterns):
    assert says(EVOLUTION, heading, *patterns)


@pytest.mark.parametrize(
    ("name", "answer", "percentage"),
    [
        (SECTOR_2022, "efficiencies and economies of scale", 32),
        (SECTOR_2022, "health outcomes", 30),
        (SECTOR_2023, "^effective or very effective", 53),
        (SECTOR_2023, "^effective$", 48),
        (SECTOR_2023, "^very effective$", 5),
    ],
)
def test_the_provider_sector_surveys_are_as_printed(name, answer, percentage):
    found = one(name, name, answer)
    assert found.percentage == percentage
    assert found.base == "number of responses not stated"
    assert "trust leaders" in survey(name).base_note.lower()


def test_the_whole_of_2023_is_the_sum_of_its_parts():
    parts = [
        one(SECTOR_2023, SECTOR_2023, answer).percentage for answer in ("^effective$", "^very")
    ]
    assert sum(parts) == 53
    assert "48% and 5%" in one(SECTOR_2023, SECTOR_2023, "^effective or").note
    assert says(SECTOR_2023, SECTOR_2023, "no other area", "trust leaders")


def test_the_two_years_asked_different_things_and_say_so():
    years = Question.objects.filter(survey__name__startswith="State of the Provider Sector")
    assert {question.survey.field_date for question in years} == {"2022", "2023"}
    assert all("can't be compared" in question.comparable for question in years)


@pytest.mark.parametrize(
    ("heading", "patterns"),
    [
        (NOW, ["enthusiasm", "energy"]),
        (NOW, ["one way of collaborating does not suit all"]),
        (NOW, ["trust takes time"]),
        (NOW, ["trust boards", "varies"]),
        (NOW, ["integrated care boards", "differ"]),
        (NOW, ["at scale adds", "complicated"]),
        (NOW, ["method of improvement"]),
        (WANT, ["form and function"]),
        (WANT, ["time", "relationships of trust"]),
        (WANT, ["who does what", "system"]),
        (WANT, ["collaborative", "single provider"]),
        (WANT, ["outside the NHS"]),
    ],
)
def test_what_members_said_and_wanted_is_there(heading, patterns):
    assert says(MEMBERS, heading, *patterns)


@pytest.mark.parametrize(
    "patterns",
    [
        ["practice to learn from", "young"],
        ["programme office", "clinicians' time", "executives' time"],
        ["at scale", "place", "neighbourhoods"],
        ["boards and collaboratives", "unsure"],
    ],
)
def test_the_barriers_raised_are_there(patterns):
    assert says("barriers", BARRIERS, *patterns)


def test_the_variation_among_collaboratives_is_there():
    heading = "The current provider collaborative landscape"
    assert says("barriers", heading, "mature", "benefits", "governed", "patients")


@pytest.mark.parametrize(
    ("heading", "patterns"),
    [
        (REVIEW, ["vision", "leaders of providers and systems", "benefits of scale"]),
        (REVIEW, ["guidance is not to be written anew"]),
        (REVIEW, ["directory", "case studies", "website", "second wave", "2024/25"]),
        (REVIEW, ["evidence", "programmes"]),
        (TAKEAWAYS, ["unwarranted variation", "resilience", "workforce", "fragile"]),
        (TAKEAWAYS, ["each system", "mature", "priorities"]),
        (TAKEAWAYS, ["support of several kinds"]),
    ],
)
def test_what_nhs_england_told_boards_is_there(heading, patterns):
    assert says("told boards", heading, *patterns)


def test_people_who_only_spoke_have_no_percentages():
    spoken = Survey.objects.filter(kind=Survey.Kind.ENGAGEMENT)
    assert spoken.count() == 4
    assert not Finding.objects.filter(
        question__survey__in=spoken, percentage__isnull=False
    ).exists()


@pytest.mark.parametrize(
    ("stated", "subject", "as_of"),
    [
        ("over 100", "Provider collaboratives in England", "2023-12-05"),
        ("around 50", "lead provider models", "2023-12-05"),
        ("nine", "innovators scheme", "2023-04"),
    ],
)
def test_the_national_figures_are_as_stated(stated, subject, as_of):
    found = NationalFigure.objects.published().get(stated=stated, subject__contains=subject)
    assert found.as_of == as_of
    assert "NHS England" in found.said_by
    assert cites(found, EVENT)


def test_everything_has_a_source():
    assert not Finding.objects.filter(citations=None).exists()
    assert not Survey.objects.filter(citations=None).exists()
    assert not NationalFigure.objects.filter(citations=None).exists()
