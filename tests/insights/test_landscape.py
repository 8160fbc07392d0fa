"""The landscape: counts that SQL agrees with, and national figures kept apart from them."""

import csv
import datetime
import io
import re

import pytest

from directory.models import Collaborative, Organisation
from tests.directory import factories as make
from tests.insights.charts import charts, tabled, told
from tests.insights.factories import national_figure
from tests.pages import FOUL, MOST_QUERIES, assert_sound, get, main, section, table

pytestmark = pytest.mark.django_db

ADDRESS = "/insights/landscape/"
YESTERDAY = datetime.date.today() - datetime.timedelta(days=1)


@pytest.fixture
def directory():
    """Two collaboratives in London, one of them elsewhere too, one nowhere, and a draft."""
    london, midlands = make.region(), make.region("Midlands", "Y60")
    acute = make.sector()
    model = make.governance_model("Lead provider", family="model")
    forum = make.governance_model("Joint committee")
    first = make.collaborative("First", regions=[london], sectors=[acute], footprint="system")
    second = make.collaborative("Second", regions=[london, midlands], footprint="multi-system")
    make.collaborative("Third")
    draft = make.collaborative(
        "Secret", published=False, regions=[london], sectors=[acute], footprint="system"
    )
    for entry in (first, draft):
        make.arrangement(entry, model)
    make.arrangement(second, forum)
    make.arrangement(second, model, until="2020")
    return first, second, draft


def counted(client, title):
    """The rows of a table of the landscape, as a dict."""
    return dict(table(get(client, ADDRESS), title))


def test_collaboratives_are_counted_by_region(client, directory):
    assert counted(client, "Collaboratives by region") == {
        "London": "2",
        "Midlands": "1",
        "Not stated in the sources": "1",
    }


def test_collaboratives_are_counted_by_sector_and_footprint(client, directory):
    assert counted(client, "Collaboratives by sector") == {
        "Acute": "1",
        "Not stated in the sources": "2",
    }
    assert counted(client, "Collaboratives by footprint") == {
        "System": "1",
        "Multi-system": "1",
        "Not stated in the sources": "1",
    }


def test_governance_is_counted_question_by_question_as_it_is_today(client, directory):
    assert counted(client, "Collaboratives by governance model") == {
        "Lead provider": "1",
        "Not stated in the sources": "2",
    }
    assert counted(client, "Collaboratives by decision forum") == {
        "Joint committee": "1",
        "Not stated in the sources": "2",
    }


def test_what_no_source_states_is_no_bar(client, directory):
    page = get(client, ADDRESS)
    told = "For 2 of them the sources name none of these, and the chart leaves them out."
    assert told in main(page)
    assert "Not stated" not in re.search(r'<desc id="chart-sector-text">(.*?)</desc>', page)[1]


def test_where_nothing_is_stated_there_is_no_chart(client):
    make.collaborative()
    make.governance_model("Delegation", family="delegation")
    page = get(client, ADDRESS)
    assert "For 1 of them the sources name none of these." in main(page)
    assert 'id="chart-delegation-name"' not in page


def test_every_count_says_of_how_many(client, directory):
    page = main(get(client, ADDRESS))
    assert page.count("Of 3 published collaboratives in this directory.") == 5
    assert "The directory is not complete" in page


@pytest.fixture
def trusts(directory):
    first, second, draft = directory
    in_none, in_one, in_two = (make.organisation(name) for name in ("None", "One", "Two"))
    for entry in (first, second):
        make.membership(entry, in_two, role="partner")
    make.membership(first, in_two, since="2020")
    make.membership(first, in_one)
    make.membership(second, in_one, until="2020")
    make.membership(draft, in_none)
    closed = make.organisation("Closed", closed=YESTERDAY)
    company = make.organisation("Company", kind=Organisation.Kind.CIC)
    for member in (closed, company, make.organisation("Draft", published=False)):
        make.membership(first, member)


TRUSTS = "Trusts by the number of collaboratives they are in"


def test_trusts_are_counted_in_none_one_or_several_collaboratives(client, trusts):
    page = get(client, ADDRESS)
    assert table(page, TRUSTS) == [
        ["In none that we know of", "1"],
        ["In one", "1"],
        ["In several", "1"],
    ]
    assert "Of 3 NHS trusts, NHS foundation trusts and care trusts in this directory" in main(page)


def test_the_list_behind_those_in_none_holds_as_many(client, trusts):
    response = client.get(
        "/organisations/?kind=nhs-trust&kind=nhs-foundation-trust&kind=care-trust"
        "&collaborating=no&closed=no"
    )
    assert "1 organisation" in response.content.decode()


def test_every_charts_text_says_what_its_table_says(client, trusts):
    page = get(client, ADDRESS)
    found = charts(page)
    assert len(found) == 6
    for title, text in found.items():
        rows = tabled(page, title.removeprefix("Bar chart: "))
        assert told(text) == [row for row in rows if row[0] != "Not stated in the sources"]


def test_the_files_hold_what_the_page_shows(client, trusts):
    page = get(client, ADDRESS)
    text = client.get("/insights/landscape.csv").getvalue().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    by_chart = {}
    for row in rows:
        by_chart.setdefault(row["Chart"], []).append((row["Part"], row["Number"]))
        assert row["Of"] == "3"
    assert by_chart == {
        title.removeprefix("Bar chart: "): tabled(page, title.removeprefix("Bar chart: "))
        for title in charts(page)
    }


def test_one_chart_leaves_alone_and_an_unknown_one_is_refused(client, trusts):
    text = client.get("/insights/landscape.csv?chart=trusts").getvalue().decode("utf-8-sig")
    assert {row["Chart"] for row in csv.DictReader(io.StringIO(text))} == {TRUSTS}
    for query in ("chart=nonsense", "q=trusts", "region=london", "sort=name"):
        assert client.get(f"/insights/landscape.csv?{query}").status_code == 400


def test_the_counts_follow_an_edit_at_once(client, directory):
    assert counted(client, "Collaboratives by region")["Midlands"] == "1"
    Collaborative.objects.get(name="Second").delete()
    assert counted(client, "Collaboratives by region")["Midlands"] == "0"


def test_national_figures_stand_apart_with_their_dates_and_sources(client, directory):
    national_figure(stated="over 100", as_of="2023-12-05")
    national_figure(stated="100", slug="other", note="Undated.")
    national_figure(stated="1,000", slug="unsourced", citations=[])
    page = get(client, ADDRESS)
    rows = table(page, "National figures as stated")
    assert [row[1:3] for row in rows] == [["100", "Not stated"], ["over 100", "5 December 2023"]]
    assert all("[Source 1a]" in row[0] for row in rows)
    assert "over 100" not in section(page, "counted")


def test_foul_names_are_only_text(client):
    region = make.region(FOUL, slug="foul")
    make.collaborative(FOUL, slug="foul", regions=[region])
    national_figure(FOUL, stated="many", said_by=FOUL, note=FOUL)
    page = get(client, ADDRESS)
    assert_sound(page)
    assert "<img src=x" not in page
    assert f"{FOUL}: 1" in charts(page)["Bar chart: Collaboratives by region"]


def test_it_takes_no_more_queries_however_much_there_is(
    client, django_assert_max_num_queries, trusts
):
    national_figure()
    for number in range(20):
        entry = make.collaborative(
            f"Other {number}", regions=[make.region(f"R{number}", f"Y{number}")]
        )
        make.membership(entry, make.organisation(f"Other {number}"))
    with django_assert_max_num_queries(MOST_QUERIES):
        get(client, ADDRESS)


def test_an_empty_directory_has_a_landscape_too(client):
    page = main(get(client, ADDRESS))
    assert "Of 0 published collaboratives" in page
    assert "No national figure has been published yet." in page
