"""The questions for boards: how many, what they are about, and where they are asked."""

import json
import re
from urllib.parse import urldefrag

import pytest

from casestudies.models import Outcome
from library.models import BoardQuestion, BoardQuestionLink, BoardTopic
from tests.directory.briefings.reading import BENEFITS, CORPORATE, LEADERSHIP, WORKFORCE, cites

pytestmark = pytest.mark.django_db

# What each question turns on: words of it, or of the same meaning, in our version.
FOR_BOARDS = [
    (r"partner", r"for\b", r"aim", r"clear"),
    (r"service users", r"under-represented", r"lived through|experience", r"aims|objectives"),
    (r"public", r"systems?", r"places?", r"coordinate", r"twice|duplicat"),
    (r"listen", r"work for us|workforce|staff", r"arrangements", r"mean|impact"),
    (r"perspectives", r"management", r"non-executive", r"scrutin", r"challenge"),
    (r"councils|local authorities", r"place-based partnerships", r"know|informed", r"take part"),
    (r"tell|communicat", r"staff", r"service users", r"openly|transparent", r"matters|priorities"),
    (r"understand", r"follow|monitor", r"report", r"plan"),
]
OF_NENC = [(r"right staff",), (r"valued", r"patients"), (r"right place",)]
IN_LEICESTER = [
    (r"hard|challenges", r"need", r"brought together", r"system", r"region"),
    (r"support", r"programme|program", r"change", r"shown|demonstrable"),
    (r"programme", r"succe"),
]


def asked_at(publication, heading):
    found = BoardQuestion.objects.published().prefetch_related("citations")
    return [question for question in found if cites(question, publication, heading)]


def asks(question, patterns):
    return all(re.search(pattern, question.text, re.I) for pattern in patterns)


def assert_each_is_asked_once(questions, wanted):
    assert len(questions) == len(wanted)
    for patterns in wanted:
        assert sum(asks(question, patterns) for question in questions) == 1, patterns


def test_the_eight_questions_for_boards():
    assert_each_is_asked_once(asked_at(BENEFITS, "Questions for boards"), FOR_BOARDS)


def test_the_three_open_questions_of_the_north_east_and_north_cumbria():
    questions = asked_at(WORKFORCE, "Key points of learning")
    assert_each_is_asked_once(questions, OF_NENC)
    assert all(cites(question, CORPORATE, "Action taken") for question in questions)
    [topic] = {question.topic.introduction for question in questions}
    assert "North East and North Cumbria" in topic


def test_the_three_questions_discussed_in_leicester_have_a_topic_of_their_own():
    questions = asked_at(LEADERSHIP, "The event")
    assert_each_is_asked_once(questions, IN_LEICESTER)
    [topic] = {question.topic for question in questions}
    assert set(topic.questions.all()) == set(questions)
    assert "discuss" in topic.name.casefold()


def test_no_other_question_is_made_up():
    assert BoardQuestion.objects.count() == 8 + 3 + 3


def test_every_question_ends_as_one_and_every_topic_has_some():
    assert all(question.text.endswith("?") for question in BoardQuestion.objects.all())
    assert not BoardTopic.objects.filter(questions=None).exists()


def test_every_page_that_helps_is_there(client):
    addresses = set(BoardQuestionLink.objects.values_list("address", flat=True))
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(
        addresses, 200
    )
    assert not BoardQuestion.objects.filter(links=None).exists()


def test_every_question_leads_to_what_was_done_or_found():
    told = r"^/(case-studies|insights)/|^/outcomes/"
    leads = BoardQuestion.objects.filter(links__address__regex=told)
    assert set(leads) == set(BoardQuestion.objects.all())


def test_every_part_of_a_page_that_helps_is_on_it(client):
    addresses = BoardQuestionLink.objects.filter(address__contains="#")
    parts = {urldefrag(address) for address in addresses.values_list("address", flat=True)}
    pages = {page: client.get(page).content.decode() for page in {page for page, _ in parts}}
    assert [part for part in parts if f'id="{part.fragment}"' not in pages[part.url]] == []


def test_every_list_of_outcomes_that_helps_is_filtered_and_has_some(client):
    found = BoardQuestionLink.objects.filter(address__startswith="/outcomes/?")
    every = Outcome.objects.published().count()
    for address in set(found.values_list("address", flat=True)):
        count = json.loads(client.get(address.replace("/?", ".json?")).getvalue())["count"]
        assert 0 < count < every, address
