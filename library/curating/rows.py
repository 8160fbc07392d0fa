"""The submitted rows of a formset whose saved rows are not what they were."""

import re
from collections import defaultdict


def with_vanished_as_new(data, prefix, there):
    """The submitted data, rows that somebody removed meanwhile standing last, as new ones.

    Their old key is kept in a field of its own, to tell who removed them.
    """
    rows = submitted_rows(data, prefix)
    initial = initial_count(data, prefix)
    gone = [n for n in range(initial) if n in rows and key_of(rows[n]) not in there]
    if not gone:
        return data
    kept = [n for n in range(initial) if n not in gone]
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


def initial_count(data, prefix):
    """How many of the rows were saved ones, as submitted."""
    count = data.get(f"{prefix}-INITIAL_FORMS", "")
    return min(int(count), 10_000) if re.fullmatch(r"\d{1,9}", count) else 0


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
