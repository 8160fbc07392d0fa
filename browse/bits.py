"""Sets of rows, one bit a row: combining and counting them costs next to nothing.

A set is a `bitarray`: `a & b`, `a | b` and `~a` combine, `in_both(a, b)` counts, `a[row]` asks.
"""

from bitarray import bitarray
from bitarray.util import count_and as in_both
from bitarray.util import ones, zeros

__all__ = ["bitarray", "bitset", "in_both", "ones", "slots", "zeros"]


def bitset(slots, size):
    """The set of these row numbers, each below `size`.

    >>> bitset([0, 3], 8)
    bitarray('10010000')
    """
    found = zeros(size)
    found[list(slots)] = 1
    return found


def slots(bits):
    """The row numbers in a set, lowest first.

    >>> list(slots(bitset([0, 3], 8)))
    [0, 3]
    """
    return bits.search(1)
