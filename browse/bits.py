"""Sets of rows as integers, one bit a row: combining and counting them costs next to nothing."""


def bitset(slots, size):
    """The set of these row numbers, each below `size`.

    >>> bin(bitset([0, 3], 8))
    '0b1001'
    """
    octets = bytearray(size // 8 + 1)
    for slot in slots:
        octets[slot >> 3] |= 1 << (slot & 7)
    return int.from_bytes(octets, "little")


def slots(bits):
    """The row numbers in a set, lowest first.

    >>> list(slots(0b1001))
    [0, 3]
    """
    octets = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    for base, octet in enumerate(octets):
        while octet:
            lowest = octet & -octet
            yield base * 8 + lowest.bit_length() - 1
            octet ^= lowest
