"""The event of December 2023: examples without names, West Yorkshire, and Nottingham."""

import re

import pytest

from casestudies.models import CaseStudy
from tests.directory.briefings.reading import (
    EVENT,
    NOTTINGHAM,
    WEST_YORKSHIRE,
    WEST_YORKSHIRE_CHILDREN,
    cites,
    loaded_briefings,
    organisation,
)

from .reading import anonymised, assert_figure, everything, figure, point, states, told_of, voice

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def directory(django_db_setup, django_db_blocker):
    """The directory as the briefings fill it."""
    with loaded_briefings(django_db_blocker):
        yield


# The event of December 2023: examples without names

EXAMPLES = "Examples of provider collaboratives delivering impact"


def test_three_examples_name_nobody():
    examples = CaseStudy.objects.filter(anonymised=True)
    assert examples.count() == 3
    for case in examples:
        assert not case.names_somebody()
        assert not case.voices.exists()
        assert not re.search(r"Black Country|Essex|London|Provide\b|South West", everything(case))


@pytest.mark.parametrize(
    ("example", "measure", "expected"),
    [
        ("11 clinical networks", "acute trusts", {"after": "4", "unit": "trusts"}),
        ("11 clinical networks", "networks", {"after": "11", "unit": "clinical networks"}),
        ("joint venture", "trusts", {"after": "2", "unit": "trusts"}),
        ("joint venture", "companies", {"after": "1", "unit": "organisations"}),
        ("5 million", "population", {"after": "5 million", "unit": "people"}),
        ("5 million", "integrated care systems", {"after": "6", "unit": "systems"}),
        ("5 million", "NHS organisations", {"after": "5", "unit": "organisations"}),
        ("5 million", "independent", {"after": "2", "unit": "organisations"}),
        ("5 million", "companies", {"after": "1", "unit": "organisations"}),
    ],
)
def test_how_large_the_examples_are(example, measure, expected):
    assert_figure(figure(anonymised(example), measure), EVENT, EXAMPLES, nature="size", **expected)


def test_120_beds_on_virtual_wards_were_created():
    row = figure(anonymised("joint venture"), "virtual ward beds")
    expected = {"nature": "result", "after": "120", "unit": "virtual ward beds"}
    assert_figure(row, EVENT, EXAMPLES, **expected, direction="up")


@pytest.mark.parametrize("weeks", ["104", "78"])
def test_long_waits_are_being_eliminated_and_no_number_is_made_up(weeks):
    row = figure(anonymised("11 clinical networks"), weeks)
    assert (row.nature, row.direction, row.before, row.after) == ("result", "down", "", "")
    assert "strong performance" in row.qualifier
    assert cites(row, EVENT, EXAMPLES)


# The event: West Yorkshire


@pytest.mark.parametrize(
    ("kind", "patterns", "heading"),
    [
        ("purpose", ["fewer", "restrict"], "Aims and ambitions"),
        ("purpose", ["home", "shortest"], "Aims and ambitions"),
        ("purpose", ["savings|efficienc", "community"], "Aims and ambitions"),
        ("approach", ["dynamic support", "standard operating"], "Where we are"),
        ("approach", ["apart", "quality", "families"], "Commissioning Hub"),
        ("challenges", ["capacity", "not sure"], "Consistency and clarity"),
        ("challenges", ["local commissioning", "scrutini"], "Role of the Commissioning Hub"),
        ("enablers", ["six months"], "Supporting milestones"),
        ("enablers", ["trainee"], "Supporting milestones"),
        ("outcomes", ["admissions", "down"], "Where we are"),
        ("outcomes", ["from home"], "Where we are"),
        ("outcomes", ["less time in hospital"], "Where we are"),
        ("lessons", ["one page", "ward to board"], "Consistency and clarity"),
        ("lessons", ["sparks|flash", "disputes"], "The softer, less tangible"),
        ("lessons", ["map", "gaps"], "Understanding warranted"),
        ("lessons", ["deficits", "unfair"], "Finance and Contract Meetings"),
        ("lessons", ["fund", "savings"], "Investment Fund"),
        ("lessons", ["service development group"], "Governance Structures"),
        ("lessons", ["memorandum", "delegation"], "Supporting milestones"),
        ("lessons", ["patient safety"], "Quality Surveillance"),
        ("next-steps", ["infographic"], "Role of the Commissioning Hub"),
        ("next-steps", ["business as usual"], "Where we are going"),
        ("next-steps", ["health intelligence"], "How we will get there"),
    ],
)
def test_west_yorkshire(kind, patterns, heading):
    assert states(told_of(WEST_YORKSHIRE_CHILDREN, "case-study"), kind, patterns, EVENT, heading)


def test_it_is_the_wider_collaboratives_too():
    case = told_of(WEST_YORKSHIRE)
    assert case == told_of(WEST_YORKSHIRE_CHILDREN, "case-study")
    assert voice(case, "Sarah Sams").role.startswith("Head of commissioning")


def test_the_case_review_keeps_to_what_the_lesson_needs():
    case = told_of(WEST_YORKSHIRE_CHILDREN, "case-review")
    text = everything(case)
    assert "Poppy" in text
    assert "pseudonym" in text
    too_much = r"\b15\b|Leeds|Calderdale|Newcastle|Oxford|catatonia|ECT\b|plasmapheresis|2022"
    assert not re.search(too_much, text)
    for kind, patterns, heading in [
        ("purpose", ["where she was", "transfers"], "Principles"),
        ("approach", ["hub", "paediatric", "specialists"], "A Case Review"),
        ("approach", ["virtual", "parents"], "Outcomes"),
        ("outcomes", ["without moving"], "A Case Review"),
        ("lessons", ["simple", "law"], "Lessons we learned"),
        ("next-steps", ["hub and spoke", "one chair"], "Translating learning to action"),
    ]:
        assert states(case, kind, patterns, EVENT, heading)


# The event: Nottingham and Nottinghamshire


@pytest.mark.parametrize(
    ("kind", "patterns", "heading"),
    [
        ("context", ["five", "organisation"], "What are we?"),
        ("context", ["competition", "merger"], "Our Context"),
        ("context", ["individuals"], "Our Context"),
        ("context", ["three of the five", "2022"], "Our Context"),
        ("purpose", ["patients", "colleagues", "communities"], "Our Mission Statement"),
        ("approach", ["distributed", "lead", "shared", "memorandum"], "Governance"),
        ("approach", ["three levels", "delegation"], "Governance"),
        ("approach", ["East Midlands Alliance", "acute"], "Governance"),
        ("approach", ["talent", "passporting", "bank", "people services"], "Priorities"),
        ("approach", ["primary care", "Joint Forward Plan", "prospectus"], "Priorities"),
        ("challenges", ["urgent care", "leave it"], "Priorities"),
        ("enablers", ["form follows function"], "Governance"),
        ("lessons", ["boards", "non-executive"], "Challenges and Reflections"),
        ("lessons", ["capacity"], "Challenges and Reflections"),
        ("lessons", ["not done together"], "Challenges and Reflections"),
        ("next-steps", ["prospectus", "identity"], "Next Steps"),
    ],
)
def test_nottingham(kind, patterns, heading):
    assert states(told_of(NOTTINGHAM), kind, patterns, EVENT, heading)


def test_three_of_five_new_chief_executives_are_a_baseline_and_no_success():
    row = figure(told_of(NOTTINGHAM), "new in post")
    expected = {"nature": "baseline", "before": "3 of 5", "unit": "chief executives"}
    assert_figure(row, EVENT, "Our Context", **expected)
    assert row.period == "2022"


def test_nottinghams_two_speakers():
    case = told_of(NOTTINGHAM)
    anthony = voice(case, "Anthony May")
    assert anthony.organisation == organisation("Nottingham University Hospitals NHS Trust")
    assert voice(case, "Claire Culverhouse").role.startswith("Managing director")


def test_nottinghams_slide_does_not_say_who_competed_or_spoke_of_merger():
    case = told_of(NOTTINGHAM)
    assert "five trusts" in case.summary
    assert "trusts that used to compete" not in case.summary
    assert "does not say" in point(case, "context", "competition").text
