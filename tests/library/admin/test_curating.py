"""Curators keep resources, events and questions for boards."""

import pytest

from library.models import BoardQuestion, Event, Publication
from tests.directory import factories as make
from tests.directory.admin.pages import Page, address, list_of, messages_of, text_of
from tests.library import factories as library

pytestmark = pytest.mark.django_db


def refusals(response):
    return [problem.message for problem in response.context["problems"]]


def test_a_resource_is_published_only_with_where_it_is_mentioned(ada):
    page = Page(ada, library.resource(published=False, citations=[]))
    page["status"] = "published"
    assert refusals(page.save()) == ["The publication ‘Joint working (guidance)’ has no source."]
    page["citations"] = [make.citation().pk]
    assert page.save().status_code == 302
    assert Publication.objects.get(slug="joint-working").is_published


def test_a_source_of_facts_speaks_for_itself(ada):
    page = Page(ada, make.publication("A briefing"))
    page["description"] = "What it says."
    assert page.save().status_code == 302


def test_a_cited_source_can_not_become_a_draft(ada):
    alliance = make.collaborative()
    page = Page(ada, alliance.citations.get().publication)
    page["status"] = "draft"
    assert "published facts cite it" in text_of(page.save())
    response = ada.post(
        list_of(Publication),
        {"action": "withdraw_selected", "_selected_action": [Publication.objects.get().pk]},
        follow=True,
    )
    assert "published facts cite it" in messages_of(response)[0]
    assert Publication.objects.get().is_published


def test_a_speaker_of_a_published_event_needs_a_source(ada):
    held = library.event()
    page = Page(ada, held)
    page.add("speakers", order=1, part="speaker", name="Ann Example")
    assert refusals(page.save()) == ["The speaker ‘Ann Example’ has no source."]
    page["speakers-0-citations"] = [make.citation().pk]
    assert page.save().status_code == 302
    assert held.speakers.get().name == "Ann Example"


def test_an_event_with_an_unsourced_speaker_is_not_published(ada):
    held = library.event(published=False)
    library.speaker(held, citations=[])
    ada.post(
        list_of(Publication),
        {"action": "publish_selected", "_selected_action": [held.publication.pk]},
    )
    assert not Event.objects.get().is_published


def test_an_event_does_not_come_of_itself(ada):
    held = library.event()
    page = Page(ada, held)
    page["came_of_it"] = held.publication.pk
    assert "An event can&#x27;t come of itself." in text_of(page.save())


def test_a_question_is_published_only_with_its_source(ada):
    page = Page(ada, library.question("Why?", published=False, citations=[]))
    page["status"] = "published"
    assert refusals(page.save()) == ["The question for boards ‘Why?’ has no source."]


def test_a_link_out_of_the_portal_is_refused(ada):
    asked = library.question("Why?")
    page = Page(ada, asked)
    page.add("links", title="Elsewhere", address="https://example.org/", order=0)
    assert "within this portal" in text_of(page.save())
    page["links-0-address"] = "/governance/"
    assert page.save().status_code == 302
    assert asked.links.get().title == "Elsewhere"


@pytest.mark.parametrize("maker", [library.resource, library.event, library.question])
def test_every_page_opens_with_its_history(ada, maker):
    thing = maker()
    assert ada.get(list_of(type(thing))).status_code == 200
    assert ada.get(list_of(type(thing)) + "?q=a").status_code == 200
    assert ada.get(address(thing, "history")).status_code == 200


def test_a_change_can_be_taken_back(ada):
    asked = library.question("Why?")
    page = Page(ada, asked)
    page["text"] = "Why not?"
    page.save()
    change = BoardQuestion.history.filter(text="Why not?").earliest()
    undo = address(asked, "history") + f"boardquestion/{change.history_id}/"
    edition = ada.get(undo).context["edition"]
    ada.post(undo, {"edition": edition})
    assert BoardQuestion.objects.get().text == "Why?"
