"""The page on the data, and what programs are told of each CSV."""

import csv
import datetime
import io
import json
import re

import pytest
import time_machine

from browse.columns import Type
from browse.dictionary import dictionary
from browse.models import last_change
from collabportal.data import LISTINGS
from tests.collabportal.test_public_addresses import routes
from tests.directory import factories as make
from tests.everything import one_of_everything
from tests.library import factories as library
from tests.pages import FOUL, get, main, queries, seen

pytestmark = pytest.mark.django_db

TABLES = [t for listing in LISTINGS for t in listing.tables]
BY_NAME = pytest.mark.parametrize("export", TABLES, ids=lambda export: export.name)
CHOSEN_BY_THE_READER = "governance/compare.csv"  # its columns are what was compared
PATTERNS = {
    Type.NUMBER: r"\d+",
    Type.DECIMAL: r"\d+(\.\d+)?",
    Type.DATE: r"\d{4}-\d\d-\d\d",
    Type.PARTIAL_DATE: r"\d{4}(-\d\d(-\d\d)?)?",
    Type.CODE: r"[\w-]+",
    Type.YES_NO: "Yes|No",
    Type.ADDRESS: r"https?://\S+",
}


@pytest.fixture
def directory():
    """Something in every export."""
    one_of_everything()
    library.link(library.question())


def metadata_of(client, export):
    response = client.get(f"/{export.name}.csv-metadata.json")
    assert response.status_code == 200
    return response, json.loads(response.content)


def rows_of(client, export):
    text = client.get(f"/{export.name}.csv").getvalue().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def lists_of(column, row):
    value = row[column.heading]
    assert isinstance(value, list) == column.several, (column, value)
    return value if column.several else [value]


def columns_told(page, export):
    """What the page says of each column of a table."""
    part = page.split(f'<h2 id="{export.name.replace("/", "-")}"')[1].split("</section>")[0]
    row = r'<dt[^>]*itemprop="name">(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>'
    pairs = re.findall(row, part.replace("<br>", " "), re.DOTALL)
    return {seen(name): seen(told) for name, told in pairs}


class TestPage:
    def test_every_csv_of_the_portal_is_on_it(self):
        exported = {route for route in routes() if route.endswith(".csv")}
        assert exported == {f"{t.name}.csv" for t in TABLES} | {CHOSEN_BY_THE_READER}

    @BY_NAME
    def test_every_column_stands_on_it_with_meaning_type_and_origin(self, client, export):
        told = columns_told(get(client, "/data/"), export)
        assert list(told) == [column.heading for column in export.columns]
        for column in export.columns:
            assert column.meaning
            assert told[column.heading].startswith(f"{column.meaning} {column.type.value}")
            assert f"{column.source.value}." in told[column.heading]

    @BY_NAME
    def test_every_file_can_be_had_from_it(self, client, directory, export):
        page = get(client, "/data/")
        for suffix in (".csv", ".xlsx", ".json", ".csv-metadata.json"):
            address = f"/{export.name}{suffix}"
            assert f'href="{address}"' in page
            assert client.get(address).status_code == 200

    def test_types_and_values_are_told(self, client):
        make.region("London")
        told = columns_told(get(client, "/data/"), TABLES[0])
        stated = "As published by its sources."
        assert told["Name"] == f"The collaborative's proper name. Text. {stated}"
        assert f"Text, several joined with “; ”. {stated} One of: London" in told["Region(s)"]
        assert f"Text. {stated} One of: System; Multi-system" in told["Footprint"]
        assert "Whole number. Worked out here" in told["Number of members"]

    def test_what_is_no_longer_published_is_no_value(self, client):
        make.governance_model("Committees in common")
        make.governance_model("Draft model", published=False)
        words = main(get(client, "/data/"))
        assert "One of: Committees in common" in words
        assert "Draft model" not in words

    def test_it_says_when_the_data_last_changed(self, client):
        make.region("London")
        changed = re.search(
            r'<time itemprop="dateModified" datetime="(.*?)"', get(client, "/data/")
        )
        age = datetime.datetime.now(datetime.UTC) - datetime.datetime.fromisoformat(changed[1])
        assert abs(age) < datetime.timedelta(minutes=10)

    def test_it_says_how_to_cite_with_the_day(self, client):
        with time_machine.travel("2026-11-27T12:00:00Z", tick=False):
            citation = re.search(r'id="citation">(.*?)</p>', get(client, "/data/"), re.DOTALL)
        assert "Downloaded 27 November 2026 from http://testserver/collaboratives.csv" in seen(
            citation[1]
        )

    def test_each_table_is_marked_up_as_a_dataset(self, client):
        page = get(client, "/data/")
        assert page.count('itemtype="https://schema.org/Dataset"') == len(TABLES)
        assert page.count('itemtype="https://schema.org/DataDownload"') == 3 * len(TABLES)
        assert "application/ld+json" not in page

    def test_more_entries_take_no_more_queries(self, client, directory):
        few = queries(client, "/data/")
        for number in range(9):
            make.collaborative(
                f"Alliance {number}", regions=[make.region(f"Region {number}", f"Y{number}")]
            )
        assert queries(client, "/data/?again") == few

    def test_foul_text_is_shown_as_text(self, client):
        make.region(FOUL, slug="foul")
        page = get(client, "/data/")
        assert "<script>alert" not in page
        assert FOUL in main(page)

    @pytest.mark.parametrize("bad", ["?", "?q=%00", "?page=x&region=%ff", "?" + "a=1&" * 300])
    def test_a_bad_address_does_no_harm(self, client, bad):
        assert client.get("/data/" + bad).status_code == 200
        assert client.get("/collaboratives.csv-metadata.json" + bad).status_code in (200, 400)

    def test_the_footer_and_each_list_lead_to_it(self, client, directory):
        page = get(client, "/outcomes/")
        assert '<a href="/data/#outcomes">What the columns mean</a>' in page
        assert 'href="/data/"' in page[page.index("<footer") :]


class TestMetadata:
    @BY_NAME
    def test_its_columns_are_the_files(self, client, directory, export):
        _, metadata = metadata_of(client, export)
        columns = metadata["tableSchema"]["columns"]
        assert [c["titles"] for c in columns] == rows_of(client, export)[0]
        names = [c["name"] for c in columns]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names)
        assert set(metadata["tableSchema"].get("primaryKey", [])) <= set(names)
        assert metadata["url"] == f"http://testserver/{export.name}.csv"

    @BY_NAME
    def test_the_whole_file_says_where_they_are(self, client, directory, export):
        link = client.get(f"/{export.name}.csv").headers["Link"]
        address = f"http://testserver/{export.name}.csv-metadata.json"
        assert link == f'<{address}>; rel="describedby"'

    @pytest.mark.parametrize("query", ["?innovator=no", "?q=northern&sort=-name"])
    def test_a_part_of_it_has_metadata_that_speak_of_that_part(self, client, directory, query):
        link = client.get(f"/collaboratives.csv{query}").headers["Link"]
        address = f"/collaboratives.csv-metadata.json{query}"
        assert link == f'<http://testserver{address}>; rel="describedby"'
        described = json.loads(client.get(address).content)
        assert described["url"] == f"http://testserver/collaboratives.csv{query}"
        assert "Link" not in client.get("/collaboratives.json").headers

    def test_a_filter_that_is_none_is_refused(self, client, directory):
        response = client.get("/collaboratives.csv-metadata.json?colour=red&utm_source=x")
        assert response.status_code == 400
        assert response.content.decode() == "There is no filter called “colour”.\n"

    @BY_NAME
    def test_its_key_tells_rows_apart(self, client, directory, export):
        _, metadata = metadata_of(client, export)
        names = [c["name"] for c in metadata["tableSchema"]["columns"]]
        places = [names.index(key) for key in metadata["tableSchema"].get("primaryKey", names)]
        rows = rows_of(client, export)[1:]
        assert len({tuple(row[place] for place in places) for row in rows}) == len(rows) > 0

    def test_types_patterns_and_separators(self, client):
        _, metadata = metadata_of(client, TABLES[0])
        columns = {c["titles"]: c for c in metadata["tableSchema"]["columns"]}
        assert columns["Region(s)"]["separator"] == "; "
        assert "separator" not in columns["Name"]
        assert columns["Footprint"]["datatype"]["format"] == "^(System|Multi-system)$"
        assert columns["Innovators scheme"]["datatype"] == {"base": "boolean", "format": "Yes|No"}
        assert columns["Number of members"]["datatype"] == "integer"
        assert columns["Last verified"]["datatype"] == {"base": "date", "format": "yyyy-MM-dd"}
        assert metadata["tableSchema"]["primaryKey"] == ["slug"]

    def test_it_is_served_as_what_it_is_and_kept_by_its_name(self, client):
        response, metadata = metadata_of(client, TABLES[0])
        assert response.headers["Content-Type"] == "application/csvm+json"
        assert metadata["@context"][0] == "http://www.w3.org/ns/csvw"
        again = client.get(
            "/collaboratives.csv-metadata.json", headers={"if-none-match": response.headers["ETag"]}
        )
        assert again.status_code == 304


@BY_NAME
def test_what_leaves_keeps_to_its_declared_type_and_values(client, directory, export):
    rows = json.loads(client.get(f"/{export.name}.json").getvalue())["results"]
    [told] = [t for t in dictionary(LISTINGS) if t.table is export]
    for each in told.columns:
        found = [v for row in rows for v in lists_of(each.column, row) if v not in ("", None)]
        pattern = PATTERNS.get(each.column.type, "(?s).+")
        assert [v for v in found if not re.fullmatch(pattern, str(v))] == [], each.column
        assert not each.values or set(found) <= set(each.values), each.column


class TestLastChange:
    def test_nothing_changed_yet(self):
        assert last_change(0) is None
        assert last_change(None) is None

    @time_machine.travel("2026-11-27T12:00:00Z", tick=False)
    def test_it_is_never_in_the_future(self):
        now = datetime.datetime(2026, 11, 27, 12, tzinfo=datetime.UTC)
        ahead = int(now.timestamp() * 1000) + 5000
        assert last_change(ahead) == now
        assert last_change(ahead - 65_000) == now - datetime.timedelta(minutes=1)
