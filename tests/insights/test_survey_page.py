"""A survey's page: every figure with its base, in a chart and in a table that agree."""

import re

import pytest

from tests.insights import factories as make
from tests.insights.charts import charts, tabled, told
from tests.library import factories as library
from tests.pages import FOUL, assert_sound, facts, get, main, table

pytestmark = pytest.mark.django_db

ADDRESS = "/insights/survey-of-leaders/"


@pytest.fixture
def survey():
    survey = make.survey(responses=42, field_date="2022-11", report_published="2023-03")
    asked = make.question(survey, comparable="Not to be set against anything.")
    make.finding(asked, "Yes", 60)
    make.finding(asked, "No", 14, group="community ones", note="Printed as one in seven.")
    make.finding(asked, "In their words", None, text="It takes time.")
    return survey


def test_it_says_who_asked_whom_and_when(client, survey):
    told = facts(get(client, ADDRESS))
    assert told["Carried out"].startswith("November 2022")
    assert told["Number of responses"].startswith("42")
    assert told["Run by"] == "A national body"
    assert told["Who answered"] == "Leaders of collaboratives."
    assert told["Reported in"].startswith("Working together, NHS Providers")
    assert told["Its own report"].startswith("Published March 2023")


def test_a_draft_report_is_not_named(client):
    report = library.publication("Secret report", status="draft")
    make.finding(make.question(make.survey(publication=report)))
    page = get(client, ADDRESS)
    assert "Reported in" not in facts(page)
    assert "Secret report" not in page


def test_what_is_not_stated_is_said_to_be_so(client):
    make.finding(make.question())
    page = get(client, ADDRESS)
    assert facts(page)["Carried out"] == "Not stated in the sources"
    assert facts(page)["Number of responses"] == "Not stated in the sources"
    assert table(page, make.WORKING)[0][2] == "number of responses not stated"


def test_every_percentage_stands_with_its_base(client, survey):
    rows = table(get(client, ADDRESS), make.WORKING)
    assert [row[1:] for row in rows] == [
        ["60%", "42 responses"],
        ["14%", "community ones among 42 responses; how many is not stated"],
    ]


def test_a_charts_text_says_what_its_table_says(client, survey):
    page = get(client, ADDRESS)
    text = charts(page)[f"Bar chart: {make.WORKING}"]
    assert (
        told(text)
        == tabled(page, make.WORKING)
        == [
            ("Yes", "60%"),
            ("No (community ones)", "14%"),
        ]
    )
    assert text.endswith(
        "Base: 42 responses; community ones among 42 responses; how many is not stated."
    )


def test_bars_are_as_long_as_their_figures(client, survey):
    lengths = re.findall(r'<rect[^>]* width="([\d.]+)%"', get(client, ADDRESS))
    assert list(map(float, lengths)) == [48, 11.2]


def test_a_chart_is_named_and_described(client, survey):
    page = get(client, ADDRESS)
    svg = re.search(r"<svg class=\"app-chart\"[^>]*>", page).group()
    assert 'role="img"' in svg
    for attribute in ("aria-labelledby", "aria-describedby"):
        (target,) = re.findall(f'{attribute}="([^"]+)"', svg)
        assert f'id="{target}"' in page


def test_what_was_found_in_words_and_notes_are_there(client, survey):
    page = main(get(client, ADDRESS))
    assert "In their words: It takes time." in page
    assert "Printed as one in seven." in page
    assert "Not to be set against anything." in page


def test_figures_of_one_question_stand_together_and_lead_to_their_files(client, survey):
    other = make.question(survey, "Is it worth it?", slug="worth-it", order=2)
    make.finding(other, "Surely", 90)
    page = get(client, ADDRESS)
    assert [list(dict(told(text))) for text in charts(page).values()] == [
        ["Yes", "No (community ones)"],
        ["Surely"],
    ]
    for slug in ("working-together", "worth-it"):
        assert f"/insights/findings.csv?question={slug}" in page


def test_a_question_of_words_only_has_no_chart(client):
    make.finding(make.question(), "In their words", None, text="It takes time.")
    assert charts(get(client, ADDRESS)) == {}


def test_drafts_are_nowhere(client):
    draft = make.survey("Secret survey", published=False, slug="secret-survey")
    make.finding(make.question(draft, "Secret question?"), "Secret answer")
    for address in ("/insights/", "/insights/findings/"):
        assert "Secret" not in get(client, address)
    for extension in ("csv", "json"):
        assert b"Secret" not in client.get(f"/insights/findings.{extension}").getvalue()
    assert client.get("/insights/secret-survey/").status_code == 404
    assert client.get("/insights/findings.csv?survey=secret-survey").status_code == 400


def test_a_finding_without_a_source_is_not_shown(client):
    asked = make.question()
    make.finding(asked, "Known", 50)
    make.finding(asked, "Unsourced", 40, citations=[])
    assert "Unsourced" not in get(client, ADDRESS)
    assert "Unsourced" not in get(client, "/insights/findings/")


def test_foul_text_is_only_text(client):
    survey = make.survey(FOUL, slug="foul", run_by=FOUL, base_note=FOUL, method=FOUL)
    asked = make.question(survey, FOUL, comparable=FOUL)
    make.finding(asked, FOUL, 50, group=FOUL, note=FOUL)
    make.finding(asked, FOUL, None, text=FOUL)
    page = get(client, "/insights/foul/")
    assert_sound(page)
    assert "<img src=x" not in page
    assert "<script>alert" not in page
    assert f"{FOUL} ({FOUL}): 50%" in " ".join(charts(page).values())
    assert FOUL in main(page)


def test_a_long_word_without_spaces_breaks_into_lines(client):
    make.finding(make.question(), "x" * 200)
    lines = re.findall(r'app-chart__label"[^>]*>(x+)<', get(client, ADDRESS))
    assert "".join(lines) == "x" * 200
    assert max(map(len, lines)) <= 34


@pytest.mark.parametrize("address", ["/insights/", ADDRESS, "/insights/findings/"])
def test_it_takes_no_more_queries_however_much_was_asked(
    client, django_assert_max_num_queries, survey, address
):
    for number in range(30):
        asked = make.question(survey, f"Question {number}", slug=f"q-{number}")
        for answer in range(3):
            make.finding(asked, f"Answer {answer}", answer)
    with django_assert_max_num_queries(9):
        get(client, address)


def test_the_overview_tells_surveys_from_what_people_said(client, survey):
    said = make.survey("What members said", kind="engagement")
    make.finding(make.question(said, "What they want", slug="want"), "Time", None, text="Time.")
    page = main(get(client, "/insights/"))
    surveys, people = page.split("What people said", 1)
    assert "Survey of leaders November 2022; A national body; 42 responses" in surveys
    assert "What members said" not in surveys
    assert "What they want" in people


def test_it_leads_to_the_resource_that_leads_here(client, survey):
    library.resource("Report of the survey", page_here=ADDRESS)
    library.resource("Draft report", page_here=ADDRESS, published=False)
    page = get(client, ADDRESS)
    assert facts(page)["Among the resources"].startswith("Report of the survey")
    assert 'href="/resources/report-of-the-survey/"' in page
    assert "Draft report" not in page
