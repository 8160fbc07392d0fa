"""What the portal must find, counted by SQL of our own: prints it as JSON.

`python -m tests.performance.expected`, against the database that DATABASE_URL names.
"""

import json

import django
from django.db import connection

from .vocabulary import typed_words

PUBLISHED = "SELECT count(*) FROM directory_collaborative c WHERE c.status = 'published'"

FILTERED = f"""{PUBLISHED}
    AND EXISTS (SELECT 1 FROM directory_collaborative_regions x
        JOIN directory_region r ON r.id = x.region_id
        WHERE x.collaborative_id = c.id AND r.slug IN ('london', 'midlands', 'south-east'))
    AND EXISTS (SELECT 1 FROM directory_collaborative_sectors x
        JOIN directory_sector s ON s.id = x.sector_id
        WHERE x.collaborative_id = c.id AND s.slug = 'acute')"""
FILTERED_ADDRESS = "/collaboratives/?region=london&region=midlands&region=south-east&sector=acute"

# Every text that words are looked for in, in one line for each collaborative and kind of text.
TEXTS = (
    "SELECT id, name || ' ' || short_name || ' ' || summary AS text FROM directory_collaborative",
    "SELECT collaborative_id, {all}(name, ' ') FROM directory_collaborativealias GROUP BY 1",
    "SELECT collaborative_id, {all}(text, ' ') FROM directory_interest GROUP BY 1",
    """SELECT i.collaborative_id, {all}(t.name, ' ') FROM directory_interest i
        JOIN directory_interest_themes x ON x.interest_id = i.id
        JOIN directory_theme t ON t.id = x.theme_id GROUP BY 1""",
    """SELECT m.collaborative_id, {all}(o.name || ' ' || o.short_name, ' ')
        FROM directory_membership m JOIN directory_organisation o ON o.id = m.organisation_id
        WHERE o.status = 'published' GROUP BY 1""",
    """SELECT m.collaborative_id, {all}(a.name, ' ') FROM directory_membership m
        JOIN directory_organisation o ON o.id = m.organisation_id AND o.status = 'published'
        JOIN directory_organisationalias a ON a.organisation_id = o.id GROUP BY 1""",
    """SELECT a.collaborative_id, {all}(g.name, ' ') FROM directory_governancearrangement a
        JOIN directory_governancemodel g ON g.id = a.governance_model_id
        WHERE g.status = 'published' GROUP BY 1""",
)
SEARCHED = f"""CREATE TEMPORARY TABLE searched AS SELECT t.id, ' ' || lower(t.text) AS text
    FROM ({" UNION ALL ".join(TEXTS)}) AS t
    JOIN directory_collaborative c ON c.id = t.id AND c.status = 'published'"""
MATCHING = "SELECT count(DISTINCT id) FROM searched WHERE text LIKE %s"

OTHER_LISTS = {
    "case studies": (
        "/case-studies/",
        "SELECT count(*) FROM casestudies_casestudy WHERE status = 'published'",
        "case studies",
    ),
    "outcomes": (
        "/outcomes/",
        """SELECT count(*) FROM casestudies_outcome o
            JOIN casestudies_casestudy c ON c.id = o.case_study_id AND c.status = 'published'""",
        "outcomes",
    ),
    "findings": ("/insights/findings/", "SELECT count(*) FROM insights_finding", "findings"),
    "resources": ("/resources/", "SELECT count(*) FROM library_publication", "resources"),
}

PROFILES = """SELECT slug, name FROM directory_collaborative c
    WHERE c.status = 'published' ORDER BY c.id LIMIT 40"""


def expected(cursor):
    """For each page, its addresses, and what each of them must hold."""
    published = one(cursor, PUBLISHED)
    cursor.execute(PROFILES)
    profiles = cursor.fetchall()
    return {
        "published": published,
        "pages": {
            "home": {"/": f"{published:,}"},
            "list": {"/collaboratives/": found(published)},
            "filtered list": {FILTERED_ADDRESS: found(one(cursor, FILTERED))},
            "search": dict(searches(cursor)),
            **dict(other_lists(cursor)),
            "everything": {"/search/?q=cardiology": " results for “cardiology”</h1>"},
            "guide": {"/governance/": "Agree on"},
            "profile": {f"/collaboratives/{slug}/": name for slug, name in profiles},
        },
    }


def other_lists(cursor):
    """The lists beside the collaboratives', with the number of things on each."""
    for name, (address, statement, noun) in OTHER_LISTS.items():
        yield name, {address: f">{one(cursor, statement):,} {noun}"}


def searches(cursor):
    """Each typed word's address and number of results; all beginnings of a word find the same."""
    sqlite = connection.vendor == "sqlite"
    cursor.execute(SEARCHED.replace("{all}", "group_concat" if sqlite else "string_agg"))
    counts = {}
    for word, typed in typed_words():
        if word not in counts:
            counts[word] = one(cursor, MATCHING, [f"% {word}%"])
        yield f"/collaboratives/?q={typed}", found(counts[word])


def found(count):
    """How a list's heading begins."""
    return f">{count:,} collaborative{'s' if count != 1 else ''}"


def one(cursor, statement, parameters=None):
    cursor.execute(statement, parameters)
    return cursor.fetchone()[0]


if __name__ == "__main__":
    django.setup()
    with connection.cursor() as cursor:
        print(json.dumps(expected(cursor)))
