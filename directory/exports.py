"""What leaves the directory: the national directory's thirteen columns, ours, and tidy tables."""

from browse.listing import Column, Table

from .rows import collaborative_rows, interest_rows, member_rows, organisation_rows

COLLABORATIVE_COLUMNS = (
    Column("Name", "name", "The collaborative's proper name."),
    Column("Region(s)", "regions", "NHS England regions it works in."),
    Column("System(s)", "systems", "Integrated care systems it works in, closed ones included."),
    Column("Footprint", "footprint", "How far it reaches: System (one) or Multi-system."),
    Column("List of members", "members", "Organisations whose membership goes on."),
    Column("Sector(s)", "sectors", "Kinds of care."),
    Column("Current governance model", "governance", "Models and forums it uses today."),
    Column("Current priorities", "priority", "What it works on."),
    Column("Learning to share", "share", "What others can learn from it."),
    Column("Searching for learning", "search", "What it wants to learn from others."),
    Column("Potential future work", "future", "What it may do next."),
    Column("Contact details", "contacts", "Role and name; addresses of shared mailboxes only."),
    Column("Helpful links", "links", "Pages about it."),
    Column("Identifier", "slug", "The last part of its address here; it never changes."),
    Column("Page", "page", "Its page in this directory."),
    Column("Number of members", "size", "How many organisations the list of members holds."),
    Column("Innovators scheme", "innovator", "Yes if in the national scheme of April 2023."),
    Column("Last verified", "verified", "When the entry was last checked against its sources."),
    Column("Sources", "sources", "Every place that the entry or a fact of it cites."),
)
"""In the order the national directory gives its thirteen, then six of ours."""

MEMBER_COLUMNS = (
    Column("Collaborative", "collaborative", "The collaborative's name."),
    Column("Identifier", "identifier", "The collaborative's identifier."),
    Column("Member", "member", "The organisation's name."),
    Column("ODS code", "code", "The organisation's code; empty where it has none."),
    Column("Kind", "kind", "The kind of organisation."),
    Column("Role", "role", "Member, lead provider, partner or associate."),
    Column("From", "since", "When the membership began, as precisely as known."),
    Column("To", "until", "When it ended; empty while it goes on or where unknown."),
    Column("Note", "note", "What else is stated of the membership."),
    Column("Sources", "sources", "Where this is stated."),
)

INTEREST_COLUMNS = (
    Column("Collaborative", "collaborative", "The collaborative's name."),
    Column("Identifier", "identifier", "The collaborative's identifier."),
    Column("List", "list", "Which of the national directory's four lists."),
    Column("Text", "text", "The line itself."),
    Column("Themes", "themes", "The themes it is filed under."),
    Column("Sources", "sources", "Where this is stated."),
)

ORGANISATION_COLUMNS = (
    Column("Name", "name", "The organisation's name."),
    Column("ODS code", "ods_code", "Its code; empty where it has none."),
    Column("Kind", "kind", "The kind of organisation."),
    Column("Sector(s)", "sectors", "Kinds of care, where known."),
    Column("System", "system", "The system its head office is filed under."),
    Column("Region", "region", "The region of that system."),
    Column("Other names", "aliases", "Short names, former names and other spellings."),
    Column("Opened", "opened", "Its first day, where known."),
    Column("Closed", "closed", "Its last day; empty while it is open."),
    Column("Became", "became", "What became of it once closed."),
    Column("Collaboratives", "collaboratives", "Collaboratives it is in, or was in."),
    Column("Identifier", "slug", "The last part of its address here."),
    Column("Page", "page", "Its page in this directory."),
    Column("Sources", "sources", "Where this is stated."),
)

COLLABORATIVES = Table(
    "collaboratives", "Collaboratives", COLLABORATIVE_COLUMNS, collaborative_rows
)
MEMBERS = Table(
    "collaboratives/members",
    "Members of collaboratives",
    MEMBER_COLUMNS,
    member_rows,
    "one row a membership",
)
INTERESTS = Table(
    "collaboratives/interests",
    "Priorities and learning",
    INTEREST_COLUMNS,
    interest_rows,
    "one row a line",
)
ORGANISATIONS = Table("organisations", "Organisations", ORGANISATION_COLUMNS, organisation_rows)
