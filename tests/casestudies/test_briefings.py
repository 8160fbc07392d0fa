"""What four of the briefings tell of practice; the event of 2023 has a module of its own.

Written from the briefings, never from the fixtures.
"""

import re

import pytest

from casestudies.models import CaseStudy, Outcome, Section, Voice
from library.models import Citation
from tests.directory.briefings.reading import (
    ALLIANCE,
    BENEFITS,
    BLACK_COUNTRY,
    CORPORATE,
    EVENT,
    GROUP,
    IMPACT,
    LEADERSHIP,
    NENC,
    NORTHAMPTONSHIRE,
    SOUTH_LONDON,
    WORKFORCE,
    cites,
    loaded_briefings,
    organisation,
)

from .reading import assert_figure, figure, states, told_of, voice

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def directory(django_db_setup, django_db_blocker):
    """The directory as the briefings fill it."""
    with loaded_briefings(django_db_blocker):
        yield


# The workforce briefing and the corporate programme: North East and North Cumbria

KEY = "Key points of learning"


def test_one_page_shows_both_briefings():
    case = told_of(NENC)
    for publication in (WORKFORCE, CORPORATE):
        assert any(cites(section, publication) for section in case.sections.all())
    assert case.organisations.count() == 11


@pytest.mark.parametrize(
    ("kind", "patterns", "publication", "heading"),
    [
        ("context", ["formal partnership", "eleven|11"], WORKFORCE, "Background"),
        ("context", ["3.2 million", "8,400 square miles"], WORKFORCE, "Background"),
        ("context", ["money|financ", "estates", "digital"], CORPORATE, "Opening paragraphs"),
        ("purpose", ["right people|right staff", "valued"], CORPORATE, "Action taken"),
        ("approach", ["four programmes"], WORKFORCE, KEY),
        ("approach", ["seven", "parking", "mileage"], WORKFORCE, KEY),
        ("approach", ["parking", "mileage"], CORPORATE, "Action taken"),
        ("approach", ["once a month|monthly", "HR", "estates"], CORPORATE, "Action taken"),
        ("approach", ["portability", "checks", "training"], CORPORATE, "Outcomes and impact"),
        ("approach", ["directors", "summer 2024"], WORKFORCE, KEY),
        ("approach", ["directors", "launched in 2024"], CORPORATE, "Outcomes and impact"),
        ("challenges", ["easily|simple", "hard|complex"], WORKFORCE, KEY),
        ("challenges", ["national"], WORKFORCE, "Challenges and enablers"),
        ("enablers", ["failed|failures", "confidence"], WORKFORCE, "Challenges and enablers"),
        ("outcomes", ["three months", "three days", "some cases"], CORPORATE, "Outcomes"),
        ("outcomes", ["specialist"], CORPORATE, "Outcomes and impact"),
        ("outcomes", ["turnover"], WORKFORCE, KEY),
    ],
)
def test_north_east_and_north_cumbria(kind, patterns, publication, heading):
    assert states(told_of(NENC), kind, patterns, publication, heading)


def test_turnaround_fell_from_three_months_to_three_days_in_some_cases():
    row = figure(told_of(NENC), "turnaround")
    expected = {
        "nature": "result",
        "before": "3 months",
        "after": "3 days",
        "unit": "time",
        "direction": "down",
        "qualifier": "in some cases",
    }
    assert_figure(row, WORKFORCE, KEY, **expected)
    assert_figure(row, CORPORATE, "Outcomes and impact", **expected)


@pytest.mark.parametrize(
    ("measure", "value", "unit", "publication", "heading"),
    [
        ("population", "3.2 million", "people", WORKFORCE, "Background"),
        ("area", "8,400", "square miles", WORKFORCE, "Background"),
        ("foundation trusts", "11", "foundation trusts", WORKFORCE, "Background"),
        ("acute or community", "8", "trusts", CORPORATE, "Outcomes and impact"),
        ("mental health", "2", "trusts", CORPORATE, "Outcomes and impact"),
        ("ambulance", "1", "trusts", CORPORATE, "Outcomes and impact"),
        ("programmes", "4", "programmes", WORKFORCE, KEY),
        ("priorities", "7", "priorities", WORKFORCE, KEY),
    ],
)
def test_how_large_north_east_and_north_cumbria_is(measure, value, unit, publication, heading):
    row = figure(told_of(NENC), measure)
    assert_figure(row, publication, heading, nature="size", after=value, unit=unit)


def test_matt_brown_speaks_for_it():
    said = voice(told_of(NENC), "Matt Brown")
    assert said.role.casefold().startswith("managing director")
    assert re.search("talk|conversation", said.gist)
    assert cites(said, WORKFORCE, "Challenges and enablers")


# The workforce briefing: East Midlands Alliance


@pytest.mark.parametrize(
    ("kind", "patterns", "heading"),
    [
        ("context", ["2019", "six largest", "St Andrew's", "voluntary"], ALLIANCE),
        ("context", ["innovators", "nine", "2023/24"], ALLIANCE),
        ("purpose", ["HR directors", "retain", "CAMHS"], KEY),
        ("approach", ["rare", "complex"], KEY),
        ("approach", ["St Andrew's"], KEY),
        ("challenges", ["senior responsible officer"], KEY),
        ("challenges", ["primary care networks", "terms"], KEY),
        ("enablers", ["NHS England", "portability"], KEY),
        ("enablers", ["community trust", "employer", "continuity"], KEY),
        ("enablers", ["vision"], "Enablers to success"),
        ("enablers", ["trust", "time"], "Enablers to success"),
        ("enablers", ["memorandum", "contract"], "Enablers to success"),
        ("enablers", ["space|room", "differently"], "Enablers to success"),
        ("lessons", ["vision", "purpose"], KEY),
        ("next-steps", ["senior responsible officers"], KEY),
    ],
)
def test_east_midlands_alliance(kind, patterns, heading):
    assert states(told_of(ALLIANCE), kind, patterns, WORKFORCE, heading)


def test_it_is_the_groups_too_for_the_group_was_the_innovator():
    assert told_of(GROUP) == told_of(ALLIANCE)
    assert told_of(ALLIANCE).organisations.count() == 6


def test_its_two_speakers():
    case = told_of(ALLIANCE)
    assert "Group director of strategy and partnerships" in voice(case, "David Williams").role
    craig = voice(case, "Craig de Sousa")
    assert (craig.role, craig.organisation.name) == ("Director of workforce supply", "NHS England")


# Realising the benefits


@pytest.mark.parametrize(
    ("kind", "patterns", "heading"),
    [
        ("context", ["Alan Burns", "2017", "Kettering", "year after"], "The context"),
        ("context", ["earlier|previous", "wary"], "Purpose and priorities"),
        ("context", ["COVID-19", "a year"], "Purpose and priorities"),
        ("purpose", ["clinical services"], "Purpose and priorities"),
        ("purpose", ["both acute hospitals"], "Purpose and priorities"),
        ("purpose", ["chief executive", "finance", "digital", "people"], "Purpose and priorities"),
        ("approach", ["joint meetings", "conference"], "Purpose and priorities"),
        ("approach", ["cardiology", "breast", "nose", "fragile"], "Purpose and priorities"),
        ("approach", ["800,000", "400,000"], "Purpose and priorities"),
        ("approach", ["governors", "chat", "strategies"], "Bringing people with you"),
        ("challenges", ["120", "87"], "Challenges"),
        ("challenges", ["committees in common"], "Challenges"),
        ("lessons", ["mean"], "Lessons"),
        ("lessons", ["engaging staff too much", "reassurance"], "Lessons"),
        ("lessons", ["governance"], "Lessons"),
    ],
)
def test_university_hospitals_of_northamptonshire(kind, patterns, heading):
    assert states(told_of(NORTHAMPTONSHIRE), kind, patterns, BENEFITS, heading)


@pytest.mark.parametrize(
    ("measure", "heading", "expected"),
    [
        ("debates", "Bringing", {"nature": "result", "after": "25", "unit": "% of staff"}),
        ("briefings", "Bringing", {"nature": "result", "after": "10", "unit": "% of staff"}),
        ("metrics in use", "Challenges", {"nature": "baseline", "before": "120"}),
        ("calculated differently", "Challenges", {"nature": "baseline", "before": "87 of 120"}),
        (
            "population",
            "Purpose",
            {"nature": "size", "before": "two of 400,000", "after": "800,000", "unit": "people"},
        ),
    ],
)
def test_northamptonshires_numbers(measure, heading, expected):
    row = figure(told_of(NORTHAMPTONSHIRE), measure)
    assert_figure(row, BENEFITS, heading, **{"unit": "metrics", **expected})


def test_its_governance_is_what_the_briefing_names():
    models = told_of(NORTHAMPTONSHIRE).governance_models.values_list("slug", flat=True)
    assert set(models) == {"shared-leadership", "committees-in-common"}


def test_alan_burns_and_the_water_slide():
    said = voice(told_of(NORTHAMPTONSHIRE), "Alan Burns")
    assert said.role.startswith("Chair")
    assert "water slide" in said.gist


def test_south_london_is_one_remark_of_dr_okochas():
    case = told_of(SOUTH_LONDON)
    assert case.kind == "talk"
    assert voice(case, "Okocha").organisation == organisation("Oxleas NHS Foundation Trust")
    assert states(case, "lessons", ["clinicians", "patients"], BENEFITS, "Questions for boards")
    assert not case.outcomes.exists()


def test_sussex_partnership_belongs_to_no_collaborative():
    sussex = organisation("Sussex Partnership NHS Foundation Trust")
    case = CaseStudy.objects.get(organisations=sussex)
    assert voice(case, "Sam Allen").organisation == sussex
    assert not case.collaboratives.exists()


def test_the_webinars_messages():
    case = CaseStudy.objects.get(sections__citations__locator="Introduction")
    for kind, patterns in [
        ("challenges", ["fear", "sites"]),
        ("enablers", ["history"]),
        ("enablers", ["financial risk"]),
        ("outcomes", ["readmissions", "out of area", "savings"]),
        ("lessons", ["decisions", "disputes"]),
    ]:
        assert states(case, kind, patterns, BENEFITS, "Webinar key messages")


# The event for leaders in Leicester


def test_black_country():
    case = told_of(BLACK_COUNTRY)
    assert voice(case, "Sohaib Khalid").role.startswith("Managing director")
    assert states(case, "purpose", ["backlog", "cancer"], LEADERSHIP, "The event")
    assert states(case, "challenges", ["platform", "territor"], LEADERSHIP, "The event")
    assert not case.outcomes.exists()


@pytest.mark.parametrize(("measure", "value"), [("restrictive", "20"), ("out of area", "8")])
def test_impact_brought_both_down_by_over_so_much_since_2020(measure, value):
    row = figure(told_of(IMPACT), measure)
    expected = {"nature": "result", "change": value, "unit": "%", "direction": "down"}
    assert_figure(row, LEADERSHIP, "The event", **expected, qualifier="over")
    assert row.period.startswith("since 2020")
    assert row.reported_by.startswith("Rachel Redgrave")


def test_impact_has_nine_organisations_and_a_lead_provider():
    case = told_of(IMPACT)
    row = figure(case, "organisations")
    assert_figure(row, LEADERSHIP, "The event", nature="size", after="9", unit="organisations")
    assert [model.slug for model in case.governance_models.all()] == ["lead-provider"]
    assert not case.organisations.exists()


@pytest.mark.parametrize(
    ("kind", "patterns", "heading"),
    [
        ("context", ["July 2022", "acute", "mental health"], "The context"),
        ("approach", ["100 collaboratives", "length of stay", "nine"], "The event"),
        ("challenges", ["peer support", "roles"], "The event"),
        ("challenges", ["compet", "culture"], "Themes identified"),
        ("enablers", ["independent", "voluntary", "faster"], "Themes identified"),
        ("enablers", ["executives", "primary care"], "Themes identified"),
        ("lessons", ["Joint Forward Plan"], "Themes identified"),
        ("lessons", ["communities of practice", "variation"], "Themes identified"),
        ("lessons", ["social value", "estates"], "Themes identified"),
        ("next-steps", ["community of practice", "menu"], "Outcomes and next steps"),
    ],
)
def test_what_leaders_said_in_leicester(kind, patterns, heading):
    case = CaseStudy.objects.get(voices__name="Tim Guyler")
    assert states(case, kind, patterns, LEADERSHIP, heading)


# All together


def test_every_published_fact_has_a_source():
    for case in CaseStudy.objects.published():
        assert case.unsourced_facts() == []
    assert Outcome.objects.count() == Outcome.objects.published().count()


def test_nothing_is_told_of_surveys_or_of_reference_data():
    for model in (CaseStudy, Section, Voice, Outcome):
        places = Citation.objects.filter(pk__in=model.citations.through.objects.values("citation"))
        cited = {place.publication.slug for place in places}
        assert cited <= {WORKFORCE, CORPORATE, BENEFITS, LEADERSHIP, EVENT}


def test_only_results_go_up_or_down():
    moved = Outcome.objects.exclude(direction="none")
    assert set(moved.values_list("nature", flat=True)) == {"result"}
