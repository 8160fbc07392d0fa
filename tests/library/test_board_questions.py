"""The questions for boards: one page, and files of the same."""

import csv
import io
import json

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.directory import factories as make
from tests.library import factories as library
from tests.pages import FOUL, assert_sound, get, main, section

pytestmark = pytest.mark.django_db

PAGE = "/board-questions/"


def rows_of(client, path="/board-questions.csv"):
    text = client.get(path).getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_questions_stand_under_their_topics_in_order(client):
    late = library.topic("Workforce", order=2, introduction="Asked in the north.")
    early = library.topic("Purpose", order=1)
    library.question("Who?", topic=late)
    library.question("Second?", topic=early, order=2)
    library.question("First?", topic=early, order=1)
    page = get(client, PAGE)
    assert_sound(page)
    assert section(page, "topic-purpose") == "Purpose First? [Source 1a] Second? [Source 1a]"
    assert "Workforce Asked in the north. Who?" in section(page, "topic-workforce")


def test_each_has_its_links_and_its_source(client):
    asked = library.question(citations=[make.citation("Questions for boards")])
    library.link(asked, "Governance guide", "/governance/")
    page = get(client, PAGE)
    assert '<li><a href="/governance/">Governance guide</a></li>' in page
    assert "Questions for boards" in section(page, "sources")


def test_drafts_are_nowhere(client):
    library.question("Secret?", published=False)
    assert "No question has been published yet." in main(get(client, PAGE))
    assert rows_of(client) == []
    assert b"Secret" not in client.get(PAGE).content


def test_foul_text_is_shown_as_text(client):
    asked = library.question(FOUL, slug="foul", topic=library.topic(FOUL, introduction=FOUL))
    library.link(asked, FOUL)
    page = get(client, PAGE)
    assert_sound(page)
    assert "<script>alert" not in page
    assert main(page).count(FOUL) == 5  # contents, heading, introduction, question, link


def test_it_costs_the_same_for_few_and_for_many(client):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            get(client, PAGE)
        return len(captured)

    topic = library.topic()
    library.link(library.question("One?", topic=topic))
    few = queries()
    for number in range(30):
        library.link(library.question(f"Number {number}?", topic=topic))
    assert queries() == few <= 15


def test_the_files_hold_every_question_with_its_topic_links_and_sources(client):
    asked = library.question("Why?")
    library.link(asked, "Guide", "/governance/")
    [row] = rows_of(client)
    assert row == {
        "Topic": "Purpose",
        "Question": "Why?",
        "Identifier": "why",
        "Page": "http://testserver/board-questions/#question-why",
        "Helps to answer it": "Guide (http://testserver/governance/)",
        "Sources": "Working together, “Background”",
    }
    assert json.loads(client.get("/board-questions.json").getvalue())["count"] == 1
    assert client.get("/board-questions.xlsx").getvalue()[:2] == b"PK"


def test_the_files_can_be_of_one_topic_and_refuse_another(client):
    library.question("Why?", topic=library.topic("Purpose"))
    library.question("Who?", topic=library.topic("Workforce"))
    assert [row["Question"] for row in rows_of(client, "/board-questions.csv?topic=workforce")] == [
        "Who?"
    ]
    assert client.get("/board-questions.csv?topic=none").status_code == 400


@pytest.mark.parametrize(
    "address", ["https://example.org/", "//example.org/", "/\\example.org", "javascript:x", "/a b"]
)
def test_a_link_leads_within_the_portal(address):
    with pytest.raises(ValidationError, match="within this portal"):
        library.link(library.question(), address=address).full_clean()
