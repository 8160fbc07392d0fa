"""Curators keep case studies true: everything on one page, nothing unsourced published."""

import pytest

from casestudies.models import CaseStudy, Outcome
from tests.casestudies import factories as tell
from tests.directory import factories as make
from tests.directory.admin.pages import Page, list_of, messages_of, text_of

pytestmark = pytest.mark.django_db


def test_a_point_a_voice_and_a_figure_are_added_on_one_page(ada):
    case, place = tell.case_study(), tell.citation()
    page = Page(ada, case)
    cited = {"citations": [place.pk]}
    page.add("sections", kind="lessons", order=1, text="Begin small.", **cited)
    page.add("voices", name="Bo", role="Chair", order=1, gist="Go on.", **cited)
    page.add("outcomes", slug="beds", measure="Beds", after="120", unit="beds",
             nature="size", direction="none", reported_by="Bo", **cited)  # fmt: skip
    assert page.save().status_code == 302
    assert case.sections.get().text == "Begin small."
    assert case.voices.get().name == "Bo"
    assert case.outcomes.get().figure == "120 beds"
    assert case.outcomes.get().history.first().history_user.username == "ada"


@pytest.mark.parametrize(
    ("prefix", "values", "refusal"),
    [
        ("sections", {"kind": "lessons", "order": 1, "text": "So."}, "section ‘Lessons 1’"),
        ("voices", {"name": "Bo", "role": "Chair", "order": 1, "gist": "So."}, "voice ‘Bo’"),
        (
            "outcomes",
            {"slug": "beds", "measure": "Beds", "after": "1", "unit": "beds", "nature": "size",
             "direction": "none", "reported_by": "Bo"},
            "outcome ‘Beds’",
        ),
    ],
)  # fmt: skip
def test_a_published_one_takes_nothing_unsourced(ada, prefix, values, refusal):
    page = Page(ada, tell.case_study())
    page.add(prefix, **values)
    response = page.save()
    assert response.status_code == 200
    assert f"The {refusal} has no source." in text_of(response)


def test_a_draft_with_an_unsourced_point_is_not_published(ada):
    case = tell.case_study(published=False)
    tell.section(case, citations=[])
    chosen = {"action": "publish_selected", "_selected_action": [case.pk]}
    response = ada.post(list_of(CaseStudy), chosen, follow=True)
    assert any("has no source" in message for message in messages_of(response))
    case.refresh_from_db()
    assert not case.is_published


def test_an_anonymised_example_takes_no_name(ada):
    page = Page(ada, tell.case_study())
    page["anonymised"] = "on"
    page["collaboratives"] = [make.collaborative().pk]
    response = page.save()
    assert "names no collaborative and no organisation" in text_of(response)


def test_a_figure_has_a_page_of_its_own_and_needs_a_source(ada):
    outcome = tell.outcome(tell.case_study())
    page = Page(ada, outcome)
    page["after"] = "14"
    assert page.save().status_code == 302
    outcome.refresh_from_db()
    assert outcome.after == "14"
    page = Page(ada, outcome)
    page["citations"] = []
    assert page.save().status_code == 200


def test_two_people_never_save_over_each_other(ada):
    case = tell.case_study()
    first, second = Page(ada, case), Page(ada, case)
    first["summary"] = "First."
    second["summary"] = "Second."
    assert first.save().status_code == 302
    assert second.save().status_code == 200
    case.refresh_from_db()
    assert case.summary == "First."


def test_lists_and_history_open(ada):
    case = tell.case_study()
    tell.outcome(case)
    for model in (CaseStudy, Outcome):
        assert ada.get(list_of(model)).status_code == 200
    history = ada.get(f"{list_of(CaseStudy)}{case.pk}/history/")
    assert history.status_code == 200


def test_lists_take_as_many_queries_however_long(ada, django_assert_max_num_queries):
    for n in range(8):
        tell.outcome(tell.case_study(f"Case {n}"), f"Measure {n}")
    for model in (CaseStudy, Outcome):
        with django_assert_max_num_queries(25):
            ada.get(list_of(model))


def test_a_figure_of_a_draft_links_to_no_page(ada):
    shown = tell.outcome(tell.case_study())
    draft = tell.outcome(tell.case_study("Draft", published=False), "Beds")
    assert shown.get_absolute_url() in text_of(Page(ada, shown).response)
    assert "View on site" not in text_of(Page(ada, draft).response)
