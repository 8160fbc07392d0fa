from hypothesis import given
from hypothesis import strategies as st

from browse.bits import bitset, in_both, slots

ROWS = st.sets(st.integers(0, 500))


@given(ROWS)
def test_a_set_gives_back_its_rows_in_order(rows):
    assert list(slots(bitset(rows, 501))) == sorted(rows)


@given(ROWS, ROWS)
def test_combining_and_counting_are_those_of_sets(some, others):
    a, b = bitset(some, 501), bitset(others, 501)
    assert set(slots(a & b)) == some & others
    assert set(slots(a | b)) == some | others
    assert (a & ~b).count() == in_both(a, ~b) == len(some - others)
