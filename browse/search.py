"""Full-text search, with one backend for each database.

Every word must match, the last one as a prefix; what a person types is only words, whatever
operators or punctuation it holds. Answers come in three ranks, the same on both databases: a
name that is the query, names that hold all its words, then everything else.
"""

from django.db import connection

from .words import stem, whole, words

EXACT, NAMES, ALL = range(3)


def ranked_hits(query):
    """Three lists of document keys: exact names, names, and all that match.

    Each list holds the ones before it too. A query without a letter or digit finds nothing.
    """
    hits = [], [], []
    if typed := words(query):
        backend = sqlite_query if connection.vendor == "sqlite" else postgresql_query
        with connection.cursor() as cursor:
            cursor.execute(*backend(typed, whole(query)))
            for rank, key in cursor.fetchall():
                hits[rank].append(key)
    return hits


def sqlite_query(typed, name):
    """The FTS5 statement, and its parameters, for these words and this whole name."""
    *firsts, last = typed
    terms = [f'("{w}" OR "{stem(w)}")' for w in firsts] + [f'("{last}" * OR "{stem(last)}")']
    every = " AND ".join(terms)
    one_rank = "SELECT %s, rowid FROM browse_document_fts WHERE browse_document_fts MATCH %s"
    ranks = {EXACT: f'{{names}} : "{name}"', NAMES: f"{{names}} : ({every})", ALL: every}
    return _union(one_rank, ranks)


def postgresql_query(typed, name):
    """The tsquery statement, and its parameters, for these words and this whole name."""
    one_rank = "SELECT %s, id FROM browse_document WHERE search @@ to_tsquery('simple', %s)"
    ranks = {EXACT: f"'{name}':A", NAMES: _tsquery(typed, "A"), ALL: _tsquery(typed, "")}
    return _union(one_rank, ranks)


def _tsquery(typed, weight):
    *firsts, last = typed
    terms = [f"('{w}':{weight or 'AD'} | '{stem(w)}':{weight or 'AD'})" for w in firsts]
    terms.append(f"('{last}':*{weight} | '{stem(last)}':{weight or 'AD'})")
    return " & ".join(terms)


def _union(one_rank, ranks):
    parameters = [value for pair in ranks.items() for value in pair]
    return " UNION ALL ".join([one_rank] * len(ranks)), parameters
