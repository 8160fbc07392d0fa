"""A collaborative is found by the systems it works in, whichever side of that changes."""

import pytest
from django.http import QueryDict

from directory.lists import CollaborativeList, OrganisationList
from tests.directory import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def leicester():
    return make.system("Leicester, Leicestershire and Rutland", ods_code="QK1", short_name="LLR")


@pytest.fixture
def group(leicester):
    return make.collaborative("The Group", systems=[leicester])


def names(query, listing=CollaborativeList):
    keys = list(listing().read(QueryDict(f"q={query}")).ordered_keys())
    found = listing().entries().in_bulk(keys)
    return [found[key].name for key in keys]


@pytest.mark.parametrize("query", ["LLR", "llr", "rutland"])
def test_a_systems_names_find_what_works_in_it(group, query):
    assert names(query) == ["The Group"]


def test_a_system_that_is_renamed_is_found_by_its_new_name_only(group, leicester):
    leicester.name, leicester.short_name = "Rutland and Leicester", "RAL"
    leicester.save()
    assert (names("ral"), names("llr")) == (["The Group"], [])


def test_a_collaborative_that_leaves_a_system_is_no_longer_found_by_it(group):
    group.systems.clear()
    assert names("llr") == []


def test_a_collaborative_named_so_comes_before_one_that_works_there(group):
    make.collaborative("Another", short_name="LLR")
    assert names("llr") == ["Another", "The Group"]


def test_an_organisation_is_found_by_its_successors_once_these_are_published(group):
    old, new = make.organisation("Old Trust"), make.organisation("New Trust", published=False)
    make.organisation_succession(old, new)
    assert names("new", OrganisationList) == []
    new.status = "published"
    new.save()
    assert names("new", OrganisationList) == ["New Trust", "Old Trust"]
