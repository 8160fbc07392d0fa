"""What readers see cites nothing that they don't, and the refusal names the draft."""

import pytest

from casestudies.models import Outcome
from directory.models import Collaborative
from insights.models import NationalFigure, Survey
from library.models import Publication
from tests.casestudies import factories as tell
from tests.directory import factories as make
from tests.directory.admin.pages import Page, address, list_of, messages_of
from tests.insights import factories as ask
from tests.library import factories as library
from tests.maturity import factories as matrix

pytestmark = pytest.mark.django_db

IS_DRAFT = (
    "cites ‘A secret report (briefing)’, which is a draft: readers can’t see it. "
    "Publish that first, under Publications."
)


@pytest.fixture
def draft():
    return make.publication("A secret report", status="draft")


@pytest.fixture
def place(draft):
    """A place in a draft."""
    return make.citation("Chapter 1", draft)


def refusals(response):
    assert response.status_code == 200
    return [problem.message for problem in response.context["problems"]]


def publish(client, entry):
    """From the list, which has no form to refuse it."""
    chosen = {"action": "publish_selected", "_selected_action": [entry.pk]}
    response = client.post(list_of(type(entry)), chosen, follow=True)
    entry.refresh_from_db()
    return messages_of(response)[0]


def test_an_entry_is_not_published_with_a_draft_among_its_sources(ada, place):
    entry = make.collaborative(published=False, citations=[make.citation(), place])
    page = Page(ada, entry)

    assert refusals(page.save(status="published")) == [
        f"The collaborative ‘Northern Alliance’ {IS_DRAFT}"
    ]
    assert IS_DRAFT in publish(ada, entry)
    assert not Collaborative.objects.published().exists()


def test_it_is_published_once_its_source_is(ada, draft, place):
    entry = make.collaborative(published=False, citations=[place])
    make.interest(entry, citations=[place])
    page = Page(ada, entry)
    page["status"] = "published"
    assert page.save().status_code == 200

    assert publish(ada, draft) == "1 publication published."
    assert page.save().status_code == 302


def test_a_draft_may_cite_drafts(ada, place):
    entry = make.collaborative(published=False)
    page = Page(ada, entry)
    page.add("links", title="Plan", url="https://example.org/", citations=[place.pk])
    assert page.save(citations=[place.pk]).status_code == 302


@pytest.mark.parametrize(
    ("prefix", "values", "subject"),
    [
        (
            "interests",
            {"kind": "share", "text": "Hubs", "order": 0},
            "‘Hubs’ under Learning to share",
        ),
        ("links", {"title": "Plan", "url": "https://example.org/"}, "The helpful link ‘Plan’"),
        ("aliases", {"name": "NORTH", "kind": "short"}, "The other name ‘NORTH’"),
    ],
)
def test_a_published_entry_takes_no_fact_from_a_draft(ada, place, prefix, values, subject):
    page = Page(ada, make.collaborative())
    page.add(prefix, **values, citations=[place.pk])

    response = page.save()

    assert refusals(response) == [f"{subject} {IS_DRAFT}"]
    assert response.context["problems"][0].anchor == f"id_{prefix}-0-citations"


def test_saved_facts_from_drafts_are_found_from_the_list_too(ada, place):
    entry = make.collaborative(published=False)
    make.membership(entry, make.organisation(), citations=[make.citation(), place])
    assert f"The member ‘Alder Trust’ {IS_DRAFT}" in publish(ada, entry)
    trust = make.organisation("Birch Trust", published=False)
    make.organisation_alias(trust, citations=[place])
    assert f"The other name ‘ALDER’ {IS_DRAFT}" in publish(ada, trust)


def test_what_is_seen_with_an_organisation_is_looked_at_when_that_is_published(ada, place):
    trust = make.organisation(published=False)
    make.membership(make.collaborative(published=False), trust, citations=[place])
    assert publish(ada, trust) == "1 organisation published."
    other = make.organisation("Birch Trust", published=False)
    make.membership(make.collaborative("Other"), other, citations=[place])
    assert f"The member ‘Birch Trust’ {IS_DRAFT}" in publish(ada, other)
    told = refusals(Page(ada, other).save(status="published"))
    assert told == [f"The member ‘Birch Trust’ {IS_DRAFT}"]


def test_a_draft_named_twice_is_told_once():
    draft = make.publication("A secret report", status="draft")
    places = [make.citation(chapter, draft) for chapter in ("One", "Two")]
    assert len(make.collaborative(citations=places).source_problems()) == 1


def test_what_is_seen_as_soon_as_it_is_saved_cites_no_draft(ada, place):
    things = [
        make.system(), ask.national_figure(), matrix.level(), tell.outcome(tell.case_study()),
    ]  # fmt: skip
    for thing in things:
        response = Page(ada, thing).save(citations=[place.pk])
        assert IS_DRAFT in refusals(response)[0]
        assert place not in thing.citations.all()


def test_a_figure_of_a_draft_case_study_may_cite_a_draft(ada, place):
    figure = tell.outcome(tell.case_study(published=False))
    assert Page(ada, figure).save(citations=[place.pk]).status_code == 302
    assert not Outcome.objects.published().exists()


def test_a_point_is_published_for_itself(ada, place):
    model = make.governance_model()
    point = make.governance_point(governance_model=model, published=False, citations=[place])
    page = Page(ada, model)
    assert page.save(summary="Another.").status_code == 302
    page = Page(ada, model)
    page.change(point, status="published")
    assert refusals(page.save()) == [f"The governance point ‘Stress-testing’ {IS_DRAFT}"]


def test_a_survey_is_not_published_while_its_report_is_a_draft(ada, draft):
    survey = ask.survey(published=False, publication=draft)

    [refusal] = refusals(Page(ada, survey).save(status="published"))

    assert refusal.startswith("Publication: ‘A secret report (briefing)’ is a draft")
    assert "‘A secret report (briefing)’ is a draft" in publish(ada, survey)
    assert not Survey.objects.published().exists()


def test_nor_while_a_finding_is_from_a_draft(ada, place):
    survey = ask.survey(published=False)
    ask.finding(ask.question(survey), citations=[place])
    refused = [f"The finding ‘Yes’ {IS_DRAFT}"]
    assert refusals(Page(ada, survey).save(status="published")) == refused


def test_a_finding_is_not_saved_from_a_draft(ada, place):
    page = Page(ada, ask.question())
    page.add("findings", answer="Yes", percentage="60", order=1, citations=[place.pk])
    assert refusals(page.save()) == [f"The finding ‘Yes’ {IS_DRAFT}"]


def test_an_event_with_an_unsourced_speaker_is_not_published_from_its_page(ada):
    held = library.event(published=False)
    library.speaker(held, citations=[])
    page = Page(ada, held.publication)
    refused = ["The speaker ‘Ann Example’ has no source."]
    assert refusals(page.save(status="published")) == refused


def test_an_event_is_its_own_source(ada):
    held = library.event(published=False)
    here = make.citation("Programme", held.publication)
    held.publication.citations.set([here])
    library.speaker(held, citations=[here])
    assert publish(ada, held.publication) == "1 publication published."
    Publication.objects.filter(pk=held.publication.pk).update(status="draft")
    page = Page(ada, held.publication)
    assert page.save(status="published").status_code == 302


def test_taking_back_a_change_brings_back_no_draft(ada, place):
    figure = ask.national_figure(citations=[place])
    Page(ada, figure).save(citations=[make.citation().pk])
    change = ada.get(address(figure, "history")).context["changes"][0]
    where = f"{address(figure, 'history')}nationalfigure/{change.after.history_id}/"
    edition = ada.get(where).context["edition"]
    response = ada.post(where, {"edition": edition}, follow=True)
    assert IS_DRAFT in messages_of(response)[0]
    assert NationalFigure.objects.get().citations.get() == make.citation()
