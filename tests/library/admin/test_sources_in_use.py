"""A source stays for readers while they see a fact that cites it, and the refusal says where."""

import pytest

from library.citing import citing_models, homes, is_cited
from library.models import Publication
from tests.casestudies import factories as tell
from tests.directory import factories as make
from tests.directory.admin.pages import Page, address, list_of, messages_of, text_of
from tests.insights import factories as ask
from tests.library import factories as library
from tests.pages import get, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def slides():
    return make.publication("The slides", kind="slides")


@pytest.fixture
def place(slides):
    return make.citation("Slide 1", slides)


def national_figure(place):
    ask.national_figure(citations=[place])


def figure_of_a_collaborative(place):
    tell.outcome(collaborative=make.collaborative(), citations=[place])


def figure_of_a_case_study(place):
    tell.outcome(tell.case_study(), collaborative=make.collaborative(), citations=[place])


def general_point(place):
    make.governance_point(citations=[place])


def reported_survey(place):
    ask.survey(publication=place.publication)


@pytest.mark.parametrize(
    ("fact", "kinds", "name"),
    [
        (national_figure, "National figures", "Collaboratives: over 100"),
        (figure_of_a_collaborative, "Collaboratives", "Northern Alliance"),
        (figure_of_a_case_study, "Case studies", "Sharing staff"),
        (general_point, "Governance points", "Stress-testing"),
        (reported_survey, "Surveys", "Survey of leaders"),
    ],
)
def test_whatever_readers_see_of_a_source_is_told_and_keeps_it(
    ada, slides, place, fact, kinds, name
):
    fact(place)

    assert f"{kinds} (1) {name}" in section(get(ada, slides.get_absolute_url()), "cited-by")
    chosen = {"action": "withdraw_selected", "_selected_action": [slides.pk]}
    told = messages_of(ada.post(list_of(Publication), chosen, follow=True))[0]
    assert "published facts cite it" in told
    assert f"‘{name}’." in told
    assert Publication.objects.get(slug="the-slides").is_published


def test_every_model_with_sources_is_seen_somewhere():
    for model in citing_models():
        for entry, *_ in homes(model):
            assert hasattr(entry, "get_absolute_url"), model


def test_a_figure_of_two_is_told_once(slides, place):
    figure_of_a_case_study(place)
    assert is_cited(slides)
    assert is_cited(place)


def test_drafts_keep_no_source_from_becoming_a_draft(ada, slides, place):
    tell.outcome(tell.case_study(published=False), citations=[place])
    make.collaborative(published=False, citations=[place])
    assert Page(ada, slides).save(status="draft").status_code == 302


def test_of_many_the_first_are_named(ada, slides, place):
    for number in range(12):
        make.organisation(f"Trust {number}", citations=[place])
    response = Page(ada, slides).save(status="draft")
    assert "organisation ‘Trust 0’, organisation ‘Trust 1’" in text_of(response)
    assert "and 2 more." in text_of(response)


def test_a_deleted_source_says_what_cites_it_drafts_too(ada, slides, place):
    make.collaborative(published=False, citations=[place])
    make.interest(make.collaborative("Other"), "Hubs", citations=[place])

    response = ada.post(address(slides, "delete"), {"post": "yes"})

    assert "can't be deleted" in text_of(response)
    assert "collaborative ‘Northern Alliance’" in text_of(response)
    assert "priority or learning ‘Hubs’ of ‘Other’" in text_of(response)
    assert Publication.objects.filter(pk=slides.pk).exists()


def test_a_place_that_readers_see_does_not_move_into_a_draft(ada, place):
    draft = library.resource("Secret", published=False)
    page = Page(ada, place)
    assert page.save(publication=draft.pk).status_code == 302
    place.publication = draft
    place.save()
    Publication.objects.filter(pk=draft.pk).update(status="published")
    make.collaborative(citations=[place])
    other = library.resource("Another", published=False, slug="another")
    response = Page(ada, place).save(publication=other.pk)
    assert "published facts cite this place" in text_of(response)
