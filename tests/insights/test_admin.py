"""Curators keep surveys true: questions with their findings, and nothing unsourced published."""

import pytest

from insights.models import Finding, NationalFigure, Question, Survey
from tests.directory.admin.pages import Page, list_of, messages_of, text_of
from tests.directory.factories import citation
from tests.insights import factories as make

pytestmark = pytest.mark.django_db

ADD = "/admin/insights/{}/add/"


def test_a_survey_and_its_questions_are_made_on_one_page(ada):
    page = Page(ada, ADD.format("survey"))
    page.update(
        name="Survey of boards", slug="survey-of-boards", kind="survey", run_by="Us",
        responses="42", base_note="Boards.", field_date="2022-11", status="published",
        publication=make.publication().pk, citations=[citation().pk],
    )  # fmt: skip
    page.add("questions", text="Why?", slug="why", order=1)
    assert page.save().status_code == 302
    survey = Survey.objects.published().get()
    assert survey.questions.get().text == "Why?"
    assert survey.history.first().history_user.username == "ada"


def test_findings_are_added_on_their_questions_page_and_show_at_once(ada, client):
    asked = make.question(make.survey(responses=42))
    page = Page(ada, asked)
    page.add("findings", answer="Yes", percentage="60", order=1, citations=[citation().pk])
    assert page.save().status_code == 302
    assert "60%" in text_of(client.get("/insights/survey-of-leaders/"))


def test_a_published_survey_takes_no_finding_without_a_source(ada):
    page = Page(ada, make.question())
    page.add("findings", answer="Yes", percentage="60", order=1)
    response = page.save()
    assert response.status_code == 200
    assert "The finding ‘Yes’ has no source." in text_of(response)
    assert not Finding.objects.exists()


def test_a_draft_survey_may_wait_for_its_sources(ada):
    page = Page(ada, make.question(make.survey(published=False)))
    page.add("findings", answer="Yes", percentage="60", order=1)
    assert page.save().status_code == 302


@pytest.fixture
def unsourced():
    draft = make.survey(published=False)
    make.finding(make.question(draft), citations=[])
    return draft


def test_a_draft_with_an_unsourced_finding_is_not_published_from_its_page(ada, unsourced):
    page = Page(ada, unsourced)
    response = page.save(status="published")
    assert response.status_code == 200
    assert "The finding ‘Yes’ has no source." in text_of(response)
    unsourced.refresh_from_db()
    assert not unsourced.is_published


def test_nor_from_the_list(ada, unsourced):
    chosen = {"action": "publish_selected", "_selected_action": [unsourced.pk]}
    response = ada.post(list_of(Survey), chosen, follow=True)
    assert any("has no source" in message for message in messages_of(response))
    unsourced.refresh_from_db()
    assert not unsourced.is_published


def test_nor_does_its_question_move_to_a_published_survey(ada, unsourced):
    page = Page(ada, Question.objects.get())
    other = make.survey("Another")
    assert page.save(survey=other.pk).status_code == 200
    assert Question.objects.get().survey == unsourced


@pytest.mark.parametrize("percentage", ["-1", "101", "a third"])
def test_a_percentage_that_is_none_is_refused_with_a_reason(ada, percentage):
    page = Page(ada, make.question())
    page.add("findings", answer="Yes", percentage=percentage, order=1, citations=[citation().pk])
    assert page.save().status_code == 200
    assert not Finding.objects.exists()


def test_a_national_figure_is_public_at_once_and_needs_a_source(ada, client):
    page = Page(ada, ADD.format("nationalfigure"))
    page.update(
        subject="Collaboratives", slug="collaboratives", stated="over 100", said_by="A body",
        order="1",
    )  # fmt: skip
    assert page.save().status_code == 200
    assert not NationalFigure.objects.exists()
    assert page.save(citations=[citation().pk]).status_code == 302
    assert "over 100" in text_of(client.get("/insights/landscape/"))


def test_a_published_survey_links_to_its_page_and_a_draft_does_not(ada):
    shown, draft = make.survey(), make.survey("Draft", published=False)
    assert "View on site" in text_of(Page(ada, shown).response)
    assert "View on site" not in text_of(Page(ada, draft).response)


def test_two_people_never_save_over_each_other(ada, bob):
    asked = make.question()
    hers, his = Page(ada, asked), Page(bob, asked)
    hers["text"] = "Hers?"
    assert hers.save().status_code == 302
    his["text"] = "His?"
    assert his.save().status_code == 200
    assert Question.objects.get().text == "Hers?"


@pytest.mark.parametrize("model", [Survey, Question, NationalFigure])
def test_a_curator_sees_lists_and_history(ada, model):
    make.one_of_everything()
    thing = model.objects.get()
    assert ada.get(list_of(model), {"q": "e"}).status_code == 200
    history = f"/admin/insights/{model._meta.model_name}/{thing.pk}/history/"
    assert ada.get(history).status_code == 200
