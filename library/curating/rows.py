"""The submitted rows of a formset whose saved rows are not what they were."""

import re
from collections import defaultdict


def with_vanished_as_new(data, prefix, there):
    """The submitted data, rows that somebody removed meanwhile standing last, as new ones.

    Their old key is kept in a field of its own, to tell who removed them. However many rows are
    said to be there, only those with values are.
    """
    rows = submitted_rows(data, prefix)
    total, initial = (count_of(which, data, prefix) for which in ("TOTAL", "INITIAL"))
    if None in (total, initial):
        return data
    gone = [n for n in sorted(rows) if n < initial and key_of(rows[n]) not in there]
    if not gone and total == len(rows):
        return data
    kept = [n for n in sorted(rows) if n < initial and n not in gone]
    new = [n for n in sorted(rows) if n >= initial]
    for n in gone:
        rows[n]["vanished"], rows[n]["id"] = rows[n].get("id", [""]), [""]
    return rearranged(data, prefix, [rows[n] for n in (*kept, *gone, *new)], len(kept))


def submitted_rows(data, prefix):
    """Each submitted row's values by its number."""
    name = re.compile(rf"{re.escape(prefix)}-(\d{{1,6}})-(\w+)")
    rows = defaultdict(dict)
    for key in data:
        if found := name.fullmatch(key):
            rows[int(found[1])][found[2]] = data.getlist(key)
    return rows


def count_of(which, data, prefix):
    """How many rows there are, or were saved ones, as submitted; None if it can't be read."""
    count = data.get(f"{prefix}-{which}_FORMS", "")
    return int(count) if re.fullmatch(r"[0-9]{1,30}", count) else None


def key_of(row):
    return row.get("id", [""])[-1]


def rearranged(data, prefix, rows, initial):
    """The data with these rows in place of those of this prefix."""
    new = data.copy()
    name = re.compile(rf"{re.escape(prefix)}-\d+-\w+")
    for key in filter(name.fullmatch, list(new)):
        del new[key]
    for number, row in enumerate(rows):
        for field, values in row.items():
            new.setlist(f"{prefix}-{number}-{field}", values)
    new[f"{prefix}-INITIAL_FORMS"] = str(initial)
    new[f"{prefix}-TOTAL_FORMS"] = str(len(rows))
    return new
