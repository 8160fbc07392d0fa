"""Nobody saves over what somebody else saved in between, unless they have seen it."""

import pytest

from directory.models import Collaborative, Theme
from library.models import Citation
from tests.directory import factories as make
from tests.directory.admin.pages import Page, list_of, text_of

pytestmark = pytest.mark.django_db


def differences(response):
    """What the two versions disagree about: what, saved, by whom, yours."""
    return [
        (d.about, d.saved, d.change.who if d.change else None, d.yours)
        for d in response.context["conflict"].differences
    ]


def test_the_second_of_two_saves_is_refused_and_both_versions_are_shown(ada, bob):
    alliance = make.collaborative(summary="Old.")
    adas, bobs = Page(ada, alliance), Page(bob, alliance)
    bobs["summary"] = "Bob's."
    adas["summary"] = "Ada's."

    assert bobs.save().status_code == 302
    response = adas.save()

    assert response.status_code == 200
    assert differences(response) == [("Summary", "Bob's.", "Bob Ross", "Ada's.")]
    assert "Bob Ross saved this after you opened it" in text_of(response)
    assert "Saved by Bob Ross on" in text_of(response)
    assert ">\nAda&#x27;s.</textarea>" in text_of(response)
    assert Collaborative.objects.get().summary == "Bob's."


def test_what_only_one_of_them_changed_is_told_apart(ada, bob):
    alliance = make.collaborative(summary="Old.", short_name="NA")
    adas, bobs = Page(ada, alliance), Page(bob, alliance)
    bobs["summary"] = "Bob's."
    bobs.save()
    adas["short_name"] = "NAA"

    response = adas.save()

    assert differences(response) == [
        ("Short name", "NA", None, "NAA"),
        ("Summary", "Bob's.", "Bob Ross", "Old."),
    ]


def test_rows_that_the_other_added_changed_or_removed_are_shown(ada, bob):
    alliance = make.collaborative()
    changed, removed = make.interest(alliance, "Hubs"), make.interest(alliance, "Banks")
    adas, bobs = Page(ada, alliance), Page(bob, alliance)
    bobs.change(changed, text="Surgical hubs")
    bobs.change(removed, DELETE="on")
    bobs.add("interests", kind="share", text="Passports", order=0, citations=[make.citation().pk])
    assert bobs.save().status_code == 302
    adas["short_name"] = "NAA"

    response = adas.save()

    assert differences(response)[1:] == [
        ("Priority or learning ‘Surgical hubs’: Text", "Surgical hubs", "Bob Ross", "Hubs"),
        ("Priority or learning ‘Banks’", "Removed", "Bob Ross", "In your list as a new row"),
        (
            "Priority or learning ‘Passports’",
            "Passports",
            "Bob Ross",
            "Not in your list; it will stay",
        ),
    ]


def test_after_comparing_a_curator_may_save_over_the_other_version(ada, bob):
    alliance = make.collaborative(summary="Old.")
    removed = make.interest(alliance, "Banks")
    adas, bobs = Page(ada, alliance), Page(bob, alliance)
    bobs["summary"] = "Bob's."
    bobs.change(removed, DELETE="on")
    bobs.add("interests", kind="share", text="Passports", order=0, citations=[make.citation().pk])
    bobs.save()
    adas["summary"] = "Ada's."
    refusal = adas.save()

    merged = Page.__new__(Page)
    dict.__init__(merged)
    merged.client, merged.where = ada, adas.where
    merged._read(refusal)
    response = merged.save(over=refusal.context["conflict"].newest)

    assert response.status_code == 302
    assert Collaborative.objects.get().summary == "Ada's."
    assert {interest.text for interest in alliance.interests.all()} == {"Banks", "Passports"}


def test_saving_over_the_other_version_lists_nothing_twice(ada, bob):
    alliance, trust = make.collaborative(), make.organisation()
    row = {"organisation": trust.pk, "role": "member", "citations": [make.citation().pk]}
    adas, bobs = Page(ada, alliance), Page(bob, alliance)
    bobs.add("memberships", **row)
    bobs.save()
    adas.add("memberships", **row)

    response = adas.save(over=adas.save().context["conflict"].newest)

    assert [p.message for p in response.context["problems"]] == [
        "Member 1, ‘Alder Trust’ is listed already."
    ]
    assert alliance.memberships.count() == 1


def test_having_seen_one_version_is_no_leave_to_save_over_a_third(ada, bob):
    alliance = make.collaborative()
    adas = Page(ada, alliance)
    for summary in ("Bob's.", "Bob's second."):
        bobs = Page(bob, alliance)
        bobs["summary"] = summary
        bobs.save()
        if summary == "Bob's.":
            seen = adas.save().context["conflict"].newest

    assert adas.save(over=seen).status_code == 200
    assert Collaborative.objects.get().summary == "Bob's second."


def test_a_change_of_rows_alone_raises_the_revision_by_one(ada):
    alliance = make.collaborative()
    page = Page(ada, alliance)
    page.add("aliases", name="NORTH", kind="short")
    page.add("aliases", name="NORTHERN", kind="former")
    page.save()

    alliance.refresh_from_db()
    assert alliance.revision == 2
    assert alliance.history.count() == 2  # as the factory made it: nothing of its own has changed


def test_saving_without_a_change_is_no_new_edition(ada):
    alliance = make.collaborative()
    before = alliance.history.count()

    assert Page(ada, alliance).save().status_code == 302

    alliance.refresh_from_db()
    assert (alliance.revision, alliance.history.count()) == (1, before)


def test_what_was_changed_elsewhere_than_in_the_admin_is_not_lost_either(ada):
    alliance = make.collaborative()
    page = Page(ada, alliance)
    make.membership(alliance, make.organisation())

    assert "conflict" in page.save().context


@pytest.mark.parametrize("action", ["withdraw_selected", "confirm_selected"])
def test_a_bulk_action_makes_another_edition(ada, bob, action):
    alliance = make.collaborative()
    page = Page(ada, alliance)
    bob.post(list_of(Collaborative), {"action": action, "_selected_action": [alliance.pk]})

    assert "conflict" in page.save().context


@pytest.mark.parametrize("forged", ["", "1", "x", "0-0-0", "9" * 5000, "1-" + "9" * 5000])
def test_a_form_without_its_edition_is_not_saved(ada, forged):
    alliance = make.collaborative()
    page = Page(ada, alliance)
    page.update(edition=forged, summary="Foul.")

    assert page.save().status_code == 200
    assert Collaborative.objects.get().summary != "Foul."


def test_vocabulary_and_sources_are_guarded_too(ada, bob):
    theme = make.theme()
    adas, bobs = Page(ada, theme), Page(bob, theme)
    bobs["description"] = "Bob's."
    bobs.save()
    adas["description"] = "Ada's."

    assert "Bob&#x27;s." in text_of(adas.save())
    assert Theme.objects.get().description == "Bob's."


def test_places_in_a_publication_are_guarded_too(ada, bob):
    place = make.citation("Background")
    adas, bobs = Page(ada, place.publication), Page(bob, place.publication)
    bobs.change(place, locator="Context")
    bobs.save()
    adas.change(place, locator="Introduction")

    assert "conflict" in adas.save().context
    assert Citation.objects.get().locator == "Context"


def test_an_entry_deleted_meanwhile_is_said_to_be_gone(ada):
    alliance = make.collaborative()
    page = Page(ada, alliance)
    alliance.delete()

    response = ada.post(page.where, dict(page), follow=True)

    assert "Perhaps it was deleted?" in text_of(response)
