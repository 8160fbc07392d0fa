"""The index is made of the data as they stood, and bears with data that moved on."""

import pytest

from browse.bits import slots
from browse.documents import rewrite_all
from browse.index import Index
from browse.models import Document
from directory.lists import CollaborativeList, OrganisationList
from tests.directory import factories as make

pytestmark = pytest.mark.django_db


def found(index, query):
    return [index.keys[slot] for slot in slots(index.matching(query)[-1])]


def test_documents_of_other_lists_are_no_hits():
    entry = make.collaborative("Alder Alliance")
    trust = make.organisation("Alder Trust")
    assert found(Index(CollaborativeList(), "name"), "alder") == [entry.pk]
    assert found(Index(OrganisationList(), "name"), "alder") == [trust.pk]


def test_what_is_newer_than_the_index_is_no_hit_and_no_error():
    entry = make.collaborative("Alder Alliance")
    index = Index(CollaborativeList(), "name")
    assert found(index, "alder") == [entry.pk]
    make.collaborative("Alder Federation")
    assert found(index, "alder alliance") == [entry.pk]
    assert found(index, "alder feder") == []


def test_an_index_of_nothing_finds_nothing():
    index = Index(CollaborativeList(), "name")
    make.collaborative("Alder Alliance")
    assert found(index, "alder") == []


def test_documents_keep_their_keys_when_they_are_rewritten():
    entry = make.collaborative("Alder Alliance")
    its = {"listing": "collaboratives", "object_id": entry.pk}
    before = Document.objects.get(**its).pk
    entry.name = "Beech Alliance"
    entry.save()
    rewrite_all()
    assert Document.objects.get(**its).pk == before


def test_labels_stand_in_the_order_of_the_options():
    north, south = make.region("North"), make.region("South", "Y59")
    both = make.collaborative("Alliance", regions=[south, north])
    none = make.collaborative("Federation")
    index = Index(CollaborativeList(), "name")
    assert list(index.keys) == [both.pk, none.pk]
    assert index.labels_at("region", [0, 1]) == {0: ["North", "South"], 1: []}
