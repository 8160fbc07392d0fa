"""Points of the governance guide, on their own page and on their model's."""

import pytest

from directory.models import GovernancePoint
from tests.directory import factories as make
from tests.directory.admin.pages import Page

pytestmark = pytest.mark.django_db

POINT = {"kind": "risk", "name": "Bound", "slug": "bound", "text": "It binds.", "order": 1}
REFUSAL = "The governance point ‘Bound’ has no source."


def test_a_point_is_added_on_its_models_page_with_a_source(ada):
    model = make.governance_model("Joint committee")
    page = Page(ada, model)
    page.add("points", **POINT, status="published", citations=[make.citation().pk])

    assert page.save().status_code == 302
    assert model.points.get().text == "It binds."


def test_a_published_point_needs_a_source_there_too(ada):
    page = Page(ada, make.governance_model("Joint committee"))
    page.add("points", **POINT, status="published")

    response = page.save()

    assert [problem.message for problem in response.context["problems"]] == [REFUSAL]
    assert not GovernancePoint.objects.exists()


def test_a_draft_may_still_lack_its_source(ada):
    model = make.governance_model("Joint committee")
    page = Page(ada, model)
    page.add("points", **POINT, status="draft")

    assert page.save().status_code == 302
    assert not model.points.published().exists()


def test_a_point_in_general_is_edited_on_its_own_page(ada):
    point = make.governance_point("Bound")
    page = Page(ada, point)
    page.update(text="It binds all.", citations=[])

    response = page.save()

    assert [problem.message for problem in response.context["problems"]] == [REFUSAL]
    page = Page(ada, point)
    page["text"] = "It binds all."
    assert page.save().status_code == 302
    assert GovernancePoint.objects.get().text == "It binds all."
