"""Full-text search, with one backend for each database.

Every word must match, the last one as a prefix; what a person types is only words, whatever
operators or punctuation it holds. Answers come in three ranks, the same on both databases: a
name that is the query, names that hold all its words, then everything else.
"""

import json

from django.db import connection
from django.db.models.expressions import RawSQL

from .words import stem, whole, words

STATEMENTS = {
    "sqlite": "SELECT {} FROM browse_document_fts WHERE browse_document_fts MATCH %s",
    "postgresql": "SELECT {} FROM browse_document WHERE search @@ to_tsquery('simple', %s)",
}
KEY = {"sqlite": "rowid", "postgresql": "id"}
KEYS_AS_TEXT = {"sqlite": "group_concat(rowid)", "postgresql": "string_agg(id::text, ',')"}


def ranked_hits(query):
    """Three lists of document keys: exact names, names, and all that match.

    Each list holds the ones before it too. A query without a letter or digit finds nothing. The
    keys come as one text for each rank: ten thousands of rows would take three times as long.
    """
    if not words(query):
        return [], [], []
    one_rank = STATEMENTS[connection.vendor].format(KEYS_AS_TEXT[connection.vendor])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT ({one_rank}), ({one_rank}), ({one_rank})", expressions(query))
        return [json.loads(f"[{keys or ''}]") for keys in cursor.fetchone()]


def ranked_documents(query):
    """The same three ranks as subqueries of document keys, for use inside another query."""
    statement = STATEMENTS[connection.vendor].format(KEY[connection.vendor])
    return [RawSQL(statement, [expression]) for expression in expressions(query)]  # noqa: S611


def expressions(query):
    """What to ask the full-text index, in its own language: exact names, names, everything."""
    typed, name = words(query), whole(query)
    if connection.vendor == "sqlite":
        every = _fts5(typed)
        return [f'{{names}} : "{name}"', f"{{names}} : ({every})", every]
    return [f"'{name}':A", _tsquery(typed, "A"), _tsquery(typed, "")]


def _fts5(typed):
    *firsts, last = typed
    terms = [f'("{w}" OR "{stem(w)}")' for w in firsts] + [f'("{last}" * OR "{stem(last)}")']
    return " AND ".join(terms)


def _tsquery(typed, weight):
    """All of these words, of this weight; without one the index alone can tell."""
    *firsts, last = typed
    mark = f":{weight}" if weight else ""
    terms = [f"('{w}'{mark} | '{stem(w)}'{mark})" for w in firsts]
    terms.append(f"('{last}':*{weight} | '{stem(last)}'{mark})")
    return " & ".join(terms)
