"""The least an export can cost: one SQL query of the same joined rows, written by `csv.writer`.

`python -m tests.performance.baseline FILE SITE` writes the file and prints the seconds it took,
without the start of the interpreter.
"""

import csv
import datetime
import sys
import time

import django
from django.db import connection

CITED = ("interest", "contact", "link", "statement", "correction")


def joined(select):
    """The values of a subquery, in its order, as one text."""
    function = "group_concat" if connection.vendor == "sqlite" else "string_agg"
    return f"coalesce((SELECT {function}(v, '; ') FROM ({select}) AS list), '')"


def linked(noun, order):
    """The names of what a many-to-many relation links to."""
    return joined(f"""
        SELECT {noun}.name AS v FROM directory_collaborative_{noun}s link
        JOIN directory_{noun} {noun} ON {noun}.id = link.{noun}_id
        WHERE link.collaborative_id = c.id ORDER BY {noun}.{order}""")


def interests(kind):
    """The lines of one of the four lists."""
    return joined(f"""
        SELECT text AS v FROM directory_interest
        WHERE collaborative_id = c.id AND kind = '{kind}' ORDER BY "order", id""")


MEMBERS = """
    FROM directory_membership m JOIN directory_organisation o ON o.id = m.organisation_id
    WHERE m.collaborative_id = c.id AND o.status = 'published'
    AND (m.until = '' OR m.until > '{today}')"""

GOVERNANCE = """
    SELECT g.name AS v FROM directory_governancearrangement a
    JOIN directory_governancemodel g ON g.id = a.governance_model_id
    WHERE a.collaborative_id = c.id AND g.status = 'published'
    AND (a.until = '' OR a.until > '{today}') ORDER BY g.family, g."order\""""

CONTACTS = """
    SELECT role || CASE WHEN name = '' THEN '' ELSE ', ' || name END
        || CASE WHEN shared_mailbox THEN ', ' || email ELSE '' END AS v
    FROM directory_contact WHERE collaborative_id = c.id ORDER BY kind, "order", role"""

STATED = """SELECT value AS v FROM directory_statement
    WHERE collaborative_id = c.id AND field = '{field}' ORDER BY id"""

LINKS = "SELECT url AS v FROM directory_link WHERE collaborative_id = c.id ORDER BY title"


def sources():
    """Every place that the collaborative or one of its facts cites, once."""
    cited = [
        "SELECT citation_id FROM directory_collaborative_citations WHERE collaborative_id = c.id"
    ]
    for noun in CITED:
        cited.append(f"""
            SELECT x.citation_id FROM directory_{noun} f
            JOIN directory_{noun}_citations x ON x.{noun}_id = f.id
            WHERE f.collaborative_id = c.id""")
    for noun, other, table in (
        ("membership", "organisation", "organisation"),
        ("governancearrangement", "governance_model", "governancemodel"),
    ):
        cited.append(f"""
            SELECT x.citation_id FROM directory_{noun} f
            JOIN directory_{noun}_citations x ON x.{noun}_id = f.id
            JOIN directory_{table} o ON o.id = f.{other}_id AND o.status = 'published'
            WHERE f.collaborative_id = c.id""")
    return joined(f"""
        SELECT p.title || ', “' || q.locator || '”' AS v FROM ({" UNION ".join(cited)}) AS cited
        JOIN library_citation q ON q.id = cited.citation_id
        JOIN library_publication p ON p.id = q.publication_id ORDER BY p.title, q.locator""")


def or_stated(column, field):
    """A list, or where it is empty what sources state of the field."""
    return f"coalesce(nullif({column}, ''), {joined(STATED.format(field=field))})"


def query(site, today):
    """The nineteen columns of every published collaborative, by name."""
    columns = (
        "c.name",
        linked("region", "name"),
        linked("system", "name"),
        "CASE c.footprint WHEN 'system' THEN 'System' WHEN '' THEN '' ELSE 'Multi-system' END",
        or_stated(
            joined(
                f"SELECT o.name AS v {MEMBERS.format(today=today)} GROUP BY o.id ORDER BY o.name"
            ),
            "membership",
        ),
        linked("sector", '"order"'),
        or_stated(joined(GOVERNANCE.format(today=today)), "governance"),
        *map(interests, ("priority", "share", "search", "future")),
        joined(CONTACTS),
        joined(LINKS),
        "c.slug",
        f"'{site}/collaboratives/' || c.slug || '/'",
        f"(SELECT nullif(count(DISTINCT o.id), 0) {MEMBERS.format(today=today)})",
        "CASE WHEN c.innovator THEN 'Yes' ELSE 'No' END",
        "c.last_verified",
        sources(),
    )
    return f"""SELECT {", ".join(columns)} FROM directory_collaborative c
        WHERE c.status = 'published' ORDER BY c.name, c.id"""


def rows(statement):
    """The query's rows as they come, without Django and without holding them all."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        yield from connection.connection.execute(statement)
    else:
        with (
            connection.connection.cursor("baseline") as cursor,
            connection.connection.transaction(),
        ):
            cursor.itersize = 2000
            yield from cursor.execute(statement)


def write(path, site):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows(query(site, datetime.date.today())))


if __name__ == "__main__":
    django.setup()
    start = time.perf_counter()
    write(*sys.argv[1:])
    print(time.perf_counter() - start)
