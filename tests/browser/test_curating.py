"""Curators at work in a real browser, under the content security policy."""

import re

import pytest
from django.contrib.auth.models import User

from directory.models import Collaborative, Interest, Membership
from library.models import Citation
from tests.browser.person import Person
from tests.directory import factories as make
from tests.directory.admin.curators import curator
from tests.directory.admin.pages import address

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "an otter under the bridge"


class Desk(Person):
    """A curator at their browser, and at every window it opens."""

    def __init__(self, page, live_server, user):
        super().__init__(page, live_server.url)
        self.user = user
        page.context.on("page", self.listen_to)

    def signs_in(self):
        self.page.goto(self.site + "/admin/")
        self.page.get_by_label("Username").fill(self.user.username)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.leaves_by(self.page.get_by_role("button", name="Log in"))
        self.page.locator("#user-tools").wait_for()

    def opens(self, thing, page="change"):
        self.page.goto(self.site + address(thing, page))

    def saves(self):
        self.leaves_by(self.page.get_by_role("button", name="Save", exact=True).first)

    def picks(self, field, words, option, page=None):
        """Type into a field that looks up a long list, and choose what it finds."""
        page = page or self.page
        page.locator(f"#{field} + .select2 .select2-selection").click()
        page.locator(".select2-search__field:focus").press_sequentially(words)
        page.locator(".select2-results__option", has_text=option).click()

    @property
    def told(self):
        return self.page.locator(".messagelist").inner_text()


def desk(page, live_server, name):
    user = User.objects.filter(username=name).first() or curator(name, first_name=name.title())
    user.set_password(PASSWORD)
    user.save()
    desk = Desk(page, live_server, user)
    desk.signs_in()
    return desk


@pytest.fixture
def ada(page, live_server):
    return desk(page, live_server, "ada")


@pytest.fixture
def bob(new_context, live_server):
    return desk(new_context().new_page(), live_server, "bob")


def test_an_edited_priority_stands_on_the_public_page_at_the_next_request(ada):
    alliance = make.collaborative()
    make.interest(alliance, "Share staff banks")
    ada.page.goto(ada.site + alliance.get_absolute_url())
    assert ada.page.get_by_text("Share staff banks").is_visible()

    ada.opens(alliance)
    ada.page.get_by_label("Text:").first.fill("Share surgical hubs")
    ada.saves()
    assert "changed successfully" in ada.told
    ada.page.goto(ada.site + alliance.get_absolute_url())

    assert ada.page.get_by_text("Share surgical hubs").is_visible()
    assert not ada.page.get_by_text("Share staff banks").is_visible()
    assert ada.complaints == []


def test_a_member_is_looked_up_and_added_with_its_source(ada):
    alliance, place = make.collaborative(), make.citation("Members")
    trust = make.organisation("Alder Trust")
    ada.opens(alliance)

    ada.page.get_by_role("button", name="Add another Member").click()
    ada.picks("id_memberships-0-organisation", "ald", "Alder Trust")
    ada.picks("id_memberships-0-citations", "Memb", "Members")
    ada.saves()

    assert "changed successfully" in ada.told
    member = Membership.objects.get()
    assert (member.organisation, member.citations.get()) == (trust, place)
    assert ada.complaints == []


def make_a_source_in_passing(ada, status):
    """From the entry to a new place, from there to a new publication, and back."""
    with ada.page.expect_popup() as opened:
        ada.page.locator("#add_id_citations").click()
    place = opened.value
    with place.expect_popup() as opened:
        place.locator("#add_id_publication").click()
    publication = opened.value
    publication.get_by_label("Title").fill("A new report")
    publication.get_by_label("Publisher").fill("NHS Providers")
    publication.get_by_label("Kind").select_option("Report")
    publication.get_by_label("Status").select_option(status)
    assert publication.get_by_label("Slug").input_value() == "a-new-report"
    with publication.expect_event("close"):
        publication.get_by_role("button", name="Save", exact=True).first.click()
    place.get_by_label("Locator").fill("Chapter 2")
    with place.expect_event("close"):
        place.get_by_role("button", name="Save", exact=True).first.click()
    ada.page.get_by_text("A new report, “Chapter 2”").first.wait_for()


def test_a_new_source_is_made_in_passing(ada):
    alliance = make.collaborative(published=False, citations=[])
    ada.opens(alliance)

    make_a_source_in_passing(ada, "Published")
    ada.page.get_by_label("Status").select_option("Published")
    ada.saves()

    assert list(alliance.citations.all()) == [Citation.objects.get(locator="Chapter 2")]
    assert Collaborative.objects.published().get() == alliance
    assert ada.complaints == []


def test_a_new_source_that_is_a_draft_has_to_be_published_first(ada):
    alliance = make.collaborative(published=False, citations=[])
    ada.opens(alliance)
    make_a_source_in_passing(ada, "Draft")
    ada.page.get_by_label("Status").select_option("Published")
    ada.saves()

    refusal = "cites ‘A new report (report)’, which is a draft: readers can’t see it. Publish that"
    assert ada.page.get_by_role("link", name=refusal).is_visible()
    assert ada.page.get_by_text("A new report, “Chapter 2”").first.is_visible()
    assert not Collaborative.objects.published().exists()
    assert ada.complaints == []


def test_the_second_of_two_curators_sees_both_versions_and_decides(ada, bob):
    alliance = make.collaborative(summary="Old words.")
    ada.opens(alliance)
    bob.opens(alliance)
    bob.page.get_by_label("Summary").fill("Bob's words.")
    bob.saves()
    ada.page.get_by_label("Summary").fill("Ada's words.")
    ada.saves()

    warning = ada.page.get_by_role("alert").first
    assert "Bob saved this after you opened it" in warning.inner_text()
    row = warning.get_by_role("row", name="Summary").inner_text()
    assert "Bob's words." in row
    assert "Ada's words." in row
    assert ada.page.get_by_label("Summary").input_value() == "Ada's words."

    ada.page.get_by_label(re.compile("I have compared")).check()
    ada.saves()
    assert Collaborative.objects.get().summary == "Ada's words."
    assert ada.complaints + bob.complaints == []


def test_a_removed_line_is_found_in_the_history_and_put_back(ada):
    alliance = make.collaborative()
    make.interest(alliance, "Share staff banks")
    ada.opens(alliance)
    ada.page.locator("#id_interests-0-DELETE").check()
    ada.saves()
    assert not Interest.objects.exists()

    ada.opens(alliance)
    ada.leaves_by(ada.page.get_by_role("link", name="History"))
    ada.leaves_by(ada.page.get_by_role("link", name=re.compile("Take back: Priority.*removed")))
    ada.leaves_by(ada.page.get_by_role("button", name="Take this change back"))

    assert "Taken back" in ada.told
    assert Interest.objects.get().citations.exists()
    assert ada.complaints == []


def test_publishing_is_refused_with_a_link_to_what_lacks_a_source(ada):
    alliance = make.collaborative(published=False)
    make.interest(alliance, "Share staff banks", citations=[])
    ada.opens(alliance)
    ada.page.get_by_label("Status").select_option("Published")
    ada.saves()

    ada.page.get_by_role("link", name="‘Share staff banks’ under Current priorities").click()

    ada.page.wait_for_url("**#id_interests-0-citations")
    assert not Collaborative.objects.published().exists()
    assert ada.complaints == []


@pytest.mark.parametrize("width", [375, 1280])
def test_the_pages_fit_a_phone_and_a_desk(ada, width):
    alliance = make.collaborative("Unbroken" * 20)
    make.membership(alliance, make.organisation("Alder Trust" * 10), note="x" * 300)
    make.interest(alliance, "y" * 300, themes=[make.theme("z" * 100)])
    ada.page.set_viewport_size({"width": width, "height": 800})

    for view in ("change", "history", "delete"):
        ada.opens(alliance, view)
        assert ada.page.evaluate("document.documentElement.scrollWidth") == width
    assert ada.complaints == []
