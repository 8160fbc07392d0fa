"""The numbers that facts carry, and what they lead to."""

import pytest

from library.sources import Sources
from tests.directory import factories as make

pytestmark = pytest.mark.django_db


def labels(places):
    return [place.label for place in places]


def test_briefings_come_before_reference_data_and_titles_in_order():
    register = make.reference_citation("Row 1")
    late = make.citation("Slide 1", make.publication("Z slides"))
    early = make.citation("Slide 1", make.publication("A slides"))
    entry = make.collaborative(citations=[register, late, early])
    sources = Sources(entry)
    titles = [(source.number, source.publication.title) for source in sources.all]
    assert titles == [(1, "A slides"), (2, "Z slides"), (3, "Register of trusts")]
    assert [source.number for source in sources.briefings] == [1, 2]
    assert [source.number for source in sources.reference] == [3]


def test_each_heading_has_a_letter_whichever_fact_stands_under_it():
    first, second = make.citation("First"), make.citation("Second")
    entry = make.collaborative(citations=[second])
    trust = make.organisation(citations=[first, second])
    sources = Sources(entry, trust)
    assert labels(sources.of(entry)) == ["1b"]
    assert labels(sources.of(trust)) == ["1a", "1b"]
    assert labels(sources.of(entry, trust)) == ["1b", "1a"]
    assert [place.locator for place in sources.all[0].places] == ["First", "Second"]


def test_facts_of_different_models_with_one_key_are_told_apart():
    entry = make.collaborative(citations=[make.citation("Of the entry")])
    model = make.governance_model(citations=[make.citation("Of the model")])
    model_with_same_key = type(model)(pk=entry.pk)
    sources = Sources(entry)
    assert sources.of(model_with_same_key) == []


def test_two_publications_with_one_title_are_two_sources():
    for slug in ("webinar-one", "webinar-two"):
        make.publication("Webinar", slug=slug)
    places = [make.citation("Talk", p) for p in make.Publication.objects.order_by("slug")]
    sources = Sources(make.collaborative(citations=places))
    assert [source.publication.slug for source in sources.all] == ["webinar-one", "webinar-two"]


@pytest.mark.parametrize("number", [1, 30])
def test_it_takes_one_query_for_facts_of_any_kind(django_assert_num_queries, number):
    facts = [make.organisation(f"Trust {n}") for n in range(number)]
    facts += [make.collaborative(f"Alliance {n}") for n in range(number)]
    with django_assert_num_queries(1):
        Sources(*facts)


def test_nothing_to_cite_takes_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Sources().all == []
