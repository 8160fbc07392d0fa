"""Curators keep the matrix: nothing unsourced is published, and nobody's save is lost."""

import pytest

from maturity.models import Domain, Level, Objective, Subdomain
from tests.directory.admin.pages import Page, list_of, messages_of, text_of
from tests.directory.factories import citation
from tests.maturity import factories as make

pytestmark = pytest.mark.django_db

ADD = "/admin/maturity/{}/add/"


def test_a_domain_and_its_sub_domains_are_made_on_one_page(ada, client):
    page = Page(ada, ADD.format("domain"))
    place = citation().pk
    page.update(number="1", name="System working", slug="system-working", citations=[place])
    page.add("subdomains", number=1, name="Partners", slug="partners", citations=[place])
    assert page.save(status="published").status_code == 302
    assert "1.1 Partners" in text_of(client.get("/maturity/"))
    assert Domain.history.first().history_user.username == "ada"


def test_objectives_are_added_on_their_sub_domains_page_and_show_at_once(ada, client):
    page = Page(ada, make.subdomain())
    page.add("objectives", letter="a", name="Share the load", citations=[citation().pk])
    assert page.save().status_code == 302
    assert "1.1.a Share the load" in text_of(client.get("/maturity/"))


def test_a_published_domain_takes_no_objective_without_a_source(ada):
    page = Page(ada, make.subdomain())
    page.add("objectives", letter="a", name="Share the load")
    assert "‘1.1.a Share the load’ has no source." in text_of(page.save())
    assert not Objective.objects.exists()


@pytest.fixture
def unsourced():
    draft = make.domain(published=False)
    make.objective(make.subdomain(draft), citations=[])
    return draft


def test_a_draft_with_an_unsourced_objective_is_not_published(ada, unsourced):
    assert "has no source." in text_of(Page(ada, unsourced).save(status="published"))
    chosen = {"action": "publish_selected", "_selected_action": [unsourced.pk]}
    response = ada.post(list_of(Domain), chosen, follow=True)
    assert any("has no source" in message for message in messages_of(response))
    unsourced.refresh_from_db()
    assert not unsourced.is_published


def test_nor_does_its_sub_domain_move_to_a_published_domain(ada, unsourced):
    page = Page(ada, Subdomain.objects.get())
    other = make.domain("Another", number=2)
    assert page.save(domain=other.pk).status_code == 200
    assert Subdomain.objects.get().domain == unsourced


def test_a_level_is_public_at_once_and_needs_a_source(ada, client):
    page = Page(ada, ADD.format("level"))
    page.update(order="1", name="Emerging", slug="emerging")
    assert page.save().status_code == 200
    assert not Level.objects.exists()
    assert page.save(citations=[citation().pk]).status_code == 302
    assert "Emerging" in text_of(client.get("/maturity/"))


def test_two_people_never_save_over_each_other(ada, bob):
    part = make.subdomain()
    hers, his = Page(ada, part), Page(bob, part)
    assert hers.save(name="Hers").status_code == 302
    assert his.save(name="His").status_code == 200
    assert Subdomain.objects.get().name == "Hers"


def test_a_published_domain_links_to_its_place_and_a_draft_does_not(ada):
    shown, draft = make.domain(), make.domain("Draft", number=2, published=False)
    assert "View on site" in text_of(Page(ada, shown).response)
    assert "View on site" not in text_of(Page(ada, draft).response)


@pytest.mark.parametrize("model", [Domain, Subdomain, Level])
def test_a_curator_sees_lists_and_history(ada, model):
    make.one_of_everything()
    thing = model.objects.get()
    assert ada.get(list_of(model), {"q": "e"}).status_code == 200
    history = f"/admin/maturity/{model._meta.model_name}/{thing.pk}/history/"
    assert ada.get(history).status_code == 200
