"""Words find what a person means, the same on both databases."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from browse.documents import rewrite_all
from browse.models import Document
from directory.lists import CollaborativeList, OrganisationList
from directory.models import Collaborative
from tests.directory import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def alliance():
    entry = make.collaborative(
        "East Midlands Alliance", short_name="EMA", summary="Six providers of mental health care."
    )
    make.collaborative_alias(entry, "Black County")
    trust = make.organisation("St Andrew’s Healthcare", kind="vcse", short_name="STAH")
    make.organisation_alias(trust, "Zoë’s Trust")
    make.membership(entry, trust)
    line = make.interest(entry, "Retaining children’s clinicians", themes=[make.theme("Workforce")])
    assert line.pk
    make.arrangement(entry, make.governance_model("Committees in common"))
    make.collaborative("Alpine Federation", summary="Mountains, and an east midlands alliance.")
    return entry


def names(query, listing=CollaborativeList):
    found = listing().read(QueryDict(urlencode({"q": query})))
    rows = {row["pk"]: row["name"] for row in listing().entries().values("pk", "name")}
    return [rows[key] for key in found.ordered_keys()]


@pytest.mark.parametrize(
    "query",
    [
        "EMA",
        "ema",
        "midlands alli",
        "st andrews",
        "St. Andrew's",
        "ST ANDREW’S health",
        "stah",
        "zoe",
        "ZOË'S",
        "black county",
        "children's",
        "childrens clinician",
        "workforce",
        "committee in common",
        "six mental",
    ],
)
def test_words_find_names_aliases_members_interests_themes_and_models(alliance, query):
    assert "East Midlands Alliance" in names(query)


@pytest.mark.parametrize("query", ["EMA zebra", "lands", "emax", "NOT ema"])
def test_every_word_must_match_from_its_beginning(alliance, query):
    assert "East Midlands Alliance" not in names(query)


def test_names_outrank_bodies(alliance):
    assert names("east midlands alliance") == ["East Midlands Alliance", "Alpine Federation"]


def test_a_name_that_is_the_query_comes_first(alliance):
    make.collaborative("Aardvark EMA Network")
    assert names("ema")[0] == "East Midlands Alliance"


@pytest.mark.parametrize(
    "query",
    ['"ema"', "ema*", "(ema", "ema)", "ema:*", "-ema", "^ema", "'ema'", "e\u0301ma"],
)
def test_operators_and_punctuation_are_only_text(alliance, query):
    assert names(query) == ["East Midlands Alliance"]


@pytest.mark.parametrize("query", ["((((", "'", '"', "*", "&|!", "\\", "%_", "🙂"])
def test_a_query_without_words_is_said_to_be_one(alliance, query):
    found = CollaborativeList().read(QueryDict(urlencode({"q": query})))
    assert "no letter or number" in found.selection.problems[0].message


def test_drafts_are_not_found(alliance):
    make.collaborative("Hidden EMA Alliance", published=False)
    assert "Hidden EMA Alliance" not in names("hidden") + names("ema")


def test_a_draft_member_is_no_way_in(alliance):
    secret = make.organisation("Secretive Trust", published=False)
    make.membership(alliance, secret)
    assert names("secretive") == []
    secret.status = "published"
    secret.save()
    assert names("secretive") == ["East Midlands Alliance"]


def test_words_follow_every_change(alliance):
    alliance.aliases.all().delete()
    assert names("county") == []
    interest = alliance.interests.get()
    interest.themes.set([make.theme("Estates")])
    assert names("estates") == ["East Midlands Alliance"]
    interest.delete()
    assert names("estates") == []
    member = alliance.memberships.get().organisation
    member.name = "Renamed Trust"
    member.save()
    assert names("renamed") == ["East Midlands Alliance"]
    alliance.delete()
    assert names("renamed") == []


def test_bulk_writes_are_found_once_rewritten(alliance):
    Collaborative.objects.bulk_create(
        [Collaborative(name="Bulk Alliance", slug="bulk", status="published")]
    )
    assert names("bulk") == []
    rewrite_all()
    assert names("bulk") == ["Bulk Alliance"]
    assert Document.objects.filter(listing="collaboratives").count() == 3


def test_an_organisation_is_found_by_old_name_and_code(alliance):
    old = make.organisation("Barnet Trust", ods_code="RRP", closed="2024-10-31")
    make.organisation_alias(old, "BEH", kind="short")
    new = make.organisation("North London Trust", ods_code="G6V2S")
    make.organisation_succession(old, new)
    assert names("rrp", OrganisationList) == ["Barnet Trust"]
    assert names("beh", OrganisationList) == ["Barnet Trust"]
    assert names("north london", OrganisationList) == ["North London Trust", "Barnet Trust"]
