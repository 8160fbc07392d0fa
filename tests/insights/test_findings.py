"""The findings as a list and as files."""

import csv
import io
import json

import openpyxl
import pytest

from insights.models import Finding
from tests.insights import factories as make
from tests.library import factories as library
from tests.pages import FOUL, get, main

pytestmark = pytest.mark.django_db


@pytest.fixture
def findings():
    leaders = make.question(make.survey(responses=42, field_date="2022-11"))
    make.finding(leaders, "Yes", 60)
    make.finding(leaders, "No", 40, order=2)
    boards = make.survey("Survey of boards", field_date="2023")
    make.finding(make.question(boards, "Why?", slug="why"), "Backlogs", 33.5)


def rows(client, **parameters):
    text = client.get("/insights/findings.csv", parameters).getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_all_findings_leave_survey_by_survey(client, findings):
    assert [(row["Survey"], row["Answer"]) for row in rows(client)] == [
        ("Survey of boards", "Backlogs"),
        ("Survey of leaders", "Yes"),
        ("Survey of leaders", "No"),
    ]


def test_a_row_says_all_there_is_to_know_of_a_figure(client, findings):
    row = rows(client, question="working-together")[0]
    assert row["Percentage"] == "60"
    assert row["Base"] == "42 responses"
    assert row["Number of responses"] == "42"
    assert row["Carried out"] == "2022-11"
    assert row["Publication"] == "Working together"
    assert row["Sources"] == "Working together, “Background”"
    assert row["Page"].endswith("/insights/survey-of-leaders/#question-working-together")


@pytest.mark.parametrize(
    ("name", "value", "answers"),
    [
        ("survey", "survey-of-boards", ["Backlogs"]),
        ("question", "why", ["Backlogs"]),
        ("question", "working-together", ["Yes", "No"]),
        ("q", "backlog", ["Backlogs"]),
        ("q", "survey of leaders", ["Yes", "No"]),
        ("figure", "no", []),
    ],
)
def test_a_part_of_them_leaves_by_survey_question_or_words(client, findings, name, value, answers):
    assert [row["Answer"] for row in rows(client, **{name: value})] == answers


def test_an_unknown_question_is_refused_rather_than_ignored(client, findings):
    response = client.get("/insights/findings.csv?question=nonsense")
    assert response.status_code == 400
    assert "nonsense" in response.content.decode()


def test_numbers_are_numbers_in_json_and_xlsx(client, findings):
    found = json.loads(client.get("/insights/findings.json").getvalue())
    assert [row["Percentage"] for row in found["results"]] == [33.5, 60, 40]
    book = openpyxl.load_workbook(io.BytesIO(client.get("/insights/findings.xlsx").getvalue()))
    heading, *cells = [cell.value for cell in next(book["Data"].iter_cols(12, 12))]
    assert (heading, cells) == ("Percentage", [33.5, 60, 40])


def test_foul_text_leaves_defused(client):
    survey = make.survey("=1+1", slug="foul")
    make.finding(make.question(survey, "@SUM(A1)"), "-1", group=FOUL)
    [row] = rows(client)
    assert row["Survey"] == "'=1+1"
    assert row["Question"] == "'@SUM(A1)"
    assert row["Answer"] == "'-1"
    assert row["Group"] == FOUL


def test_every_percentage_in_the_list_stands_with_its_base(client, findings):
    page = main(get(client, "/insights/findings/"))
    assert "60% (base: 42 responses)" in page
    assert "33.5% (base: number of responses not stated)" in page


def test_words_follow_when_a_question_or_survey_changes(client, findings):
    asked = Finding.objects.get(answer="Backlogs").question
    asked.text = "Which waits?"
    asked.save()
    asked.survey.name = "Survey of governors"
    asked.survey.save()
    for words in ("waits", "governors"):
        assert [row["Answer"] for row in rows(client, q=words)] == ["Backlogs"]
    assert rows(client, q="boards") == []


def test_the_search_of_everything_gives_a_percentage_with_its_base(client, findings):
    page = main(get(client, "/search/?q=backlogs"))
    assert "33.5% (base: number of responses not stated)." in page


def test_every_finding_in_the_list_says_where_it_is_stated(client, findings):
    page = main(get(client, "/insights/findings/"))
    assert page.count("SourceWorking together, “Background”") == 3


def test_a_draft_report_is_not_named(client):
    report = library.publication("Secret report", status="draft")
    make.finding(make.question(make.survey(publication=report)))
    assert [row["Publication"] for row in rows(client)] == [""]
