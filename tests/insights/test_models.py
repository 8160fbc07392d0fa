"""What the database itself refuses, and how a base is said."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from insights.models import Finding, Survey
from tests.insights import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("percentage", [-1, 100.1, 101])
def test_a_percentage_is_between_0_and_100(percentage):
    asked = make.question()
    with pytest.raises(IntegrityError), transaction.atomic():
        make.finding(asked, percentage=percentage)


@pytest.mark.parametrize(("percentage", "share"), [(0, "0%"), (100, "100%"), (33.5, "33.5%")])
def test_a_percentage_reads_as_it_was_given(percentage, share):
    found = make.finding(make.question(), percentage=percentage)
    assert Finding.objects.get(pk=found.pk).share == share


def test_an_answer_of_a_group_stands_once():
    asked = make.question()
    make.finding(asked, group="acute")
    make.finding(asked, group="community")
    with pytest.raises(IntegrityError), transaction.atomic():
        make.finding(asked, group="acute")


def test_a_finding_says_something():
    asked = make.question()
    with pytest.raises(IntegrityError), transaction.atomic():
        make.finding(asked, percentage=None)


@pytest.mark.parametrize("slug", ["landscape", "findings"])
def test_a_survey_takes_no_other_pages_address(slug):
    with pytest.raises(IntegrityError), transaction.atomic():
        make.survey(slug=slug)


def test_nobody_answering_is_not_a_number_of_responses():
    with pytest.raises(IntegrityError), transaction.atomic():
        make.survey(responses=0)


@pytest.mark.parametrize(
    ("responses", "group", "base"),
    [
        (42, "", "42 responses"),
        (1, "", "1 response"),
        (1042, "", "1,042 responses"),
        (42, "acute ones", "acute ones among 42 responses; how many is not stated"),
        (None, "", "number of responses not stated"),
        (None, "acute ones", "acute ones; number of responses not stated"),
    ],
)
def test_the_base_says_no_more_than_is_known(responses, group, base):
    asked = make.question(make.survey(responses=responses))
    assert make.finding(asked, group=group).base == base


def test_a_finding_without_a_source_keeps_its_survey_from_being_published():
    survey = make.survey(published=False)
    make.finding(make.question(survey), citations=[])
    survey.status = Survey.Status.PUBLISHED
    with pytest.raises(ValidationError, match="The finding ‘Yes’ has no source"):
        survey.validate_sources()
