"""How long a text takes to read."""

CHARACTERS_A_MINUTE = 1200  # two hundred words of six characters, spaces included


def reading_minutes(characters):
    """Whole minutes for a text of this length, at least one.

    >>> reading_minutes(0), reading_minutes(1200), reading_minutes(1201)
    (1, 1, 2)
    """
    return max(1, -(-characters // CHARACTERS_A_MINUTE))
