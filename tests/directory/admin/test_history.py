"""Who changed what and when, facts included, and how to take it back."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from directory.models import Collaborative, Interest, Membership, Region
from tests.directory import factories as make
from tests.directory.admin.pages import Page, address, list_of, messages_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    """A clock on which an hour passes between two saves."""
    with time_machine.travel(datetime(2026, 5, 4, 9, 0, tzinfo=UTC), tick=False) as clock:
        yield clock


@pytest.fixture
def later(clock):
    return lambda: clock.shift(timedelta(hours=1))


def told(client, entry):
    """The latest change on the history page: who, what, and each field before and after."""
    change = client.get(address(entry, "history")).context["changes"][0]
    fields = [(field.label, field.old_words, field.new_words) for field in change.fields]
    return change.who, f"{change.title} {change.kind}", fields


def undo(client, entry, number=0):
    """Take back the newest change, or the one so many before it."""
    change = client.get(address(entry, "history")).context["changes"][number]
    where = f"{address(entry, 'history')}{change.model_name}/{change.after.history_id}/"
    page = client.get(where)
    return client.post(where, {"edition": page.context["edition"]}, follow=True)


def test_a_change_of_the_entry_tells_old_and_new_in_words(ada, later):
    north, alliance = make.region("North", "Y62"), make.collaborative(regions=[make.region()])
    later()
    page = Page(ada, alliance)
    page.update(footprint="multi-system", regions=[north.pk])
    page.save()

    assert told(ada, alliance) == (
        "Ada Lovelace",
        "Collaborative ‘Northern Alliance’ changed",
        [("Footprint", "—", "Multi-system"), ("Regions", "London", "North")],
    )


def test_a_fact_that_was_added_tells_what_it_says(ada, later):
    alliance, trust = make.collaborative(), make.organisation()
    later()
    page = Page(ada, alliance)
    cited = make.citation()
    page.add("memberships", organisation=trust.pk, role="lead", citations=[cited.pk])
    page.save()

    assert told(ada, alliance) == (
        "Ada Lovelace",
        "Member ‘Alder Trust’ added",
        [
            ("Organisation", "—", "Alder Trust"),
            ("Role", "—", "Lead provider"),
            ("Sources", "—", "Working together, “Background”"),
        ],
    )


def test_a_fact_that_was_changed_tells_old_and_new(ada, later):
    alliance = make.collaborative()
    line = make.interest(alliance, "Hubs", themes=[make.theme("Digital")])
    later()
    page = Page(ada, alliance)
    page.change(line, text="Surgical hubs", themes=[make.theme("Workforce").pk])
    page.save()

    assert told(ada, alliance) == (
        "Ada Lovelace",
        "Priority or learning ‘Surgical hubs’ changed",
        [("Text", "Hubs", "Surgical hubs"), ("Themes", "Digital", "Workforce")],
    )


def test_a_fact_that_was_removed_tells_what_it_said(ada, later):
    alliance = make.collaborative()
    contact = make.contact(alliance, "Chair", "Ann Example")
    later()
    page = Page(ada, alliance)
    page.change(contact, DELETE="on")
    page.save()

    who, what, fields = told(ada, alliance)

    assert (who, what) == ("Ada Lovelace", "Leader or contact ‘Chair: Ann Example’ removed")
    assert ("Name", "Ann Example", "—") in fields
    assert ("Sources", "Working together, “Background”", "—") in fields


def test_a_change_without_a_person_says_why_instead(ada):
    alliance = make.collaborative()

    assert told(ada, alliance)[0] == "nobody who was signed in"


def test_a_removed_member_comes_back_with_its_sources(ada, later):
    alliance = make.collaborative()
    member = make.membership(alliance, make.organisation(), since="2021-03", role="lead")
    later()
    page = Page(ada, alliance)
    page.change(member, DELETE="on")
    page.save()
    later()

    response = undo(ada, alliance)

    assert messages_of(response) == ["Taken back: Member ‘Alder Trust’ removed."]
    back = Membership.objects.get()
    assert (back, back.since, back.role) == (member, "2021-03", "lead")
    assert back.citations.count() == 1


def test_an_added_fact_goes_again(ada, later):
    alliance = make.collaborative()
    later()
    make.interest(alliance)
    later()

    undo(ada, alliance)

    assert not Interest.objects.exists()


def test_only_the_fields_of_that_change_are_put_back(ada, later):
    london, north = make.region(), make.region("North", "Y62")
    alliance = make.collaborative(summary="First.", regions=[london])
    for values in ({"summary": "Second.", "regions": [north.pk]}, {"short_name": "NA"}):
        later()
        page = Page(ada, alliance)
        page.update(values)
        page.save()
    later()

    undo(ada, alliance, number=1)

    alliance.refresh_from_db()
    assert (alliance.summary, alliance.short_name) == ("First.", "NA")
    assert list(alliance.regions.all()) == [london]


def test_taking_back_is_itself_a_change_and_another_edition(ada, later):
    alliance = make.collaborative()
    later()
    make.interest(alliance, "Hubs")
    later()
    opened = Page(ada, alliance)

    undo(ada, alliance)

    assert told(ada, alliance)[:2] == ("Ada Lovelace", "Priority or learning ‘Hubs’ removed")
    assert "conflict" in opened.save().context
    alliance.refresh_from_db()
    assert alliance.revision == 2


def test_taking_back_never_leaves_a_published_fact_without_a_source(ada, later):
    alliance = make.collaborative(published=False)
    line = make.interest(alliance, "Hubs", citations=[])
    later()
    page = Page(ada, alliance)
    page["status"] = "published"
    page.change(line, citations=[make.citation().pk])
    page.save()
    later()

    response = undo(ada, alliance, number=1)

    assert messages_of(response) == [
        "Not taken back: ‘Hubs’ under Current priorities has no source."
    ]
    assert line.citations.exists()


def test_what_was_saved_since_the_curator_looked_is_not_overwritten(ada, later):
    alliance = make.collaborative()
    later()
    line = make.interest(alliance)
    change = ada.get(address(alliance, "history")).context["changes"][0]
    where = f"{address(alliance, 'history')}{change.model_name}/{change.after.history_id}/"
    edition = ada.get(where).context["edition"]
    later()
    make.contact(alliance)

    response = ada.post(where, {"edition": edition}, follow=True)

    assert "somebody saved this meanwhile" in messages_of(response)[0]
    assert Interest.objects.get() == line


def test_what_is_there_again_or_gone_since_can_not_be_taken_back(ada, later):
    alliance = make.collaborative()
    line = make.interest(alliance)
    later()
    line.text = "Hubs"
    line.save()
    later()
    line.delete()
    later()

    response = undo(ada, alliance, number=1)

    assert "It has been removed since" in messages_of(response)[0]


def test_a_deleted_entry_comes_back_with_its_facts(ada, later):
    alliance = make.collaborative()
    make.membership(alliance, make.organisation())
    make.interest(alliance, "Hubs", themes=[make.theme()])
    key = alliance.pk
    later()
    ada.post(address(alliance, "delete"), {"post": "yes"})
    assert not Collaborative.objects.exists()
    later()

    listed = ada.get(list_of(Collaborative) + "deleted/")
    alliance.pk = key
    undo(ada, alliance)

    assert address(alliance, "history") in text_of(listed)
    back = Collaborative.objects.get()
    assert back.pk == key
    assert back.unsourced_facts() == []
    assert back.memberships.count() == 1
    assert back.interests.get().themes.count() == 1


def test_the_librarys_own_address_of_a_version_leads_to_the_same_page(ada):
    region = make.region()
    record = region.history.first()

    response = ada.get(f"{address(region, 'history')}{record.history_id}/", follow=True)

    assert response.status_code == 200
    assert "Region ‘London’" in text_of(response)
    assert Region.objects.count() == 1


@pytest.mark.parametrize("foul", ["<script>alert(1)</script>", "' OR 1=1 --", "=1+1"])
def test_foul_text_is_text(ada, later, foul):
    alliance = make.collaborative(foul)
    line = make.interest(alliance, foul, themes=[make.theme(foul, slug="foul")])
    later()
    page = Page(ada, alliance)
    page.change(line, text=f"{foul} too")
    page.save()

    pages = [ada.get(address(alliance, name)) for name in ("change", "history", "delete")]

    for response in pages:
        assert "<script>alert" not in text_of(response)
    assert foul in {line.text.removesuffix(" too") for line in alliance.interests.all()}


@pytest.mark.parametrize("path", ["0/", "x/1/", "membership/999/", "theme/1/"])
def test_a_change_that_never_was_is_not_found(ada, path):
    alliance = make.collaborative()

    assert ada.get(address(alliance, "history") + path, follow=True).status_code == 404


@pytest.mark.parametrize("key", ["0", "x", "9" * 30, "1'"])
def test_the_history_of_nothing_is_no_error(ada, key):
    response = ada.get(f"/admin/directory/collaborative/{key}/history/", follow=True)

    assert response.status_code in {200, 404}
