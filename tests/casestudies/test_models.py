"""What the database itself refuses of case studies and figures."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.casestudies import factories as tell
from tests.directory import factories as make

pytestmark = pytest.mark.django_db

REFUSED = [
    {"nature": "size", "direction": "up"},
    {"nature": "baseline", "after": "3"},
    {"nature": "baseline", "before": "3", "change": "4"},
    {"after": ""},
]


@pytest.mark.parametrize("fields", REFUSED)
def test_a_figure_that_says_what_it_is_not_is_refused(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        tell.outcome(tell.case_study(), **fields)


def test_a_figure_is_of_something():
    with pytest.raises(IntegrityError), transaction.atomic():
        tell.outcome(None)
    assert tell.outcome(None, collaborative=make.collaborative())


def test_an_anonymised_example_is_marked_as_such():
    with pytest.raises(IntegrityError), transaction.atomic():
        tell.case_study(kind="anonymised-example")


def test_a_place_under_a_heading_is_taken_once():
    case = tell.case_study()
    tell.section(case)
    with pytest.raises(IntegrityError), transaction.atomic():
        tell.section(case)


def test_nobody_is_named_in_an_anonymised_example():
    case = tell.case_study(anonymised=True)
    named = [
        tell.voice(case, organisation=make.organisation()),
        tell.outcome(case, collaborative=make.collaborative()),
    ]
    for part in named:
        with pytest.raises(ValidationError, match="names no collaborative"):
            part.full_clean()
    with pytest.raises(ValidationError, match="names no collaborative"):
        case.validate_sources()


def test_it_is_not_published_while_a_point_has_no_source():
    case = tell.case_study()
    tell.section(case, citations=[])
    with pytest.raises(ValidationError, match="The section ‘Approach 1’ has no source"):
        case.validate_sources()
