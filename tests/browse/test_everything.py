"""One search for everything, grouped by kind, best first, its words marked."""

import datetime
import html

import pytest
from django.core.management import call_command

from browse.marking import marked
from browse.models import Document
from directory.models import GovernanceModel
from tests.directory import factories as make
from tests.pages import FOUL

MARCH = datetime.date(2026, 3, 31)

pytestmark = pytest.mark.django_db


@pytest.fixture
def alliance():
    entry = make.collaborative("Eastern Alliance", short_name="EMA", summary="It shares staff.")
    make.membership(entry, make.organisation("Alder Trust", ods_code="RAA"))
    make.governance_model("Joint committee", summary="An alliance decides as one.")
    return entry


def text(response):
    return html.unescape(response.content.decode())


def search(client, query):
    return client.get("/search/", {"q": query})


def test_results_are_grouped_by_kind_with_counts(client, alliance):
    page = text(search(client, "alliance"))
    assert "2 results for “alliance”" in page
    assert "1 collaborative</h2>" in page
    assert "1 page of the governance guide</h2>" in page
    assert 'href="/collaboratives/eastern-alliance/"' in page


def test_matched_words_are_marked(client, alliance):
    page = text(search(client, "share alliance"))
    assert "It <mark>shares</mark> staff." in page
    assert "Eastern <mark>Alliance</mark>" in page


def test_the_best_match_comes_first(client, alliance):
    make.collaborative("Aardvark Network", summary="Not the EMA.")
    page = text(search(client, "ema"))
    assert page.index("Eastern Alliance") < page.index("Aardvark Network")


@pytest.mark.parametrize("query", ["devon", "QJK", "south west"])
def test_a_system_is_found_by_name_code_and_region(client, query):
    make.system("Devon", ods_code="QJK", region=make.region("South West", ods_code="Y58"))
    page = text(search(client, query))
    assert "1 integrated care system</h2>" in page
    assert 'href="/systems/devon/"' in page
    assert "code QJK" in page.replace("<mark>", "").replace("</mark>", "")


def test_a_system_is_found_by_what_it_became(client):
    old, new = make.system("Old Shire", closed=MARCH), make.system("New Shire", ods_code="QZZ")
    make.system_succession(old, new)
    new.name = "Greater Shire"
    new.save()
    assert "2 integrated care systems</h2>" in text(search(client, "greater shire"))


def test_regions_and_themes_are_found(client):
    make.region("Midlands", ods_code="Y60")
    make.theme("Elective recovery", description="Waiting lists.")
    assert 'href="/regions/midlands/"' in text(search(client, "midlands"))
    assert 'href="/themes/elective-recovery/"' in text(search(client, "waiting lists"))


def test_a_point_of_the_guide_leads_to_where_it_stands(client, alliance):
    forum = GovernanceModel.objects.get()
    make.governance_point("Quorum", text="Agree how many must be there.", governance_model=forum)
    page = text(search(client, "quorum joint"))
    assert "1 point of the governance guide</h2>" in page
    assert 'href="/governance/joint-committee/#point-quorum"' in page


def test_a_point_is_found_by_its_models_present_name(client, alliance):
    forum = GovernanceModel.objects.get()
    make.governance_point("Quorum", governance_model=forum)
    forum.name = "Common board"
    forum.save()
    assert "1 point of the governance guide" in text(search(client, "common board"))
    assert "1 point of the governance guide" not in text(search(client, "joint committee"))


def test_more_than_a_few_lead_to_their_list(client, alliance):
    for number in range(8):
        make.collaborative(f"Western Alliance {number}")
    page = text(search(client, "western"))
    assert "8 collaboratives</h2>" in page
    assert page.count('<li class="app-result">') == 5
    assert 'href="/collaboratives/?q=western"' in page


@pytest.fixture
def points():
    """Three pages of points of the guide, which no list of their own shows."""
    for number in range(41):
        make.governance_point(f"Point {number:02}", text="Agree on a quorum.")


class TestOneKind:
    ALL = "/search/?q=quorum&kind=governance-points"

    def test_what_has_no_list_is_shown_alone(self, client, points):
        page = text(search(client, "quorum"))
        assert 'href="?q=quorum&kind=governance-points">See all 41 points' in page
        alone = text(client.get(self.ALL))
        assert "<title>41 points of the governance guide for “quorum” (page 1 of 3)" in alone
        assert alone.count('<li class="app-result">') == 20
        assert 'href="/search/?q=quorum&kind=governance-points&page=2"' in alone
        assert "Show results of every kind" in alone

    @pytest.mark.parametrize(("asked", "shown"), [("2", 20), ("3", 1), ("9" * 30, 1), ("-1", 20)])
    def test_pages(self, client, points, asked, shown):
        page = text(client.get(f"{self.ALL}&page={asked}"))
        assert page.count('<li class="app-result">') == shown

    def test_no_other_kind_is_shown(self, client, points):
        make.governance_model("Quorum")
        assert "page of the governance guide" in text(search(client, "quorum"))
        assert "page of the governance guide" not in text(client.get(self.ALL))

    def test_several_kinds_are_shown_in_part_each(self, client, points):
        make.governance_model("Quorum")
        page = text(client.get(self.ALL + "&kind=governance"))
        assert page.count('<li class="app-result">') == 5 + 1

    def test_an_unknown_kind_is_named(self, client, points):
        page = text(client.get("/search/?q=quorum&kind=sausages"))
        assert "“sausages” is not one of the options of “kind”" in page
        assert "41 points" in page

    def test_a_kind_without_words_asks_for_words(self, client, points):
        assert "Search the directory</h1>" in text(client.get("/search/?kind=governance-points"))

    def test_nothing_found(self, client, points):
        page = text(client.get("/search/?q=zebra&kind=governance-points"))
        assert "0 results for “zebra”" in page

    def test_it_takes_as_many_queries_however_many_there_are(
        self, client, points, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(6):
            client.get(self.ALL)


class TestExcerpts:
    def test_words_that_stand_elsewhere_are_shown_there(self, client, alliance):
        make.interest(alliance, "Free car parking for staff")
        page = text(search(client, "parking eastern"))
        assert "Found in: Free car <mark>parking</mark> for staff" in page

    def test_another_name_is_shown(self, client, alliance):
        page = text(search(client, "raa eastern"))
        assert "0 results" in page
        page = text(search(client, "ema"))
        assert "Found in: <mark>EMA</mark>" in page

    def test_what_is_shown_already_needs_none(self, client, alliance):
        assert "Found in" not in text(search(client, "shares eastern"))

    def test_before_the_words_are_indexed_anew_there_are_none(self, client, alliance):
        Document.objects.update(texts=None)
        page = text(search(client, "ema"))
        assert "Eastern Alliance" in page
        assert "Found in" not in page

    def test_foul_text_is_text(self, client, alliance):
        make.interest(alliance, FOUL + " zebra")
        assert "<script>alert" not in search(client, "zebra").content.decode()

    def test_nothing_of_a_draft_member_shows(self, client, alliance):
        make.membership(alliance, make.organisation("Zebra Trust", published=False))
        assert "Zebra" not in text(search(client, "eastern")).replace("zebra", "")


def test_drafts_are_in_no_result_and_no_count(client, alliance):
    make.collaborative("Hidden Alliance", published=False)
    make.organisation("Hidden Trust", published=False)
    hidden = make.governance_model("Hidden model", published=False)
    make.governance_point("Hidden point", published=False)
    make.governance_point("Point of a hidden model", governance_model=hidden)
    assert "0 results for “hidden”" in text(search(client, "hidden"))


@pytest.mark.parametrize("query", ["", "(((", "\x00", "x" * 300, '" OR 1=1 --', "<script>", "🙂"])
def test_whatever_is_typed_gives_a_page(client, alliance, query):
    response = search(client, query)
    assert response.status_code == 200
    assert response.content.count(b"<h1") == 1
    assert b"<script>alert" not in response.content


def test_many_unusable_values_are_counted_not_listed(client, alliance):
    kinds = "".join(f"&kind=x{number}" for number in range(1234))
    page = text(client.get(f"/search/?q=alliance{kinds}"))
    assert "“x9” is not one of the options" in page
    assert "“x10” is not one of the options" not in page
    assert "And 1,224 more." in page


def test_nothing_found_says_what_to_try(client, alliance):
    assert "Try fewer or shorter words" in text(search(client, "zebra"))


def test_queries_do_not_grow_with_the_rows(client, alliance, django_assert_max_num_queries):
    for number in range(30):
        make.collaborative(f"Northern Alliance {number}")
    with django_assert_max_num_queries(15):
        search(client, "alliance")


def test_the_header_of_every_page_leads_here(client, alliance):
    assert 'action="/search/"' in text(client.get("/collaboratives/"))


def test_marking_escapes_and_shortens():
    assert str(marked("<b> staff", "b")) == "&lt;<mark>b</mark>&gt; staff"
    long = "word " * 100 + "needle " + "word " * 100
    assert "<mark>needle</mark>" in marked(long, "needle")
    assert len(marked(long, "needle")) < 320


def test_reindexing_finds_everything_again(alliance, client):
    Document.objects.all().delete()
    call_command("reindex", verbosity=0)
    assert "Eastern" in text(search(client, "ema"))
