"""The list of resources, and the page of each."""

import csv
import io
import json

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from library.lists import ResourceList
from tests.directory import factories as make
from tests.library import factories as library
from tests.pages import FOUL, assert_sound, facts, get, main, section

pytestmark = pytest.mark.django_db

MOST_QUERIES = 15


def rows_of(client, path):
    response = client.get(path)
    assert response.status_code == 200, response.content
    return list(csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig"), newline="")))


def titles(client, query=""):
    return [row["Title"] for row in rows_of(client, f"/resources.csv{query}")]


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        get(client, address)
    return len(captured)


@pytest.fixture
def three():
    library.resource("Toolkit", kind="toolkit", publisher="NHS England", date="2022-01")
    library.resource("A blog", kind="blog", publisher="NHS Confederation", date="2023")
    library.resource("Undated guide", publisher="NHS Providers")


class TestTheList:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("?kind=toolkit", ["Toolkit"]),
            ("?publisher=nhs-england&publisher=NHS+Confederation", ["A blog", "Toolkit"]),
            ("?year=2022", ["Toolkit"]),
            ("?year=2022&year=2023&sort=-title", ["Toolkit", "A blog"]),
            ("?year=undated&kind=guidance", ["Undated guide"]),
            ("?year=2022&year=2023&sort=-date", ["A blog", "Toolkit"]),
            ("?sort=date", ["Toolkit", "A blog", "Undated guide", "Working together"]),
            ("?q=toolkits", ["Toolkit"]),
        ],
    )
    def test_it_filters_sorts_and_searches(self, client, three, query, found):
        assert titles(client, query) == found

    def test_bit_sets_find_what_sql_finds(self, three):
        listing = ResourceList()
        for name, value in (("kind", "blog"), ("publisher", "nhs-england"), ("year", "undated")):
            facet = listing.filterset.facets()[name]
            in_sql = facet.filter(listing.entries(), [value]).values_list("pk", flat=True)
            found = listing.read(QueryDict(f"{name}={value}")).ordered_keys()
            assert set(found) == set(in_sql) != set()

    def test_an_unknown_value_is_named_and_an_export_refused(self, client, three):
        assert "“pamphlet” is not one of" in main(get(client, "/resources/?kind=pamphlet"))
        response = client.get("/resources.csv?kind=pamphlet")
        assert (response.status_code, b"pamphlet" in response.content) == (400, True)

    def test_a_speaker_and_a_host_find_their_event(self, client):
        held = library.event("A day out", host="NHS Arden and GEM")
        library.speaker(held, "Ann Example", organisation="Weightmans LLP")
        library.resource("Another")
        for words in ("example", "weightmans", "arden"):
            assert titles(client, f"?q={words}") == ["A day out"]

    def test_two_publishers_of_one_slug_are_one_option(self, client):
        library.resource("One", publisher="NHS England")
        library.resource("Two", publisher="NHS-England")
        assert titles(client, "?publisher=nhs-england") == ["One", "Two"]

    def test_queries_do_not_grow_with_the_list(self, client, django_assert_max_num_queries):
        for number in range(30):
            library.event(f"Event {number}", date="2022", publisher=f"Body {number}")
        with django_assert_max_num_queries(MOST_QUERIES):
            get(client, "/resources/")


class TestExports:
    def test_a_row_tells_all_but_a_persons_address(self, client):
        report = make.publication("The report", kind="event-report")
        held = library.event(
            "A day", date="2023-12", host="Us", place="Leicester", came_of_it=report,
            purpose="Fun.", contact="Bob, manager", contact_email="bob@example.org",
        )  # fmt: skip
        library.speaker(held, "Ann", role="Chair", organisation="Trust", part="chair")
        library.speaker(held, "", organisation="NHS England", email="ann@example.org")
        [row] = rows_of(client, "/resources.csv?kind=event")
        assert row["Speakers"] == "Ann, Chair, Trust, chair; NHS England"
        assert (row["Host"], row["Place"], row["Date"]) == ("Us", "Leicester", "2023-12")
        assert row["What came of it"] == "The report (event report)"
        assert row["Contact"] == "Bob, manager"
        assert row["What it is for"] == "Fun."
        assert row["Page"] == "http://testserver/resources/a-day/"
        assert row["Sources"] == "Working together, “Background”"
        assert "@example.org" not in client.get("/resources.json").getvalue().decode()

    def test_a_shared_mailbox_is_exported(self, client):
        library.resource(contact="The team", contact_email="us@nhs.example", shared_mailbox=True)
        [row] = rows_of(client, "/resources.csv?kind=guidance")
        assert row["Contact"] == "The team, us@nhs.example"

    def test_json_and_xlsx_hold_the_same(self, client, three):
        found = json.loads(client.get("/resources.json?kind=blog").getvalue())
        assert (found["count"], found["filter"]) == (1, {"kind": ["blog"]})
        assert found["results"][0]["Publisher"] == "NHS Confederation"
        assert client.get("/resources.xlsx?kind=blog").getvalue()[:2] == b"PK"

    def test_foul_cells_are_defused(self, client):
        library.resource("=1+1", slug="sum")
        assert "'=1+1" in titles(client)


class TestAResource:
    def test_it_says_what_it_is_and_where_it_is_mentioned(self, client):
        library.resource(
            description="A guide.", purpose="For boards.", date="2021-08", publisher="NHS England",
            url="https://example.org/guide", contact="Bob", contact_email="bob@example.org",
        )  # fmt: skip
        page = get(client, "/resources/joint-working/")
        assert_sound(page)
        assert "Guidance - Joint working A guide." in main(page)
        assert facts(page)["Who and what it is for"] == "For boards."
        assert facts(page)["Date"] == "August 2021"
        assert facts(page)["Contact"] == "Bob, bob@example.org"
        assert 'href="https://example.org/guide"' in page
        assert "Working together, NHS Providers" in section(page, "sources")
        assert "<title>Joint working (guidance, August 2021) - " in page

    def test_an_event_names_its_speakers_and_what_came_of_it(self, client):
        report = make.publication("The report", kind="event-report")
        held = library.event("A day", host="Us", came_of_it=report)
        library.speaker(held, "Ann", role="Chief", organisation="Trust", topic="On law")
        library.speaker(held, "", organisation="NHS England", part="panel")
        page = get(client, "/resources/a-day/")
        assert "Ann, Chief, Trust [Source 1a] On law" in section(page, "speakers")
        assert "NHS England (panel member) [Source 1a]" in section(page, "speakers")
        assert "The report (event report)" in section(page, "outcome")
        assert facts(page)["Host"] == "Us"
        assert facts(page)["Place"] == "Not stated in the sources"
        assert "A day (event)" in section(get(client, "/resources/the-report/"), "came-from")

    def test_it_leads_to_what_the_directory_itself_tells_of_it(self, client):
        library.resource("The scheme", page_here="/innovators/")
        page = get(client, "/resources/the-scheme/")
        assert facts(page)["In this directory"] == "What it holds: The scheme"
        assert '<a href="/innovators/">What it holds' in page

    def test_one_title_at_two_dates_is_two_events_that_know_each_other(self, client):
        library.event("Delegation", slug="in-july", date="2022-07")
        library.event("Delegation", slug="in-november", date="2022-11")
        page = get(client, "/resources/in-july/")
        assert "Delegation (event, November 2022)" in section(page, "namesakes")
        assert "July 2022" in facts(page)["Held"]

    def test_a_draft_is_nowhere(self, client):
        held = library.event("Secret day", published=False)
        library.speaker(held, "Sue Secret")
        report = library.event("Open day", came_of_it=held.publication).publication
        assert client.get("/resources/secret-day/").status_code == 404
        pages = [
            "/resources/",
            "/about/",
            report.get_absolute_url(),
            "/resources/working-together/",
        ]
        for address in (*pages, "/resources.csv", "/resources.json", "/resources/?q=secret"):
            assert b"Secret day" not in client.get(address).getvalue(), address

    def test_foul_text_is_shown_as_text(self, client):
        held = library.event(
            FOUL, slug="foul", publisher=FOUL, authors=FOUL, description=FOUL, purpose=FOUL,
            contact=FOUL, host=FOUL, place=FOUL,
        )  # fmt: skip
        library.speaker(held, FOUL, role=FOUL, organisation=FOUL, topic=FOUL)
        for address in ("/resources/foul/", "/resources/"):
            page = get(client, address)
            assert_sound(page)
            assert "<script>alert" not in page
            assert "<img src=x" not in page
            assert FOUL in main(page)


class TestWhatCitesIt:
    def test_entries_are_grouped_by_kind_and_facts_count_as_their_entry(self, client):
        place = make.citation("A slide", make.publication("The slides"))
        alliance = make.collaborative()
        make.interest(alliance, citations=[place])
        make.interest(alliance, "Another", citations=[place])
        make.organisation(citations=[place])
        library.resource("A toolkit", kind="toolkit", citations=[place])
        library.question("Why?", citations=[place])
        library.speaker(library.event("A day"), citations=[place])
        page = get(client, "/resources/the-slides/")
        cited = section(page, "cited-by")
        assert "Collaboratives (1) Northern Alliance" in cited
        assert "Organisations (1) Alder Trust" in cited
        assert "Publications (2) A day (event) A toolkit (toolkit)" in cited
        assert "Questions for boards (1) Why?" in cited
        assert 'href="/board-questions/#question-why"' in page
        assert 'href="/collaboratives/northern-alliance/"' in page

    def test_drafts_and_their_facts_are_left_out(self, client):
        place = make.citation("A slide", make.publication("The slides"))
        hidden = make.collaborative("Hidden", published=False)
        make.link(hidden, citations=[place])
        make.membership(make.collaborative(), make.organisation(published=False), citations=[place])
        library.resource("Hidden toolkit", published=False, citations=[place])
        cited = section(get(client, "/resources/the-slides/"), "cited-by")
        assert "No published entry cites it" in cited

    def test_it_costs_the_same_for_few_and_for_many(self, client):
        place = make.citation("A slide", make.publication("The slides"))
        held = library.event("A day", citations=[place])
        library.speaker(held, citations=[place])

        few = queries(client, "/resources/the-slides/")
        for number in range(60):
            make.organisation(f"Trust {number}", citations=[place])
        library.question(citations=[place])
        assert queries(client, "/resources/the-slides/") == few <= MOST_QUERIES
        assert "These are the first 50 of 60." in main(get(client, "/resources/the-slides/"))


def test_questions_for_boards_that_lead_to_it_are_told(client):
    found = library.resource("Joint working")
    library.link(library.question("What are we for?"), address=found.get_absolute_url())
    hidden = library.question("Secret?", topic=library.topic("Secrets"), published=False)
    library.link(hidden, address=found.get_absolute_url())
    page = main(get(client, found.get_absolute_url()))
    assert "Questions for boards that lead to it What are we for?" in page
    assert "Secret" not in page
