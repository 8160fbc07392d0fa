"""The filter lists of case studies and outcomes, and what leaves of them."""

import csv
import io
import json

import openpyxl
import pytest
from django.http import QueryDict

from casestudies.lists import CaseStudyList, OutcomeList
from tests.casestudies import factories as tell
from tests.directory import factories as make
from tests.pages import FOUL, MOST_QUERIES, assert_sound, get, main, queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """A case study with one of everything, another with nothing, and a draft."""
    place = make.system()
    entry = make.collaborative(short_name="NORTH", systems=[place])
    case = tell.case_study(
        collaboratives=[entry],
        organisations=[make.organisation(ods_code="RX4")],
        themes=[make.theme()],
        sectors=[make.sector()],
        governance_models=[make.governance_model()],
    )
    tell.section(case)
    tell.voice(case)
    tell.outcome(case, collaborative=entry, themes=[make.theme("Digital")])
    tell.case_study("Nothing yet")
    draft = tell.case_study("A draft", published=False, collaboratives=[entry])
    tell.section(draft, kind="lessons")
    tell.outcome(draft, "Hidden", collaborative=entry)
    return case


def rows(client, address):
    text = client.get(address).getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def names(client, query=""):
    return [row["Name"] for row in rows(client, f"/case-studies.csv{query}")]


# Case studies

CHOICES = [
    "theme=workforce",
    "sector=acute",
    "system=north-east-london",
    "system=QMF",
    "collaborative=northern-alliance",
    "collaborative=NORTH",
    "organisation=alder-trust",
    "organisation=RX4",
    "governance=committees-in-common",
    "section=approach",
    "kind=case-study&section=approach",
]


@pytest.mark.parametrize("choice", CHOICES)
def test_every_facet_finds_the_one_that_has_it(client, told, choice):
    assert names(client, f"?{choice}") == ["Sharing staff"]


def test_units_that_differ_in_case_only_are_found_each_by_its_own_name(client):
    case = tell.case_study()
    for unit in ("Beds", "beds"):
        tell.outcome(case, f"Wards, in {unit}", slug=unit, unit=unit)
    for unit in ("Beds", "beds"):
        assert [row["Unit"] for row in rows(client, f"/outcomes.csv?unit={unit}")] == [unit]
    assert len(rows(client, "/outcomes.csv?unit=BEDS")) == 1
    assert len(rows(client, "/outcomes.csv?unit=beds&unit=Beds")) == 2


def test_drafts_are_nowhere(client, told):
    for address in ("/case-studies/", "/outcomes/", "/collaboratives/northern-alliance/"):
        page = get(client, address)
        assert "A draft" not in page
        assert "Hidden" not in page
    exports = ["/case-studies.csv", "/case-studies/sections.csv", "/outcomes.csv"]
    for address in exports:
        assert "A draft" not in client.get(address).getvalue().decode()
        assert "Hidden" not in client.get(address).getvalue().decode()


def test_only_collaboratives_with_something_to_read_are_offered(client, told):
    """However many the directory holds: a list of all would be longer than the page."""
    make.collaborative("Quiet Alliance")
    tell.case_study("Unfinished", published=False, collaboratives=[make.collaborative("Early")])
    for address in ("/case-studies/", "/outcomes/"):
        page = get(client, address)
        assert "Northern Alliance" in page
        assert "Quiet Alliance" not in page
        assert "Early" not in page


def test_a_draft_collaboratives_figures_are_nowhere(client):
    tell.outcome(tell.case_study(), collaborative=make.collaborative(published=False))
    assert "0 outcomes" in main(get(client, "/outcomes/"))
    assert "Staff who move" not in get(client, "/case-studies/sharing-staff/")


def test_a_figure_without_a_source_is_not_shown(client):
    tell.outcome(tell.case_study(), citations=[])
    assert "0 outcomes" in main(get(client, "/outcomes/"))


@pytest.mark.parametrize("listing", [CaseStudyList(), OutcomeList()])
def test_bit_sets_find_what_sql_finds(told, listing):
    for name, facet in listing.filterset.facets().items():
        for option in facet.options():
            found = listing.read(QueryDict(f"{name}={option.value}"))
            in_sql = facet.filter(listing.entries(), [option.value])
            assert set(found.ordered_keys()) == set(in_sql.values_list("pk", flat=True)), option


@pytest.mark.parametrize("address", ["/case-studies/", "/outcomes/"])
def test_a_bad_value_is_named_and_an_export_refused(client, told, address):
    page = get(client, f"{address}?theme=nothing-of-the-kind")
    assert "“nothing-of-the-kind” is not one of the options of “theme”" in main(page)
    assert_sound(page)
    refused = client.get(f"{address[:-1]}.csv?theme=nothing-of-the-kind")
    assert refused.status_code == 400


@pytest.mark.parametrize(
    ("address", "words", "count"),
    [
        ("/case-studies/", "small things", "1 case study"),
        ("/case-studies/", "Ann Example", "1 case study"),
        ("/case-studies/", "north", "1 case study"),
        ("/case-studies/", "alder", "1 case study"),
        ("/outcomes/", "move", "1 outcome"),
        ("/outcomes/", "northern", "1 outcome"),
        ("/outcomes/", "digital", "1 outcome"),
        ("/outcomes/", "sharing", "1 outcome"),
    ],
)
def test_words_find_them(client, told, address, words, count):
    assert f"{count} for “{words}”" in main(get(client, f"{address}?q={words}"))


def test_words_follow_what_is_edited(client, told):
    told.sections.get().delete()
    assert "0 case studies" in get(client, "/case-studies/?q=small+things")
    told.collaboratives.clear()
    assert "0 case studies" in get(client, "/case-studies/?q=northern")


def test_a_result_says_whose_it_is(client, told):
    page = main(get(client, "/case-studies/?theme=workforce"))
    assert "CollaborativeNorthern Alliance" in page
    assert "SectorAcute" in page
    assert "ThemesWorkforce" in page
    assert "1 minute to read" in page


# Exports


def test_a_case_study_leaves_with_every_column(client, told):
    row = rows(client, "/case-studies.csv")[1]
    assert row.pop("Page") == "http://testserver/case-studies/sharing-staff/"
    assert {key: value for key, value in row.items() if value} == {
        "Name": "Sharing staff",
        "Kind": "Case study",
        "Summary": "What Sharing staff tells.",
        "Collaborative(s)": "Northern Alliance",
        "Organisations": "Alder Trust",
        "System(s)": "North East London",
        "Sector(s)": "Acute",
        "Themes": "Workforce",
        "Governance": "Committees in common",
        "Approach": "They began with small things.",
        "Voices": "Ann Example, Managing director: That talking helps.",
        "Outcomes stated": "Staff who move: 12 people",
        "Minutes to read": "1",
        "Anonymised": "No",
        "Identifier": "sharing-staff",
        "Sources": "Working together, “Background”",
    }


def test_sections_leave_one_a_row(client, told):
    [row] = rows(client, "/case-studies/sections.csv")
    assert (row["Case study"], row["Section"], row["Text"]) == (
        "Sharing staff", "Approach", "They began with small things.",
    )  # fmt: skip
    assert row["Sources"] == "Working together, “Background”"


def test_an_outcome_leaves_with_every_field(client, told):
    [row] = rows(client, "/outcomes.csv")
    assert row.pop("Page").endswith("/case-studies/sharing-staff/#outcome-staff-who-move")
    assert {key: value for key, value in row.items() if value} == {
        "Measure": "Staff who move",
        "After, or as stated": "12",
        "Unit": "people",
        "Direction": "No change stated",
        "Reported by": "Somebody",
        "Nature": "Result",
        "In words": "12 people",
        "Collaborative": "Northern Alliance",
        "Collaborative identifier": "northern-alliance",
        "Case study": "Sharing staff",
        "Case study identifier": "sharing-staff",
        "Themes": "Digital",
        "Identifier": "staff-who-move",
        "Sources": "Working together, “Background”",
    }


@pytest.mark.parametrize("name", ["case-studies", "outcomes", "case-studies/sections"])
def test_every_format_holds_the_same_rows(client, told, name):
    in_csv = rows(client, f"/{name}.csv")
    in_json = json.loads(client.get(f"/{name}.json").getvalue())["results"]
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/{name}.xlsx").getvalue()))
    assert len(in_csv) == len(in_json) == book["Data"].max_row - 1
    assert list(in_csv[0]) == list(in_json[0]) == [cell.value for cell in book["Data"][1]]


def test_foul_text_is_text_in_lists_and_harmless_in_exports(client):
    case = tell.case_study(FOUL, slug="foul", summary=f"={FOUL}")
    tell.outcome(case, FOUL, slug="foul", before="=1+1", reported_by=FOUL)
    for address in ("/case-studies/", "/outcomes/"):
        assert "<script>alert" not in get(client, address)
    assert rows(client, "/case-studies.csv")[0]["Summary"] == f"'={FOUL}"
    assert rows(client, "/outcomes.csv")[0]["Before"] == "'=1+1"


@pytest.mark.parametrize("address", ["/case-studies/", "/outcomes/"])
def test_a_list_takes_as_many_queries_however_long_it_is(client, told, address):
    few = queries(client, address)
    for n in range(15):
        case = tell.case_study(f"Case {n}", collaboratives=[make.collaborative(f"Alliance {n}")])
        tell.outcome(case, f"Measure {n}", collaborative=case.collaboratives.get())
    assert queries(client, address) == few <= MOST_QUERIES


# On the collaborative's page


def test_a_collaboratives_page_shows_its_outcomes_and_case_studies(client, told):
    page = get(client, "/collaboratives/northern-alliance/")
    assert "Staff who move [Source 1a]" in main(page)
    assert '<a href="/case-studies/sharing-staff/">Sharing staff</a>' in page
    assert [part in page for part in ('href="#outcomes"', 'href="#case-studies"')] == [True, True]
    assert_sound(page)


def test_a_collaborative_without_any_has_no_such_section(client):
    make.collaborative()
    page = get(client, "/collaboratives/northern-alliance/")
    assert 'id="outcomes"' not in page
    assert 'id="case-studies"' not in page


def test_every_figure_in_the_list_says_where_it_is_stated(client, told):
    assert "SourceWorking together, “Background”" in main(get(client, "/outcomes/"))
