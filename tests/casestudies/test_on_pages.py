"""Case studies and outcomes stand on the pages where readers look for them."""

import pytest

from casestudies import profiles
from tests.casestudies import factories as cases
from tests.directory import factories as make
from tests.pages import MOST_QUERIES, assert_sound, get, main, queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """A collaborative with a place, a theme, a way of governing, and a case study of all that."""
    system = make.system("North East London")
    alliance = make.collaborative("Northern Alliance", systems=[system], regions=[system.region])
    trust, theme = make.organisation("Alder Trust"), make.theme("Workforce")
    forum = make.governance_model("Joint committee")
    case = cases.case_study(
        "Sharing staff",
        collaboratives=[alliance],
        organisations=[trust],
        themes=[theme],
        governance_models=[forum],
    )
    cases.outcome(case, collaborative=alliance, themes=[theme])
    return case


PAGES = [
    "/collaboratives/northern-alliance/",
    "/organisations/alder-trust/",
    "/regions/london/",
    "/systems/north-east-london/",
    "/themes/workforce/",
    "/governance/joint-committee/",
]
EVERYWHERE = pytest.mark.parametrize("page", PAGES)


@EVERYWHERE
def test_a_case_study_stands_there_with_its_source(client, told, page):
    found = get(client, page)
    assert_sound(found)
    assert 'href="/case-studies/sharing-staff/"' in found
    assert "What Sharing staff tells." in main(found)


@EVERYWHERE
def test_a_draft_stands_nowhere(client, told, page):
    told.status = "draft"
    told.save()
    assert "Sharing staff" not in get(client, page)
    assert "Case studies" not in main(get(client, page))


@EVERYWHERE
def test_many_take_no_more_queries(client, told, page):
    few = queries(client, page)
    for number in range(5):
        more = cases.case_study(f"Case {number}")
        for relation in ("collaboratives", "organisations", "themes", "governance_models"):
            getattr(more, relation).set(getattr(told, relation).all())
        cases.outcome(more, f"Measure {number}", themes=told.themes.all())
    assert queries(client, page + "?again") == few <= MOST_QUERIES


def test_figures_stand_with_their_theme(client, told):
    page = get(client, "/themes/workforce/")
    assert "Staff who move" in main(page)
    assert 'href="/outcomes/?theme=workforce"' in page
    assert 'href="/case-studies/?theme=workforce"' in page


def test_one_who_spoke_leads_to_it(client, told):
    speaker = make.organisation("Sussex Trust")
    cases.voice(told, organisation=speaker)
    assert "Sharing staff" in main(get(client, "/organisations/sussex-trust/"))


def test_an_anonymised_example_stands_beside_nobodys_name(client, told):
    example = cases.case_study(
        "Two trusts",
        kind="anonymised-example",
        anonymised=True,
        themes=told.themes.all(),
        governance_models=told.governance_models.all(),
    )
    cases.outcome(example, "Beds of somebody", themes=told.themes.all())
    for page in PAGES:
        words = main(get(client, page))
        assert "Two trusts" not in words
        assert "Beds of somebody" not in words
    assert "Two trusts" in main(get(client, "/case-studies/?theme=workforce"))
    assert "Beds of somebody" in main(get(client, "/outcomes/?theme=workforce"))


def test_no_more_than_some_are_shown_and_that_is_said(client, told, monkeypatch):
    monkeypatch.setattr(profiles, "MOST", 1)
    assert "These are the first" not in main(get(client, "/themes/workforce/"))
    cases.case_study("Zebra", themes=told.themes.all())
    page = main(get(client, "/themes/workforce/"))
    assert "These are the first 1 only." in page
    assert "Zebra" not in page
