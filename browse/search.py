"""Full-text search, with one backend for each database.

Every word must match, the last one as a prefix; what a person types is only words, whatever
operators or punctuation it holds. Answers come in three ranks, the same on both databases: a
name that is the query, names that hold all its words, then everything else.
"""

import json

from django.db import connection

from .words import stem, whole, words


def ranked_hits(query):
    """Three lists of document keys: exact names, names, and all that match.

    Each list holds the ones before it too. A query without a letter or digit finds nothing. The
    keys come as one text for each rank: ten thousands of rows would take three times as long.
    """
    if not (typed := words(query)):
        return [], [], []
    backend = sqlite_query if connection.vendor == "sqlite" else postgresql_query
    with connection.cursor() as cursor:
        cursor.execute(*backend(typed, whole(query)))
        return [json.loads(f"[{keys or ''}]") for keys in cursor.fetchone()]


def sqlite_query(typed, name):
    """The FTS5 statement, and its parameters, for these words and this whole name."""
    *firsts, last = typed
    terms = [f'("{w}" OR "{stem(w)}")' for w in firsts] + [f'("{last}" * OR "{stem(last)}")']
    every = " AND ".join(terms)
    one_rank = (
        "SELECT group_concat(rowid) FROM browse_document_fts WHERE browse_document_fts MATCH %s"
    )
    return _columns(one_rank), [f'{{names}} : "{name}"', f"{{names}} : ({every})", every]


def postgresql_query(typed, name):
    """The tsquery statement, and its parameters, for these words and this whole name."""
    one_rank = (
        "SELECT string_agg(id::text, ',') FROM browse_document"
        " WHERE search @@ to_tsquery('simple', %s)"
    )
    return _columns(one_rank), [f"'{name}':A", _tsquery(typed, "A"), _tsquery(typed, "")]


def _tsquery(typed, weight):
    """All of these words, of this weight; without one the index alone can tell."""
    *firsts, last = typed
    mark = f":{weight}" if weight else ""
    terms = [f"('{w}'{mark} | '{stem(w)}'{mark})" for w in firsts]
    terms.append(f"('{last}':*{weight} | '{stem(last)}'{mark})")
    return " & ".join(terms)


def _columns(one_rank):
    return f"SELECT ({one_rank}), ({one_rank}), ({one_rank})"
