"""What leaves of case studies and outcomes: their columns, and what each means."""

from browse.columns import Source, Type
from browse.listing import Column, Table
from directory.vocabulary import GOVERNANCE_MODELS, SECTORS, SYSTEMS, THEMES

from .models import CaseStudy, Outcome, Section
from .rows import case_study_rows, outcome_rows, section_rows

CASE_STUDY_COLUMNS = (
    Column("Name", "name", "What the case study is called here.", source=Source.OWN_WORDS),
    Column(
        "Kind",
        "kind",
        "Case study, worked example, anonymised example, case review or talk.",
        values=CaseStudy.Kind.labels,
    ),
    Column("Summary", "summary", "What it tells, in our own words.", source=Source.OWN_WORDS),
    Column(
        "Collaborative(s)",
        "collaboratives",
        "Whose it is; empty where the source is silent.",
        several=True,
    ),
    Column(
        "Organisations", "organisations", "Those the source names as taking part.", several=True
    ),
    Column(
        "System(s)",
        "systems",
        "Where those collaboratives work.",
        values=SYSTEMS,
        several=True,
        source=Source.WORKED_OUT,
    ),
    Column("Sector(s)", "sectors", "Kinds of care.", values=SECTORS, several=True),
    Column(
        "Themes", "themes", "What it is about.", values=THEMES, several=True, source=Source.CURATED
    ),
    Column(
        "Governance",
        "governance",
        "Models, forums and instruments the source says were used.",
        values=GOVERNANCE_MODELS,
        several=True,
    ),
    *(
        Column(
            label,
            f"section-{kind}",
            f"What stands under {label}, a point each.",
            several=True,
            source=Source.OWN_WORDS,
        )
        for kind, label in Section.Kind.choices
    ),
    Column("Voices", "voices", "Who spoke: name, role, and the gist of it.", several=True),
    Column(
        "Outcomes stated",
        "outcomes",
        "The figures it gives, each with unit and qualifier.",
        several=True,
    ),
    Column(
        "Minutes to read",
        "minutes",
        "At two hundred words a minute.",
        Type.NUMBER,
        source=Source.WORKED_OUT,
    ),
    Column("Anonymised", "anonymised", "Yes where the source withholds whose it is.", Type.YES_NO),
    Column(
        "Last verified",
        "verified",
        "When it was last checked against its sources.",
        Type.DATE,
        source=Source.CURATED,
    ),
    Column(
        "Identifier", "slug", "The last part of its address here.", Type.CODE, source=Source.GIVEN
    ),
    Column("Page", "page", "Its page in this directory.", Type.ADDRESS, source=Source.GIVEN),
    Column(
        "Sources",
        "sources",
        "Every place that it or a fact of it cites.",
        several=True,
        source=Source.CITED,
    ),
)

SECTION_COLUMNS = (
    Column("Case study", "case_study", "The case study's name."),
    Column(
        "Identifier", "identifier", "The case study's identifier.", Type.CODE, source=Source.GIVEN
    ),
    Column(
        "Section",
        "section",
        "The heading it stands under.",
        values=Section.Kind.labels,
        source=Source.CURATED,
    ),
    Column("Place", "order", "Its place under that heading.", Type.NUMBER, source=Source.CURATED),
    Column("Text", "text", "One point, in our own words.", source=Source.OWN_WORDS),
    Column("Sources", "sources", "Where this is stated.", several=True, source=Source.CITED),
)

OUTCOME_COLUMNS = (
    Column("Measure", "measure", "What was counted or measured."),
    Column("Before", "before", "The figure at the start."),
    Column("After, or as stated", "after", "The figure afterwards, or the only one given."),
    Column("Change", "change", "The difference, where the source gives that."),
    Column("Unit", "unit", "What the figures count."),
    Column(
        "Direction",
        "direction",
        "Up or down, where a result is a change.",
        values=Outcome.Direction.labels,
    ),
    Column("Qualifier", "qualifier", "How the source hedges the figure."),
    Column("Period", "period", "When, as the source says."),
    Column("Reported by", "reported_by", "Who gave the figure."),
    Column(
        "Nature",
        "nature",
        "Result; baseline: where a problem stood; or size.",
        values=Outcome.Nature.labels,
        source=Source.CURATED,
    ),
    Column(
        "In words",
        "figure",
        "The figures with unit and qualifier, as a reader sees them.",
        source=Source.WORKED_OUT,
    ),
    Column("Collaborative", "collaborative", "Whose it is; empty where the source is silent."),
    Column(
        "Collaborative identifier",
        "collaborative_slug",
        "Its identifier in this directory.",
        Type.CODE,
        source=Source.GIVEN,
    ),
    Column("Case study", "case_study", "The case study that tells of it."),
    Column(
        "Case study identifier",
        "case_study_slug",
        "Its identifier in this directory.",
        Type.CODE,
        source=Source.GIVEN,
    ),
    Column(
        "Themes", "themes", "What it is about.", values=THEMES, several=True, source=Source.CURATED
    ),
    Column(
        "Identifier", "slug", "Tells this figure from all others.", Type.CODE, source=Source.GIVEN
    ),
    Column("Page", "page", "Where it stands in this directory.", Type.ADDRESS, source=Source.GIVEN),
    Column("Sources", "sources", "Where this is stated.", several=True, source=Source.CITED),
)

CASE_STUDIES = Table(
    "case-studies",
    "Case studies",
    CASE_STUDY_COLUMNS,
    case_study_rows,
    identified_by=("slug",),
)
SECTIONS = Table(
    "case-studies/sections",
    "Sections of case studies",
    SECTION_COLUMNS,
    section_rows,
    "one row a point",
    ("identifier", "section", "order"),
)
OUTCOMES = Table("outcomes", "Outcomes", OUTCOME_COLUMNS, outcome_rows, identified_by=("slug",))
