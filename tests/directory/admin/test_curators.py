"""What a curator may do, and what they find."""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from directory.models import Collaborative, Organisation
from tests.directory import factories as make
from tests.directory.admin.curators import make_group
from tests.directory.admin.pages import Page, address, list_of, text_of

pytestmark = pytest.mark.django_db

PLACES = [
    "collaborative",
    "organisation",
    "governancemodel",
    "governancepoint",
    "region",
    "sector",
    "system",
    "theme",
]


def granted():
    names = Permission.objects.filter(group__name="Curators").values_list(
        "content_type__app_label", "codename"
    )
    return {f"{app}.{name}" for app, name in names}


def test_curators_may_do_everything_with_entries_facts_and_sources():
    for model in (*PLACES, "membership", "interest", "contact", "statement"):
        for action in ("add", "change", "delete", "view"):
            assert f"directory.{action}_{model}" in granted()
    assert {"library.add_publication", "library.add_citation"} <= granted()


def test_curators_see_history_and_never_rewrite_it():
    of_history = {name for name in granted() if "historical" in name}

    assert "directory.view_historicalcollaborative" in of_history
    assert all(re.match(r"\w+\.view_", name) for name in of_history)


def test_curators_have_nothing_to_do_with_accounts_sessions_and_locks(ada):
    assert not any(name.startswith(("auth.", "sessions.", "axes.", "admin.")) for name in granted())
    assert ada.get("/admin/auth/user/").status_code == 403


def test_making_the_group_twice_changes_nothing():
    before = granted()
    Group.objects.get(name="Curators").permissions.remove(Permission.objects.first())

    make_group()

    assert Group.objects.filter(name="Curators").count() == 1
    assert before <= granted()


def test_the_index_begins_with_collaboratives_and_lists_no_single_facts(ada):
    apps_listed = ada.get("/admin/").context["app_list"]

    names = [model["object_name"] for app in apps_listed for model in app["models"]]
    assert names[:3] == ["Collaborative", "Organisation", "GovernanceModel"]
    assert "Publication" in names
    assert not {"Membership", "Interest", "Citation", "User", "AccessAttempt"} & set(names)


@pytest.mark.parametrize("name", [f"directory_{n}" for n in PLACES] + ["library_publication"])
def test_every_kind_of_thing_can_be_listed_and_added(ada, name):
    for page in ("changelist", "add", "deleted"):
        assert ada.get(reverse(f"admin:{name}_{page}")).status_code == 200


def test_a_whole_collaborative_is_made_on_one_page(ada):
    cited = {"citations": [make.citation().pk]}
    page = Page(ada, "/admin/directory/collaborative/add/")
    page.update(name="New", slug="new", summary="Is new.", status="published", **cited)
    page.update(regions=[make.region().pk], sectors=[make.sector().pk])
    page.add("aliases", name="N", kind="short")
    page.add("memberships", organisation=make.organisation().pk, role="lead", **cited)
    page.add("arrangements", governance_model=make.governance_model().pk, since="2019", **cited)
    page.add("interests", kind="search", text="Hubs", order=0, themes=[make.theme().pk], **cited)
    page.add("contacts", kind="leader", role="Chair", order=0, **cited)
    page.add("links", title="Plan", url="https://example.org/plan", **cited)
    page.add("statements", field="area", value="Large", **cited)
    page.add("corrections", printed="Nwe", corrected="New", **cited)

    assert page.save().status_code == 302
    made = Collaborative.objects.published().get()
    assert made.unsourced_facts() == []
    assert all(getattr(made, facts).count() == 1 for facts in made.published_facts)


def test_what_is_published_links_to_its_page_and_a_draft_says_that_it_has_none(ada):
    published, draft = make.collaborative("One"), make.collaborative("Two", published=False)

    assert f'href="{published.get_absolute_url()}"' in text_of(ada.get(address(published)))
    page = text_of(ada.get(address(draft)))
    assert draft.get_absolute_url() not in page
    assert "This is a draft: it has no public page" in page


def test_the_address_of_a_published_entry_is_fixed(ada):
    trust = make.organisation("Alder Trust")
    page = Page(ada, trust)
    page.update(name="Oak Trust", slug="oak-trust")

    assert page.save().status_code == 302
    trust.refresh_from_db()
    assert (trust.name, trust.slug) == ("Oak Trust", "alder-trust")


def test_a_list_is_searched_by_any_name(ada):
    alder = make.organisation("Alder Trust")
    make.organisation_alias(alder, "Old Infirmary")
    make.organisation("Oak Trust")

    page = text_of(ada.get(list_of(Organisation), {"q": "infirmary"}))

    assert "Alder Trust" in page
    assert "Oak Trust" not in page


def test_nothing_in_the_admin_is_kept(ada):
    alliance = make.collaborative()

    for page in ("change", "history", "delete"):
        assert "no-store" in ada.get(address(alliance, page))["Cache-Control"]


def test_no_page_of_the_admin_has_a_script_or_a_handler_in_it(ada):
    alliance = make.collaborative()
    make.interest(alliance)
    refused = Page(ada, alliance)
    refused["name"] = ""

    pages = [ada.get(address(alliance, name)) for name in ("change", "history", "delete")]
    for response in (*pages, refused.save(), ada.get(list_of(Collaborative))):
        assert re.findall(r"<script(?![^>]*(?:src=|application/json))", text_of(response)) == []
        assert re.findall(r"<[^>]*\son\w+=", text_of(response)) == []


def test_a_stranger_is_asked_to_sign_in(client):
    alliance = make.collaborative()

    for page in ("change", "history", "delete"):
        assert client.get(address(alliance, page))["Location"].startswith("/admin/login/")


def test_an_edit_shows_in_the_public_data_at_the_next_request(ada, client):
    alliance = make.collaborative()
    assert alliance.name in b"".join(client.get("/collaboratives.json")).decode()
    page = Page(ada, alliance)
    page["name"] = "Renamed Alliance"
    page.save()

    assert "Renamed Alliance" in b"".join(client.get("/collaboratives.json")).decode()
