"""What is used is not deleted, and the refusal says what uses it."""

import pytest

from directory.models import Collaborative, Interest, Organisation, Theme
from library.models import Citation, Publication
from tests.directory import factories as make
from tests.directory.admin.pages import Page, address, list_of, text_of

pytestmark = pytest.mark.django_db


def delete(client, thing):
    return client.post(address(thing, "delete"), {"post": "yes"})


def test_a_cited_place_stays_and_says_who_cites_it(ada):
    alliance = make.collaborative(citations=[])
    place = make.citation("Elsewhere")
    make.membership(alliance, make.organisation("Alder Trust", citations=[]), citations=[place])

    response = delete(ada, place)

    assert "can't be deleted, because this depends on it" in text_of(response)
    assert "member ‘Alder Trust’ of ‘Northern Alliance’" in text_of(response)
    assert Citation.objects.filter(pk=place.pk).exists()


def test_a_cited_place_can_not_be_ticked_away_on_its_publications_page(ada):
    make.collaborative()
    place = make.citation()
    page = Page(ada, place.publication)
    page.change(place, DELETE="on")

    response = page.save()

    assert "It is used by collaborative ‘Northern Alliance’." in text_of(response)
    assert Citation.objects.filter(pk=place.pk).exists()


def test_a_publication_with_cited_places_stays(ada):
    place = make.citation("Elsewhere")

    assert "Elsewhere" in text_of(delete(ada, place.publication))
    assert Publication.objects.exists()


def test_a_place_that_nothing_cites_goes(ada):
    place = make.citation("Elsewhere")

    assert delete(ada, place).status_code == 302
    assert not Citation.objects.exists()


def test_a_theme_in_use_stays(ada):
    theme = make.theme()
    make.interest(make.collaborative(), "Hubs", themes=[theme])

    assert "‘Hubs’ of ‘Northern Alliance’" in text_of(delete(ada, theme))
    assert Theme.objects.exists()


def test_a_member_stays(ada):
    trust = make.organisation("Alder Trust")
    make.membership(make.collaborative(), trust)

    assert "give it its last day" in text_of(delete(ada, trust))
    assert Organisation.objects.exists()


def test_several_at_once_are_refused_in_the_same_words(ada):
    used, unused = make.theme("Digital"), make.theme("Workforce")
    make.interest(make.collaborative(), "Hubs", themes=[used])
    data = {
        "action": "delete_selected",
        "_selected_action": [used.pk, unused.pk],
        "post": "yes",
    }

    response = ada.post(list_of(Theme), data)

    assert "‘Hubs’ of ‘Northern Alliance’, which uses ‘Digital’" in text_of(response)
    assert Theme.objects.count() == 2


def test_only_the_first_of_many_uses_are_named(ada):
    alliance, theme = make.collaborative(), make.theme()
    for number in range(25):
        make.interest(alliance, f"Line {number}", themes=[theme])

    response = delete(ada, theme)

    assert "and 5 more" in text_of(response)
    assert Interest.objects.count() == 25


def test_several_found_by_words_and_filters_go_at_once(ada):
    region = make.region()
    for name in ("North one", "North two", "South"):
        found = make.collaborative(name, regions=[region])
        make.collaborative_alias(found, f"{name} alias")
        make.collaborative_alias(found, f"{name} former")
    keys = [entry.pk for entry in Collaborative.objects.filter(name__startswith="North")]
    data = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}

    where = f"{list_of(Collaborative)}?q=north+alias&regions__id__exact={region.pk}"
    assert ada.post(where, data).status_code == 302

    assert [entry.name for entry in Collaborative.objects.all()] == ["South"]


def test_an_entry_goes_with_its_facts(ada):
    alliance = make.collaborative()
    make.interest(alliance)

    assert delete(ada, alliance).status_code == 302
    assert not Interest.objects.exists()
