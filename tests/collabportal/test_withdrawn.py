"""What is withdrawn while a file or a page is being made does not stand in the rest of it."""

import pytest
from django.apps import apps
from django.http import QueryDict

from browse.listing import Listing
from collabportal.data import LISTINGS
from library.models import Publishable
from tests.everything import one_of_everything
from tests.library import factories as library

pytestmark = pytest.mark.django_db

LISTS = [listing for listing in LISTINGS if isinstance(listing, Listing)]
SHOWN = [listing for listing in LISTS if listing.template]
FILES = [(listing, table) for listing in LISTS for table in listing.tables]


def name_of(case):
    return case.name


@pytest.fixture(autouse=True)
def everything():
    one_of_everything()
    library.question()


def found_then_withdrawn(listing, read):
    """What `read` gives of everything on a list, before and after all of it is withdrawn."""
    keys = list(listing.read(QueryDict()).ordered_keys())
    before = list(read(keys))
    for model in apps.get_models():
        if issubclass(model, Publishable):
            model.objects.update(status=Publishable.Status.DRAFT)
    return before, list(read(keys))


@pytest.mark.parametrize(("listing", "table"), FILES, ids=name_of)
def test_it_leaves_in_no_further_row(listing, table):
    before, after = found_then_withdrawn(
        listing, lambda keys: table.rows(keys, "https://example.org")
    )
    assert before
    assert after == []


@pytest.mark.parametrize("listing", SHOWN, ids=name_of)
def test_it_stands_on_no_list(listing):
    before, after = found_then_withdrawn(listing, listing.results)
    assert before
    assert after == []
