"""What leaves of surveys and of the landscape: their columns, and what each means."""

from browse.columns import Source, Type
from browse.listing import Column, Table

from .landscape import TITLES
from .models import Survey
from .rows import finding_rows, landscape_rows

FINDING_COLUMNS = (
    Column("Survey", "survey", "The survey, or the occasion on which people said it."),
    Column(
        "Survey identifier",
        "survey_slug",
        "The last part of the survey's address here.",
        Type.CODE,
        source=Source.GIVEN,
    ),
    Column(
        "Kind",
        "kind",
        "A survey, or what people said without a questionnaire.",
        values=Survey.Kind.labels,
    ),
    Column(
        "Carried out",
        "field_date",
        "When people answered, as precisely as known.",
        Type.PARTIAL_DATE,
    ),
    Column("Run by", "run_by", "Who asked."),
    Column(
        "Publication", "publication", "Where the results are reported, if that is published here."
    ),
    Column(
        "Number of responses",
        "responses",
        "How many answered; empty where not stated.",
        Type.NUMBER,
    ),
    Column("Question", "question", "What was asked, or the subject."),
    Column(
        "Question identifier",
        "question_slug",
        "Tells this question from all others.",
        Type.CODE,
        source=Source.GIVEN,
    ),
    Column("Answer", "answer", "The answer, or a few words for what was said."),
    Column("Group", "group", "Of whom; empty where of all who answered."),
    Column("Percentage", "percentage", "The share that gave this answer, 0 to 100.", Type.DECIMAL),
    Column("Base", "base", "Of how many it is the share, as far as the source says."),
    Column(
        "In words", "text", "What was found or said, in our own words.", source=Source.OWN_WORDS
    ),
    Column(
        "Note",
        "note",
        "What to know of the figure, slips in print among it.",
        source=Source.OWN_WORDS,
    ),
    Column(
        "Comparable",
        "comparable",
        "With what the question's figures may be compared.",
        source=Source.OWN_WORDS,
    ),
    Column("Page", "page", "Where it stands in this directory.", Type.ADDRESS, source=Source.GIVEN),
    Column("Sources", "sources", "Where this is stated.", several=True, source=Source.CITED),
)

LANDSCAPE_COLUMNS = (
    Column(
        "Chart",
        "chart",
        "What is counted, and by what.",
        values=tuple(TITLES.values()),
        source=Source.GIVEN,
    ),
    Column(
        "Chart identifier",
        "chart_slug",
        "The name of the chart in addresses.",
        Type.CODE,
        values=tuple(TITLES),
        source=Source.GIVEN,
    ),
    Column("Part", "part", "The region, sector and so on.", source=Source.WORKED_OUT),
    Column(
        "Number",
        "number",
        "How many there are in the directory today.",
        Type.NUMBER,
        source=Source.WORKED_OUT,
    ),
    Column("Of", "total", "How many were looked at.", Type.NUMBER, source=Source.WORKED_OUT),
    Column("What was counted", "base", "Whom the numbers stand for.", source=Source.GIVEN),
    Column("Counted on", "day", "The day of the count.", Type.DATE, source=Source.WORKED_OUT),
    Column("Note", "note", "How to read the numbers.", source=Source.GIVEN),
    Column(
        "List",
        "list",
        "The list of those counted, where there is one.",
        Type.ADDRESS,
        source=Source.GIVEN,
    ),
)

FINDINGS = Table(
    "insights/findings",
    "Findings of surveys",
    FINDING_COLUMNS,
    finding_rows,
    identified_by=("question_slug", "answer", "group"),
)
LANDSCAPE = Table(
    "insights/landscape",
    "The landscape",
    LANDSCAPE_COLUMNS,
    landscape_rows,
    "one row a part of a chart",
    ("chart_slug", "part"),
)
