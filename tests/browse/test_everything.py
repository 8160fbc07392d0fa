"""One search for everything, grouped by kind, best first, its words marked."""

import html

import pytest
from django.core.management import call_command

from browse.marking import marked
from directory.models import GovernanceModel
from tests.directory import factories as make

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
    from browse.models import Document

    Document.objects.all().delete()
    call_command("reindex", verbosity=0)
    assert "Eastern" in text(search(client, "ema"))
