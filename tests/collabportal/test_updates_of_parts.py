"""What is told of the parts of entries, and of places: that they were edited, never a word more."""

import datetime
import re

import pytest
import time_machine

from collabportal.updates import telling
from directory.briefings import REASON
from tests.casestudies import factories as cases
from tests.directory import factories as make
from tests.insights import factories as insights
from tests.library import factories as library
from tests.maturity import factories as maturity
from tests.pages import MOST_QUERIES, get, main

pytestmark = pytest.mark.django_db

FIRST = datetime.datetime(2026, 5, 1, 12, tzinfo=datetime.UTC)
LATER = datetime.datetime(2026, 6, 2, 12, tzinfo=datetime.UTC)


def told(client):
    return main(get(client, "/updates/"))


def at_first(make_one, *arguments, **fields):
    with time_machine.travel(FIRST):
        return make_one(*arguments, **fields)


def later(make_one, *arguments, **fields):
    with time_machine.travel(LATER):
        return make_one(*arguments, **fields)


@pytest.fixture
def case():
    return at_first(cases.case_study, "Sharing staff")


def test_figures_of_a_case_study(client, case):
    later(cases.outcome, case)
    assert "2 June 2026 Case study edited (outcomes): Sharing staff" in told(client)
    assert 'href="/case-studies/sharing-staff/"' in get(client, "/updates/")


def test_figures_of_a_collaborative(client):
    later(cases.outcome, None, collaborative=at_first(make.collaborative, "Northern Alliance"))
    assert "Collaborative edited (outcomes): Northern Alliance" in told(client)


def test_the_text_and_the_voices_of_a_case_study(client, case):
    later(cases.section, case)
    later(cases.voice, case)
    page = told(client)
    assert "Case study edited (text): Sharing staff" in page
    assert "Case study edited (voices): Sharing staff" in page


def test_findings_of_a_survey(client):
    asked = at_first(insights.question, at_first(insights.survey, "Survey of leaders"))
    finding = later(insights.finding, asked)
    assert "Survey edited (findings): Survey of leaders" in told(client)
    later(finding.delete)
    assert told(client).count("Survey edited") == 1


def test_leaders_and_contacts_are_not_named(client):
    later(make.contact, at_first(make.collaborative, "Northern Alliance"), name="Jane Doe")
    page = told(client)
    assert "Collaborative edited (leaders and contacts): Northern Alliance" in page
    assert "Jane" not in page


def test_other_names_and_what_became_of_an_organisation(client):
    old, new = (at_first(make.organisation, name) for name in ("Old Trust", "New Trust"))
    later(make.organisation_alias, old)
    later(make.organisation_succession, old, new)
    page = told(client)
    assert "Organisation edited (other names): Old Trust" in page
    assert "Organisation edited (successors): Old Trust" in page


def test_speakers_of_an_event(client):
    event = at_first(library.event, "A day on delegation")
    later(library.speaker, event)
    assert "Publication edited (speakers): A day on delegation" in told(client)


def test_objectives_of_the_matrix(client):
    subdomain = at_first(maturity.subdomain, at_first(maturity.domain, "System working"))
    later(maturity.objective, subdomain)
    assert "Domain of the maturity matrix edited (objectives): System working" in told(client)


def test_points_of_the_guide_are_entries(client):
    at_first(make.governance_point, "Stress-testing")
    at_first(make.governance_point, "Secret", published=False)
    assert "added: Stress-testing" in told(client)
    assert "Secret" not in told(client)


def test_places_and_figures_of_the_country(client):
    system = at_first(make.system, "North East London")
    at_first(insights.national_figure, "Collaboratives")
    system.short_name = "NEL"
    later(system.save)
    page = told(client)
    assert "2 June 2026 System edited: North East London 1 May 2026" in page
    assert "System added: North East London" in page
    assert "National figure added: Collaboratives" in page


def test_what_is_edited_on_the_day_it_was_loaded_is_told_as_edited(client):
    system = at_first(make.system, "North East London")
    system.history.update(history_change_reason=REASON)
    system.short_name = "NEL"
    at_first(system.save)
    page = told(client)
    assert "System edited: North East London" in page
    assert "System added: North East London" in page


def test_every_id_in_the_feed_is_an_address(client, case):
    later(cases.section, case)
    later(make.system)
    feed = client.get("/updates.atom").content.decode()
    ids = re.findall("<id>(urn:.*?)</id>", feed)
    assert ids
    assert [text for text in ids if not re.fullmatch(r"urn:[A-Za-z0-9:._-]+", text)] == []


def test_several_edits_of_a_day_are_told_once(client, case):
    section = later(cases.section, case)
    section.text = "They began with large things."
    later(section.save)
    later(section.delete)
    assert told(client).count("edited (text)") == 1


class TestDrafts:
    def test_parts_of_a_draft_are_not_told(self, client):
        draft = at_first(cases.case_study, "Secret", published=False)
        later(cases.section, draft)
        later(insights.finding, insights.question(insights.survey("Hidden", published=False)))
        assert "edited" not in told(client)

    def test_what_a_draft_case_study_says_of_a_published_collaborative_is_not_told(self, client):
        alliance = at_first(make.collaborative)
        draft = at_first(cases.case_study, "Secret", published=False)
        later(cases.outcome, draft, collaborative=alliance)
        assert "edited" not in told(client)

    def test_what_was_written_while_it_was_a_draft_stays_untold(self, client):
        draft = at_first(cases.case_study, "Sharing staff", published=False)
        later(cases.section, draft)
        draft.status = "published"
        with time_machine.travel(LATER + datetime.timedelta(days=1)):
            draft.save()
        assert "3 June 2026 Case study added: Sharing staff" in told(client)
        assert "edited" not in told(client)

    def test_a_figure_without_a_source_is_not_told(self, client):
        later(insights.national_figure, citations=[])
        assert "National figure" not in told(client)


def test_what_came_with_an_entry_is_told_by_its_being_added(client):
    at_first(cases.one_of_everything, at_first(make.collaborative))
    assert "edited" not in told(client)


def test_a_load_is_told_in_one_sentence_a_kind(client, case):
    for number in range(3):
        section = later(cases.section, case, order=number + 1)
        section.history.update(history_change_reason=REASON)
    assert "3 changes to the text of case studies, from the sources" in told(client)


@pytest.mark.parametrize(("window", "whole"), [(4, False), (100, True)])
def test_a_load_read_in_part_is_not_counted(client, case, monkeypatch, window, whole):
    for number in range(5):
        section = later(cases.section, case, order=number + 1)
        section.history.update(history_change_reason=REASON)
    with time_machine.travel(LATER + datetime.timedelta(hours=1)):
        cases.outcome(case)
    monkeypatch.setattr(telling, "WINDOW", window)
    page = told(client)
    assert "Case study edited (outcomes)" in page
    assert ("changes to the text of case studies" in page) == whole


def test_it_takes_as_many_queries_however_much_happened(client, django_assert_max_num_queries):
    for number in range(5):
        model = at_first(make.governance_model, f"Model {number}")
        alliance = at_first(make.collaborative, f"Alliance {number}")
        case = at_first(cases.case_study, f"Case {number}")
        later(make.membership, alliance, at_first(make.organisation, f"Trust {number}"))
        later(make.contact, alliance)
        later(cases.section, case)
        later(cases.outcome, case, f"Measure {number}")
        later(make.theme, f"Theme {number}")
        later(make.governance_point, f"Point {number}", governance_model=model)
    with django_assert_max_num_queries(MOST_QUERIES):
        get(client, "/updates/")
