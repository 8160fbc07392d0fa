"""What leaves the library: resources, and questions for boards."""

from browse.columns import Source, Type
from browse.listing import Column, Table

from .models import Publication
from .rows import board_question_rows, resource_rows

RESOURCE_COLUMNS = (
    Column("Title", "title", "The title; in words of ours where the source prints none."),
    Column("Kind", "kind", "What kind of resource it is.", values=Publication.Kind.labels),
    Column("Publisher", "publisher", "Who published or runs it, if stated."),
    Column(
        "Date",
        "date",
        "A year, month or day, as precisely as known; empty where unknown.",
        Type.PARTIAL_DATE,
    ),
    Column("Authors", "authors", "Who wrote or presented it, if stated."),
    Column("What it is", "description", "A description in words of ours.", source=Source.OWN_WORDS),
    Column(
        "What it is for",
        "purpose",
        "Who and what it is for, in words of ours.",
        source=Source.OWN_WORDS,
    ),
    Column("Address", "url", "Where to read it, if an address is printed.", Type.ADDRESS),
    Column("Contact", "contact", "Whom to ask; addresses of shared mailboxes only."),
    Column("Host", "host", "Who held the webinar or event."),
    Column("Place", "place", "Where it was held."),
    Column("Speakers", "speakers", "Who spoke there, with role and organisation.", several=True),
    Column(
        "What came of it", "outcome", "The publication that tells of it.", source=Source.CURATED
    ),
    Column(
        "Identifier", "slug", "The last part of its address here.", Type.CODE, source=Source.GIVEN
    ),
    Column("Page", "page", "Its page in this directory.", Type.ADDRESS, source=Source.GIVEN),
    Column("Sources", "sources", "Where it is mentioned.", several=True, source=Source.CITED),
)

BOARD_QUESTION_COLUMNS = (
    Column("Topic", "topic", "What the question is about.", source=Source.CURATED),
    Column(
        "Question",
        "text",
        "The question, in words of ours close to the source's.",
        source=Source.OWN_WORDS,
    ),
    Column(
        "Identifier",
        "slug",
        "What follows #question- in its address here.",
        Type.CODE,
        source=Source.GIVEN,
    ),
    Column("Page", "page", "Its address in this directory.", Type.ADDRESS, source=Source.GIVEN),
    Column(
        "Helps to answer it",
        "links",
        "Pages of this directory that help.",
        several=True,
        source=Source.CURATED,
    ),
    Column("Sources", "sources", "Where it is asked.", several=True, source=Source.CITED),
)

RESOURCES = Table(
    "resources", "Resources", RESOURCE_COLUMNS, resource_rows, identified_by=("slug",)
)
BOARD_QUESTIONS = Table(
    "board-questions",
    "Questions for boards",
    BOARD_QUESTION_COLUMNS,
    board_question_rows,
    identified_by=("slug",),
)
