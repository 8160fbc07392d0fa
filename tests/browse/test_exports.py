"""The list as files: exactly what was found, whole, in order, and safe to open."""

import csv
import io
import json

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from browse import exports
from browse.exports import defused
from browse.joined import SEPARATOR
from tests.directory import factories as make
from tests.library import factories as library

pytestmark = pytest.mark.django_db

NATIONAL = [
    "Name", "Region(s)", "System(s)", "Footprint", "List of members", "Sector(s)",
    "Current governance model", "Current priorities", "Learning to share",
    "Searching for learning", "Potential future work", "Contact details", "Helpful links",
]  # fmt: skip
OURS = ["Identifier", "Page", "Number of members", "Innovators scheme", "Last verified", "Sources"]
FOUL = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", '=HYPERLINK("https://x")', '"a", <b>\r\nc']


def body(response):
    content = response.getvalue() if response.streaming else response.content
    assert response.status_code == 200, content
    return content


def rows_of(client, path, **parameters):
    text = body(client.get(path, parameters)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def workbook(client, path):
    return openpyxl.load_workbook(io.BytesIO(body(client.get(path))))


def about(client, path):
    return told(workbook(client, path))


def told(book):
    """What a workbook says of itself."""
    return {row[0].value: row[1].value for row in book["About"].iter_rows()}


@pytest.fixture
def alliance():
    entry = make.collaborative(
        "Northern Alliance",
        regions=[make.region("London"), make.region("Midlands", "Y60")],
        sectors=[make.sector()],
        footprint="system",
        innovator=True,
        last_verified="2026-11-01",
    )
    for name, code in [("Beech Trust", "RBB"), ("Alder Trust", "RAA")]:
        make.membership(entry, make.organisation(name, ods_code=code), role="partner")
    make.membership(entry, make.organisation("Gone Trust"), until="2020")
    make.interest(entry, "Shared banks", themes=[make.theme("Workforce")])
    make.interest(entry, "Portability", kind="share")
    make.arrangement(entry, make.governance_model("Lead provider"))
    make.contact(entry, email="ann.example@nhs.example")
    make.contact(entry, role="Office", name="", email="office@nhs.example", shared_mailbox=True)
    make.link(entry)
    return entry


def test_the_first_thirteen_columns_are_the_national_directorys(client, alliance):
    [row] = rows_of(client, "/collaboratives.csv")
    assert list(row) == NATIONAL + OURS
    assert row["Name"] == "Northern Alliance"
    assert row["Region(s)"] == "London; Midlands"
    assert row["Footprint"] == "System"
    assert row["List of members"] == "Alder Trust; Beech Trust"
    assert row["Current governance model"] == "Lead provider"
    assert row["Current priorities"] == "Shared banks"
    assert row["Learning to share"] == "Portability"
    assert row["Searching for learning"] == ""
    assert row["Helpful links"] == "https://example.org/plan"
    assert row["Identifier"] == "northern-alliance"
    assert row["Page"] == "http://testserver/collaboratives/northern-alliance/"
    assert row["Number of members"] == "2"
    assert row["Innovators scheme"] == "Yes"
    assert row["Last verified"] == "2026-11-01"
    assert "Working together, “Background”" in row["Sources"]


def test_where_no_member_or_model_is_known_what_sources_state_stands(client):
    entry = make.collaborative("Western Alliance")
    make.statement(entry, "membership", "Five trusts")
    make.statement(entry, "governance", "An alliance")
    make.statement(entry, "purpose", "To share")
    [row] = rows_of(client, "/collaboratives.csv")
    assert row["List of members"] == "Five trusts"
    assert row["Current governance model"] == "An alliance"
    assert row["Number of members"] == ""
    [found] = json.loads(body(client.get("/collaboratives.json")))["results"]
    assert found["Number of members"] is None
    assert found["List of members"] == ["Five trusts"]


def test_what_is_known_stands_alone(client, alliance):
    make.statement(alliance, "membership", "All trusts")
    make.statement(alliance, "governance", "An alliance")
    [row] = rows_of(client, "/collaboratives.csv")
    assert row["List of members"] == "Alder Trust; Beech Trust"
    assert row["Current governance model"] == "Lead provider"


def test_members_of_the_same_name_are_two_and_one_that_came_twice_is_one(client, alliance):
    make.membership(alliance, make.organisation("Alder Trust", slug="another-alder"))
    cedar = make.organisation("Cedar Trust")
    for since in ("2019", "2021"):
        make.membership(alliance, cedar, since=since)
    [row] = rows_of(client, "/collaboratives.csv")
    assert row["List of members"] == "Alder Trust; Alder Trust; Beech Trust; Cedar Trust"
    assert row["Number of members"] == "4"


def test_a_files_name_is_one_name(client, alliance):
    for path in ("/collaboratives/members.csv", "/collaboratives/interests.xlsx"):
        disposition = client.get(path)["Content-Disposition"]
        assert 'filename="collaboratives-' in disposition
        assert "/" not in disposition


def test_a_persons_address_is_left_out_and_a_shared_mailbox_is_not(client, alliance):
    [row] = rows_of(client, "/collaboratives.csv")
    assert row["Contact details"] == "Managing director, Ann Example; Office, office@nhs.example"
    for path in ("/collaboratives.json", "/collaboratives.csv"):
        assert b"ann.example@" not in body(client.get(path))


def test_csv_is_rfc_4180_with_a_byte_order_mark(client, alliance):
    response = client.get("/collaboratives.csv")
    content = body(response)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert content.startswith(b"\xef\xbb\xbfName,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == 2
    assert 'filename="collaboratives-20' in response["Content-Disposition"]


def test_members_one_fact_a_row_past_ones_included(client, alliance):
    rows = rows_of(client, "/collaboratives/members.csv")
    assert [(r["Member"], r["ODS code"], r["Role"], r["To"]) for r in rows] == [
        ("Alder Trust", "RAA", "Partner", ""),
        ("Beech Trust", "RBB", "Partner", ""),
        ("Gone Trust", "", "Member", "2020"),
    ]
    assert all(r["Identifier"] == "northern-alliance" for r in rows)
    assert all("“Background”" in r["Sources"] for r in rows)


def test_interests_one_fact_a_row(client, alliance):
    rows = rows_of(client, "/collaboratives/interests.csv")
    assert [(r["List"], r["Text"], r["Themes"]) for r in rows] == [
        ("Current priorities", "Shared banks", "Workforce"),
        ("Learning to share", "Portability", ""),
    ]


def test_every_export_takes_the_pages_parameters_and_order(client, alliance):
    make.collaborative("Southern Alliance", regions=[make.region("South West", "Y58")])
    make.collaborative("Other Alliance", published=False)
    names = [r["Name"] for r in rows_of(client, "/collaboratives.csv", sort="-name")]
    assert names == ["Southern Alliance", "Northern Alliance"]
    assert len(rows_of(client, "/collaboratives.csv", region="south-west")) == 1
    assert len(rows_of(client, "/collaboratives/members.csv", region="london")) == 3
    assert rows_of(client, "/collaboratives/members.csv", region="south-west") == []
    assert [r["Name"] for r in rows_of(client, "/collaboratives.csv", q="south")] == [
        "Southern Alliance"
    ]


def test_json_says_how_many_and_what_was_filtered(client, alliance):
    found = json.loads(body(client.get("/collaboratives.json?region=y56&q=north&sort=name")))
    assert found["count"] == len(found["results"]) == 1
    assert found["filter"] == {"q": ["north"], "region": ["london"], "sort": ["name"]}
    assert found["results"][0]["Region(s)"] == ["London", "Midlands"]


def test_a_tidy_table_says_how_many_rows_it_holds(client, alliance):
    found = json.loads(body(client.get("/collaboratives/members.json")))
    assert found["count"] == len(found["results"]) == 3
    assert about(client, "/collaboratives/members.xlsx")["Rows found"] == "3"


def test_an_empty_file_holds_nothing(client):
    found = json.loads(body(client.get("/collaboratives.json")))
    assert (found["count"], found["results"]) == (0, [])
    assert about(client, "/collaboratives.xlsx")["Rows found"] == "0"


def test_xlsx_has_data_with_a_header_and_says_what_it_is(client, alliance):
    book = workbook(client, "/collaboratives.xlsx?region=london")
    data = book["Data"]
    assert [cell.value for cell in data[1]] == NATIONAL + OURS
    assert data["A2"].value == "Northern Alliance"
    assert data.freeze_panes == "B2"
    assert data.auto_filter.ref == "A1:S2"
    facts = told(book)
    assert facts["region"] == "london"
    assert facts["Rows found"] == "1"
    assert facts["From"] == "http://testserver/collaboratives/?region=london"


def test_a_workbook_says_how_many_cells_it_had_to_shorten(client):
    library.resource(description="word " * 8000, purpose="word " * 8000)
    book = workbook(client, "/resources.xlsx")
    assert told(book)["Cells shortened"].startswith("2: a cell holds 32,767 characters.")
    assert max(len(cell.value or "") for row in book["Data"] for cell in row) == 32_767
    assert b"word " * 8000 in body(client.get("/resources.csv"))


def test_a_workbook_says_that_it_has_no_room_for_more_rows(client, alliance, monkeypatch):
    monkeypatch.setattr(exports, "XLSX_MOST_ROWS", 2)
    book = workbook(client, "/collaboratives/members.xlsx")
    assert book["Data"].max_row == 3
    assert told(book)["Rows found"] == "more than 2"
    assert told(book)["Rows left out"] == "All after the first 2. The CSV file has them."


def test_a_workbook_that_holds_all_says_nothing_of_it(client, alliance, monkeypatch):
    monkeypatch.setattr(exports, "XLSX_MOST_ROWS", 3)
    said = about(client, "/collaboratives/members.xlsx")
    assert said["Rows found"] == "3"
    assert not {"Rows left out", "Cells shortened"} & said.keys()


def test_a_control_character_in_a_value_breaks_nothing(client):
    make.interest(make.collaborative(), "One\x1fline", kind="priority")
    [row] = json.loads(client.get("/collaboratives.json").getvalue())["results"]
    assert row["Current priorities"] == ["One\x1fline"]


def test_nor_does_what_stands_between_values(client):
    make.interest(make.collaborative(), f"One{SEPARATOR}line", kind="priority")
    [row] = rows_of(client, "/collaboratives.csv")
    assert row["Current priorities"].startswith("One")


@pytest.mark.parametrize("foul", FOUL)
def test_a_cell_a_spreadsheet_would_run_is_defused(client, foul):
    entry = make.collaborative(foul, slug="foul", short_name="foul")
    make.interest(entry, foul)
    [row] = rows_of(client, "/collaboratives.csv")
    assert row["Name"] == defused(foul)
    assert not row["Name"].startswith(("=", "+", "-", "@", "\t", "\r"))
    book = workbook(client, "/collaboratives.xlsx")
    cell = book["Data"]["A2"]
    assert cell.data_type == "s"
    assert cell.value.replace("_x000D_", "\r").replace("\r\n", "\n") == foul.replace("\r\n", "\n")
    assert json.loads(body(client.get("/collaboratives.json")))["results"][0]["Name"] == foul


def test_organisations_leave_with_what_became_of_them(client, alliance):
    old = make.organisation("Old Trust", ods_code="RRP", closed="2024-10-31")
    make.organisation_succession(old, make.organisation("New Trust"))
    rows = {r["Name"]: r for r in rows_of(client, "/organisations.csv")}
    assert rows["Old Trust"]["Became"] == "New Trust"
    assert rows["Old Trust"]["Closed"] == "2024-10-31"
    assert rows["Alder Trust"]["Collaboratives"] == "Northern Alliance"
    assert rows["Gone Trust"]["Collaboratives"] == "Northern Alliance"


def test_a_draft_successor_does_not_leave(client):
    old = make.organisation("Old Trust")
    for name in ("New Trust", "Secret Trust"):
        make.organisation_succession(old, make.organisation(name, published=name == "New Trust"))
    became = [
        r["Became"] for r in rows_of(client, "/organisations.csv") if r["Name"] == "Old Trust"
    ]
    assert became == ["New Trust"]


def test_an_export_of_many_makes_no_more_queries(client, alliance):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            body(client.get("/collaboratives.csv"))
        return len(captured)

    few = queries()
    for number in range(30):
        make.membership(make.collaborative(f"Alliance {number}"), make.organisation(f"T{number}"))
    assert queries() == few
