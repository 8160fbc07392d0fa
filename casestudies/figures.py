"""Figures as a sentence says them: never without unit and qualifier."""

HEDGES = ("over", "under", "about", "around", "up to", "at least", "nearly")


def amount(value, unit):
    """A figure with its unit, unless it names its own.

    >>> amount("25", "% of staff"), amount("120", "beds"), amount("1", "trusts")
    ('25% of staff', '120 beds', '1 trust')
    >>> amount("3 months", "time"), amount("", "%")
    ('3 months', '')
    """
    if not value or names_its_unit(value):
        return value
    if unit.startswith("%"):
        return f"{value}{unit}"
    return f"{value} {unit.removesuffix('s') if value == '1' else unit}"


def names_its_unit(value):
    """Whether a figure is more than a number.

    >>> names_its_unit("3 months"), names_its_unit("8,400"), names_its_unit("3.2 million")
    (True, False, False)
    """
    letters = value.replace("million", "").replace(" of ", "")
    return any(letter.isalpha() for letter in letters)


def in_words(outcome):
    """What an outcome's figures say together.

    >>> from types import SimpleNamespace as Row
    >>> row = dict(before="", after="", change="", unit="%", direction="none", qualifier="")
    >>> in_words(Row(**row | {"change": "20", "direction": "down", "qualifier": "over"}))
    'down by over 20%'
    >>> sooner = {"before": "3 months", "after": "3 days", "qualifier": "in some cases"}
    >>> in_words(Row(**row | sooner))
    'from 3 months to 3 days (in some cases)'
    >>> in_words(Row(**row | {"after": "5 million", "unit": "people"}))
    '5 million people'
    """
    hedge = f"{outcome.qualifier} " if outcome.qualifier in HEDGES else ""
    note = f" ({outcome.qualifier})" if outcome.qualifier and not hedge else ""
    return _plain(outcome, hedge) + note


def _plain(outcome, hedge):
    before, after, change = (
        amount(value, outcome.unit) for value in (outcome.before, outcome.after, outcome.change)
    )
    if before and after:
        return f"from {before} to {hedge}{after}"
    if change:
        return f"{_way(outcome)}{hedge}{change}"
    return f"{hedge}{after or before}"


def _way(outcome):
    numeric = not names_its_unit(outcome.change)
    return f"{outcome.direction} by " if numeric and outcome.direction != "none" else ""
