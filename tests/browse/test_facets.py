"""What the bit sets say is what the database says, whatever is chosen."""

from itertools import product

import pytest
from django.http import QueryDict

from directory.lists import CollaborativeList
from directory.models import Collaborative
from tests.directory import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory():
    """Collaboratives in every mixture of two regions, two sectors, scheme or not, and drafts."""
    regions = [make.region("London", "Y56"), make.region("Midlands", "Y60")]
    sectors = [make.sector("Acute"), make.sector("Community")]
    trust = make.organisation("Alder Trust", ods_code="RBS")
    mixtures = product([[], regions[:1], regions], [[], sectors[:1], sectors], [True, False])
    for number, (of_regions, of_sectors, innovator) in enumerate(mixtures):
        entry = make.collaborative(
            f"Alliance {number}",
            published=number % 5 != 0,
            regions=of_regions,
            sectors=of_sectors,
            innovator=innovator,
            footprint=["", "system", "multi-system"][number % 3],
        )
        make.membership(entry, trust, until="2020" if number % 2 else "")
    return CollaborativeList()


def found(listing, query):
    return listing.read(QueryDict(query))


def in_sql(listing, chosen):
    entries = listing.entries()
    for name, values in chosen.items():
        entries = listing.filterset.facets()[name].filter(entries, values)
    return set(entries.values_list("pk", flat=True))


CHOICES = {
    "region": [(), ("london",), ("london", "midlands")],
    "sector": [(), ("community",), ("acute", "community")],
    "footprint": [(), ("system",)],
    "member": [(), ("alder-trust",)],
    "innovator": [(), ("yes",), ("no",)],
}


def test_bit_sets_find_what_sql_finds(directory):
    for values in product(*CHOICES.values()):
        chosen = {name: some for name, some in zip(CHOICES, values, strict=True) if some}
        query = "&".join(f"{name}={value}" for name, some in chosen.items() for value in some)
        assert set(found(directory, query).ordered_keys()) == in_sql(directory, chosen), query


def test_counts_set_their_own_facet_aside(directory):
    both = found(directory, "region=london&sector=acute")
    for option, count, _ in both.options("region"):
        alone = found(directory, f"region={option.value}&sector=acute")
        assert count == alone.count


def test_options_that_give_nothing_are_kept(directory):
    make.region("South West", "Y58")
    counts = {o.value: n for o, n, _ in found(directory, "").options("region")}
    assert counts["south-west"] == 0


def test_drafts_are_in_no_count(directory):
    assert found(directory, "").count == Collaborative.objects.published().count()
    assert Collaborative.objects.count() > found(directory, "").count


def test_a_code_is_as_good_as_a_slug(directory):
    by_code, by_slug = found(directory, "member=rbs"), found(directory, "member=alder-trust")
    assert list(by_code.ordered_keys()) == list(by_slug.ordered_keys()) != []
    assert not by_code.selection.problems


def test_a_closed_system_finds_what_is_now_in_its_successors(directory):
    old = make.system("North Central London", "QMJ", closed="2026-03-31")
    new = make.system("West and North London", "Z9B2Z", opened="2026-04-01")
    make.system_succession(old, new)
    moved = make.collaborative("Moved Alliance", systems=[new])
    stayed = make.collaborative("Unmoved Alliance", systems=[old])
    closed = found(directory, "system=QMJ")
    assert set(closed.ordered_keys()) == {moved.pk, stayed.pk}
    [(_, option)] = closed.chosen_options()
    assert "closed on 31 March 2026" in option.notice
    assert "West and North London" in option.notice
    successor = found(directory, "system=Z9B2Z")
    assert set(successor.ordered_keys()) == {moved.pk, stayed.pk}
    [(_, option)] = successor.chosen_options()
    assert "filed under North Central London" in option.notice


def test_a_part_that_moved_does_not_bring_the_rest(directory):
    split = make.system("Frimley", "QNQ", closed="2026-03-31")
    new = make.system("Thames Valley", "S0E4D", opened="2026-04-01")
    make.system_succession(split, new, share="part")
    make.collaborative("Frimley Alliance", systems=[split])
    assert found(directory, "system=S0E4D").count == 0
    assert found(directory, "system=QNQ").count == 1


def test_another_day_makes_another_index(directory, time_machine):
    make.membership(
        make.collaborative("Brief Alliance"), make.organisation("Brief Trust"), until="2030-01-01"
    )
    time_machine.move_to("2029-12-31T12:00:00Z")
    assert found(directory, "member=brief-trust").count == 1
    time_machine.move_to("2030-01-02T12:00:00Z")
    assert "brief-trust" not in {o.value for o, _, _ in found(directory, "").options("member")}
