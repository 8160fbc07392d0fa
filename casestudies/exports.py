"""What leaves of case studies and outcomes: their columns, and what each means."""

from browse.listing import Column, Table

from .models import Section
from .rows import case_study_rows, outcome_rows, section_rows

CASE_STUDY_COLUMNS = (
    Column("Name", "name", "What the case study is called here."),
    Column("Kind", "kind", "Case study, worked example, anonymised example, case review or talk."),
    Column("Summary", "summary", "What it tells, in our own words."),
    Column("Collaborative(s)", "collaboratives", "Whose it is; empty where the source is silent."),
    Column("Organisations", "organisations", "Those the source names as taking part."),
    Column("System(s)", "systems", "Where those collaboratives work."),
    Column("Sector(s)", "sectors", "Kinds of care."),
    Column("Themes", "themes", "What it is about."),
    Column("Governance", "governance", "Models, forums and instruments the source says were used."),
    *(
        Column(label, f"section-{kind}", f"What stands under {label}, a point each.")
        for kind, label in Section.Kind.choices
    ),
    Column("Voices", "voices", "Who spoke: name, role, and the gist of it."),
    Column("Outcomes stated", "outcomes", "The figures it gives, each with unit and qualifier."),
    Column("Minutes to read", "minutes", "At two hundred words a minute."),
    Column("Anonymised", "anonymised", "Yes where the source withholds whose it is."),
    Column("Last verified", "verified", "When it was last checked against its sources."),
    Column("Identifier", "slug", "The last part of its address here."),
    Column("Page", "page", "Its page in this directory."),
    Column("Sources", "sources", "Every place that it or a fact of it cites."),
)

SECTION_COLUMNS = (
    Column("Case study", "case_study", "The case study's name."),
    Column("Identifier", "identifier", "The case study's identifier."),
    Column("Section", "section", "The heading it stands under."),
    Column("Place", "order", "Its place under that heading."),
    Column("Text", "text", "One point, in our own words."),
    Column("Sources", "sources", "Where this is stated."),
)

OUTCOME_COLUMNS = (
    Column("Measure", "measure", "What was counted or measured."),
    Column("Before", "before", "The figure at the start."),
    Column("After, or as stated", "after", "The figure afterwards, or the only one given."),
    Column("Change", "change", "The difference, where the source gives that."),
    Column("Unit", "unit", "What the figures count."),
    Column("Direction", "direction", "Up or down, where a result is a change."),
    Column("Qualifier", "qualifier", "How the source hedges the figure."),
    Column("Period", "period", "When, as the source says."),
    Column("Reported by", "reported_by", "Who gave the figure."),
    Column("Nature", "nature", "Result; baseline: where a problem stood; or size."),
    Column("In words", "figure", "The figures with unit and qualifier, as a reader sees them."),
    Column("Collaborative", "collaborative", "Whose it is; empty where the source is silent."),
    Column("Collaborative identifier", "collaborative_slug", "Its identifier in this directory."),
    Column("Case study", "case_study", "The case study that tells of it."),
    Column("Case study identifier", "case_study_slug", "Its identifier in this directory."),
    Column("Themes", "themes", "What it is about."),
    Column("Identifier", "slug", "Tells this figure from all others."),
    Column("Page", "page", "Where it stands in this directory."),
    Column("Sources", "sources", "Where this is stated."),
)

CASE_STUDIES = Table("case-studies", "Case studies", CASE_STUDY_COLUMNS, case_study_rows)
SECTIONS = Table(
    "case-studies/sections",
    "Sections of case studies",
    SECTION_COLUMNS,
    section_rows,
    "one row a point",
)
OUTCOMES = Table("outcomes", "Outcomes", OUTCOME_COLUMNS, outcome_rows)
