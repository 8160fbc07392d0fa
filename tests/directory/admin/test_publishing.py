"""Nothing is published without its sources, and the refusal says what lacks one."""

import pytest

from directory.models import Collaborative, GovernanceModel, Organisation, Statement
from tests.directory import factories as make
from tests.directory.admin.pages import Page, list_of, messages_of, text_of

pytestmark = pytest.mark.django_db

UNSOURCED_ROWS = {
    "memberships": ({"role": "member"}, "The member ‘Alder Trust’ has no source."),
    "arrangements": ({}, "The governance arrangement ‘Joint committee’ has no source."),
    "interests": (
        {"kind": "share", "text": "Hubs", "order": 0},
        "‘Hubs’ under Learning to share has no source.",
    ),
    "contacts": (
        {"kind": "leader", "role": "Chair", "order": 0},
        "The leader or contact ‘Chair’ has no source.",
    ),
    "links": (
        {"title": "Plan", "url": "https://example.org/"},
        "The helpful link ‘Plan’ has no source.",
    ),
    "statements": (
        {"field": "population", "value": "2 million"},
        "The statement ‘Population served: 2 million’ has no source.",
    ),
    "corrections": (
        {"printed": "Blak", "corrected": "Black"},
        "The correction ‘“Blak” is given as “Black”’ has no source.",
    ),
}


def unsourced(prefix):
    """The values of a row without a source, and what is said of it."""
    values, refusal = UNSOURCED_ROWS[prefix]
    references = {
        "memberships": lambda: {"organisation": make.organisation("Alder Trust").pk},
        "arrangements": lambda: {"governance_model": make.governance_model("Joint committee").pk},
    }
    return {**values, **references.get(prefix, dict)()}, refusal


@pytest.mark.parametrize("prefix", UNSOURCED_ROWS)
def test_a_published_entry_takes_no_fact_without_a_source(ada, prefix):
    alliance = make.collaborative()
    values, refusal = unsourced(prefix)
    page = Page(ada, alliance)
    page.add(prefix, **values)

    response = page.save()

    assert response.status_code == 200
    assert [p.message for p in response.context["problems"]] == [refusal]
    assert not getattr(alliance, prefix).exists()


@pytest.mark.parametrize("prefix", UNSOURCED_ROWS)
def test_a_draft_takes_facts_whose_source_is_still_sought(ada, prefix):
    alliance = make.collaborative(published=False)
    values, _ = unsourced(prefix)
    page = Page(ada, alliance)
    page.add(prefix, **values)

    assert page.save().status_code == 302
    assert getattr(alliance, prefix).count() == 1


def test_every_unsourced_fact_is_named_and_nothing_typed_is_lost(ada):
    alliance = make.collaborative(published=False, citations=[])
    page = Page(ada, alliance)
    page.update(status="published", summary="A better summary.")
    for prefix in ("links", "corrections"):
        page.add(prefix, **unsourced(prefix)[0])

    response = page.save()

    assert [p.message for p in response.context["problems"]] == [
        "The collaborative ‘Northern Alliance’ has no source.",
        "The helpful link ‘Plan’ has no source.",
        "The correction ‘“Blak” is given as “Black”’ has no source.",
    ]
    assert "A better summary." in text_of(response)
    assert 'value="https://example.org/"' in text_of(response)
    alliance.refresh_from_db()
    assert (alliance.status, alliance.links.count()) == ("draft", 0)


def test_an_alias_needs_no_source(ada):
    alliance = make.collaborative()
    page = Page(ada, alliance)
    page.add("aliases", name="NORTH", kind="short")

    assert page.save().status_code == 302


def test_facts_count_as_submitted_and_not_as_stored(ada):
    alliance = make.collaborative(published=False)
    found = make.link(alliance, citations=[])
    dropped = make.correction(alliance, citations=[])
    page = Page(ada, alliance)
    page["status"] = "published"
    page.change(found, citations=[make.citation().pk])
    page.change(dropped, DELETE="on")

    assert page.save().status_code == 302
    assert Collaborative.objects.get().is_published
    assert not alliance.corrections.exists()


def test_a_source_can_not_be_taken_from_what_is_published(ada):
    alliance = make.collaborative()
    member = make.membership(alliance, make.organisation())
    page = Page(ada, alliance)
    page.change(member, citations=[])

    response = page.save()

    assert [p.message for p in response.context["problems"]] == [
        "The member ‘Alder Trust’ has no source."
    ]
    assert member.citations.exists()


@pytest.mark.parametrize("maker", [make.organisation, make.governance_model])
def test_an_organisation_and_a_governance_model_need_a_source_too(ada, maker):
    entry = maker("Something", published=False, citations=[])
    page = Page(ada, entry)
    page["status"] = "published"

    response = page.save()

    assert "‘Something’ has no source." in text_of(response)
    entry.refresh_from_db()
    assert not entry.is_published


def test_the_models_know_what_lacks_a_source():
    alliance = make.collaborative(citations=[])
    fact = make.statement(alliance, Statement.Field.AREA, "Large", citations=[])
    make.interest(alliance)

    assert alliance.unsourced_facts() == [alliance, fact]


def act(client, model, action, *entries):
    keys = [entry.pk for entry in entries]
    data = {"action": action, "_selected_action": keys}
    return client.post(list_of(model), data, follow=True)


def test_publishing_many_leaves_out_those_with_unsourced_facts_and_says_why(ada):
    good = make.collaborative("Good", published=False)
    bad = make.collaborative("Bad", published=False)
    make.membership(bad, make.organisation("Alder Trust"), citations=[])

    response = act(ada, Collaborative, "publish_selected", good, bad)

    assert messages_of(response) == [
        "‘Bad’ was not published. The member ‘Alder Trust’ has no source.",
        "1 collaborative published.",
    ]
    assert list(Collaborative.objects.published()) == [good]


def test_withdrawing_many_makes_them_drafts(ada):
    trust = make.organisation()

    act(ada, Organisation, "withdraw_selected", trust)

    assert not Organisation.objects.published().exists()


def test_confirming_sets_today_and_leaves_a_trace(ada):
    model = make.governance_model()

    act(ada, GovernanceModel, "confirm_selected", model)

    model.refresh_from_db()
    assert model.last_verified is not None
    assert model.revision == 2
    assert model.history.first().history_user.username == "ada"


def test_an_unsourced_published_entry_can_not_be_confirmed(ada):
    model = make.governance_model(citations=[])

    response = act(ada, GovernanceModel, "confirm_selected", model)

    assert "has no source" in messages_of(response)[0]
    model.refresh_from_db()
    assert model.last_verified is None
