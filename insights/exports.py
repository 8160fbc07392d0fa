"""What leaves of surveys and of the landscape: their columns, and what each means."""

from browse.listing import Column, Table

from .rows import finding_rows, landscape_rows

FINDING_COLUMNS = (
    Column("Survey", "survey", "The survey, or the occasion on which people said it."),
    Column("Survey identifier", "survey_slug", "The last part of the survey's address here."),
    Column("Kind", "kind", "A survey, or what people said without a questionnaire."),
    Column("Carried out", "field_date", "When people answered, as precisely as known."),
    Column("Run by", "run_by", "Who asked."),
    Column("Publication", "publication", "Where the results are reported."),
    Column("Number of responses", "responses", "How many answered; empty where not stated."),
    Column("Question", "question", "What was asked, or the subject."),
    Column("Question identifier", "question_slug", "Tells this question from all others."),
    Column("Answer", "answer", "The answer, or a few words for what was said."),
    Column("Group", "group", "Of whom; empty where of all who answered."),
    Column("Percentage", "percentage", "The share that gave this answer, 0 to 100."),
    Column("Base", "base", "Of how many it is the share, as far as the source says."),
    Column("In words", "text", "What was found or said, in our own words."),
    Column("Note", "note", "What to know of the figure, slips in print among it."),
    Column("Comparable", "comparable", "With what the question's figures may be compared."),
    Column("Page", "page", "Where it stands in this directory."),
    Column("Sources", "sources", "Where this is stated."),
)

LANDSCAPE_COLUMNS = (
    Column("Chart", "chart", "What is counted, and by what."),
    Column("Chart identifier", "chart_slug", "The name of the chart in addresses."),
    Column("Part", "part", "The region, sector and so on."),
    Column("Number", "number", "How many there are in the directory today."),
    Column("Of", "total", "How many were looked at."),
    Column("What was counted", "base", "Whom the numbers stand for."),
    Column("Counted on", "day", "The day of the count."),
    Column("Note", "note", "How to read the numbers."),
    Column("List", "list", "The list of those counted, where there is one."),
)

FINDINGS = Table("insights/findings", "Findings of surveys", FINDING_COLUMNS, finding_rows)
LANDSCAPE = Table(
    "insights/landscape",
    "The landscape",
    LANDSCAPE_COLUMNS,
    landscape_rows,
    "one row a part of a chart",
)
