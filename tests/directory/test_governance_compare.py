"""Ways of governing side by side."""

import csv
import io
import json
import re

import pytest

from tests.directory import factories as make
from tests.pages import FOUL, MOST_QUERIES, assert_sound, get, main, queries, table

pytestmark = pytest.mark.django_db

PAGE = "/governance/compare/"
BOTH = "?m=joint-committee&m=advisory-group"


@pytest.fixture
def models():
    texts = {"decisions": "It decides for all.", "legal_basis": "Section 65Z6.", "statutory": True}
    joint = make.governance_model("Joint committee", **texts)
    group = make.governance_model("Advisory group", fits="A start.\n\nLong talks.")
    make.governance_point("Bound", kind="risk", text="It binds.", governance_model=joint)
    make.arrangement(make.collaborative("North"), joint)
    make.arrangement(make.collaborative("Past"), joint, until="2020")
    return joint, group


def cells(client, query=BOTH):
    return {row[0]: row[1:] for row in table(get(client, PAGE + query), "Joint committee")}


def read(response):
    text = response.getvalue().decode()
    assert text.startswith("\ufeff")
    assert "\r\n" in text
    return list(csv.reader(io.StringIO(text[1:], newline="")))


class TestPage:
    def test_each_question_is_asked_of_each_and_told_to_differ_in_words(self, client, models):
        assert cells(client) == {
            "Family Same": ["Decision forum", "Decision forum"],
            "What it is Differs": ["What Joint committee is.", "What Advisory group is."],
            "Who decides, and what binds whom Partly stated": [
                "It decides for all.",
                "Not stated in the sources",
            ],
            "Legal basis Partly stated": ["Section 65Z6.", "Not stated in the sources"],
            "Statutory? Partly stated": ["Yes", "Not stated in the sources"],
            "Where it fits Partly stated": [
                "Not stated in the sources",
                "A start.Long talks.",
            ],
            "Limits and risks Partly stated": [
                "Bound. It binds.",
                "Not stated in the sources",
            ],
            "Who uses it today Differs": [
                "North",
                "No published collaborative is known to use it today",
            ],
        }

    def test_those_that_use_it_can_be_read_of(self, client, models):
        page = get(client, PAGE + BOTH)
        assert '<p class="app-tight"><a href="/collaboratives/north/">North</a></p>' in page

    def test_those_that_use_it_beyond_the_first_are_counted(self, client, models):
        for n in range(11):
            make.arrangement(make.collaborative(f"C {n:02}"), models[0])
        assert cells(client)["Who uses it today Differs"][0].endswith("C 09and 2 more")

    def test_fewer_than_two_are_a_form(self, client, models):
        page = get(client, PAGE + "?m=joint-committee")
        assert "<table" not in page
        assert "Choose at least one more" in main(page)
        assert 'value="joint-committee" checked' in page
        assert "Choose two to four" in main(get(client, PAGE))

    @pytest.mark.parametrize("value", ["x", "", FOUL, "a\0b", "x" * 3000])
    def test_a_bad_value_is_named_and_the_rest_compared(self, client, models, value):
        response = client.get(PAGE, {"m": ["joint-committee", value, "advisory-group"]})
        assert response.status_code == 200
        page = response.content.decode()
        assert "There is no governance model “" + value.split("\0")[0][:100] in main(page)
        assert "<script>alert" not in page
        assert len(table(page, "Joint committee")) == 8

    def test_case_does_not_matter(self, client, models):
        page = get(client, PAGE + "?m=JOINT-COMMITTEE&m=advisory-group&m=Advisory-Group")
        assert "There is a problem" not in page
        assert len(table(page, "Joint committee, Advisory group")) == 8

    def test_more_than_four_are_said_to_be_too_many(self, client, models):
        more = [make.governance_model(f"G {n}").slug for n in range(5)]
        page = get(client, PAGE + "?" + "&".join(f"m={slug}" for slug in more))
        assert "You chose 5. Choose 4 at most." in main(page)
        assert "<table" not in page

    def test_the_same_one_twice_is_one(self, client, models):
        assert "<table" not in get(client, PAGE + "?m=joint-committee&m=joint-committee")

    def test_no_draft_shows(self, client, models):
        make.governance_model("Draft forum", published=False)
        make.governance_point(
            "Draft risk", published=False, kind="risk", governance_model=models[0]
        )
        make.arrangement(make.collaborative("Draft use", published=False), models[0])
        page = get(client, PAGE + BOTH)
        assert "Draft" not in page
        assert "There is no governance model" in get(client, PAGE + "?m=draft-forum")

    def test_foul_text_is_text_and_no_formula(self, client, models):
        foul = make.governance_model(FOUL, slug="foul", summary="=1+1", limits=FOUL)
        make.arrangement(make.collaborative(FOUL), foul)
        page = get(client, PAGE + "?m=foul&m=joint-committee")
        assert "<script>alert" not in page
        assert "<img" not in page
        rows = read(client.get("/governance/compare.csv?m=foul&m=joint-committee"))
        assert rows[2][1] == "'=1+1"

    def test_it_takes_as_many_queries_however_many_there_are(self, client, models):
        few = queries(client, PAGE + BOTH)
        for n in range(20):
            make.arrangement(make.collaborative(f"C {n}"), models[1])
            make.governance_point(f"P {n}", kind="risk", governance_model=models[0])
        assert queries(client, PAGE + BOTH) == few <= MOST_QUERIES
        assert_sound(get(client, PAGE + BOTH))


class TestMetadata:
    ADDRESS = "/governance/compare.csv-metadata.json"

    def test_its_columns_are_the_files(self, client, models):
        metadata = json.loads(client.get(self.ADDRESS + BOTH).content)
        columns = metadata["tableSchema"]["columns"]
        header, *rows = read(client.get("/governance/compare.csv" + BOTH))
        assert [column["titles"] for column in columns] == header
        assert columns[1]["name"] == "model_joint_committee"
        assert columns[1]["separator"] == "; "
        assert metadata["tableSchema"]["primaryKey"] == ["question"]
        assert len({row[0] for row in rows}) == len(rows) > 0
        assert all(re.fullmatch(columns[-1]["datatype"]["format"], row[-1]) for row in rows)
        assert metadata["url"] == "http://testserver/governance/compare.csv" + BOTH

    def test_the_file_says_where_they_are(self, client, models):
        link = client.get("/governance/compare.csv" + BOTH).headers["Link"]
        assert link == f'<http://testserver{self.ADDRESS}{BOTH}>; rel="describedby"'

    def test_a_bad_address_is_refused_in_plain_text(self, client, models):
        response = client.get(self.ADDRESS + "?m=joint-committee&m=nothing")
        assert response.status_code == 400
        assert response.content.decode() == "There is no governance model “nothing”.\n"

    def test_a_name_a_spreadsheet_would_run_is_the_same_in_both(self, client, models):
        make.governance_model("=1+1", slug="sum")
        asked = "?m=sum&m=joint-committee"
        metadata = json.loads(client.get(self.ADDRESS + asked).content)
        header, *_ = read(client.get("/governance/compare.csv" + asked))
        assert metadata["tableSchema"]["columns"][1]["titles"] == header[1] == "'=1+1"


class TestFile:
    def test_it_holds_the_cells_of_the_page(self, client, models):
        header, *rows = read(client.get("/governance/compare.csv" + BOTH))
        assert header == ["Question", "Joint committee", "Advisory group", "Same or different"]
        *rows, _ = rows
        shown = cells(client)
        assert [f"{row[0]} {row[-1]}" for row in rows] == list(shown)
        assert [[c.replace("; ", "") for c in row[1:-1]] for row in rows] == list(shown.values())

    def test_it_ends_with_the_sources_of_each(self, client, models):
        make.governance_point(
            "Slow",
            kind="risk",
            governance_model=models[1],
            citations=[make.citation("Risks")],
        )
        *_, sources = read(client.get("/governance/compare.csv" + BOTH))
        assert sources[0] == "Sources"
        assert sources[1] == "Working together, “Background”"
        assert sources[2] == "Working together, “Background”; Working together, “Risks”"

    @pytest.mark.parametrize(
        ("query", "complaint"),
        [
            ("", "Choose two to four"),
            ("?m=joint-committee", "Choose two to four"),
            ("?m=joint-committee&m=advisory-group&m=%3Cb%3E", "“<b>”"),
            (BOTH + "&colour=red", "There is nothing called “colour” to choose here."),
        ],
    )
    def test_a_bad_address_is_refused_in_plain_text(self, client, models, query, complaint):
        response = client.get("/governance/compare.csv" + query)
        assert response.status_code == 400
        assert response["Content-Type"] == "text/plain; charset=utf-8"
        assert complaint in response.content.decode()
