"""What leaves the directory: the national directory's thirteen columns, ours, and tidy tables."""

from browse.columns import Source, Type
from browse.listing import Column, Table

from .models import Collaborative, Interest, Membership, Organisation
from .rows import collaborative_rows, interest_rows, member_rows, organisation_rows
from .vocabulary import REGIONS, SECTORS, SYSTEMS, THEMES

COLLABORATIVE_COLUMNS = (
    Column("Name", "name", "The collaborative's proper name."),
    Column(
        "Region(s)", "regions", "NHS England regions it works in.", values=REGIONS, several=True
    ),
    Column(
        "System(s)",
        "systems",
        "Integrated care systems it works in, closed ones included.",
        values=SYSTEMS,
        several=True,
    ),
    Column(
        "Footprint",
        "footprint",
        "How far it reaches: System (one) or Multi-system.",
        values=Collaborative.Footprint.labels,
    ),
    Column(
        "List of members",
        "members",
        "Organisations whose membership goes on; where none is named, what the sources state.",
        several=True,
    ),
    Column("Sector(s)", "sectors", "Kinds of care.", values=SECTORS, several=True),
    Column(
        "Current governance model",
        "governance",
        "Models and forums of the guide that it uses today; where none is known, what the sources "
        "state.",
        several=True,
    ),
    Column("Current priorities", "priority", "What it works on.", several=True),
    Column("Learning to share", "share", "What others can learn from it.", several=True),
    Column("Searching for learning", "search", "What it wants to learn from others.", several=True),
    Column("Potential future work", "future", "What it may do next.", several=True),
    Column(
        "Contact details",
        "contacts",
        "Role and name; addresses of shared mailboxes only.",
        several=True,
    ),
    Column("Helpful links", "links", "Pages about it.", Type.ADDRESS, several=True),
    Column(
        "Identifier",
        "slug",
        "The last part of its address here; it never changes.",
        Type.CODE,
        source=Source.GIVEN,
    ),
    Column("Page", "page", "Its page in this directory.", Type.ADDRESS, source=Source.GIVEN),
    Column(
        "Number of members",
        "size",
        "How many organisations the list of members names; empty where it names none.",
        Type.NUMBER,
        source=Source.WORKED_OUT,
    ),
    Column(
        "Innovators scheme",
        "innovator",
        "Yes if in the national scheme of April 2023.",
        Type.YES_NO,
    ),
    Column(
        "Last verified",
        "verified",
        "When the entry was last checked against its sources.",
        Type.DATE,
        source=Source.CURATED,
    ),
    Column(
        "Sources",
        "sources",
        "Every place that the entry or a fact of it cites.",
        several=True,
        source=Source.CITED,
    ),
)
"""In the order the national directory gives its thirteen, then six of ours."""

MEMBER_COLUMNS = (
    Column("Collaborative", "collaborative", "The collaborative's name."),
    Column(
        "Identifier",
        "identifier",
        "The collaborative's identifier.",
        Type.CODE,
        source=Source.GIVEN,
    ),
    Column("Member", "member", "The organisation's name."),
    Column("ODS code", "code", "The organisation's code; empty where it has none.", Type.CODE),
    Column("Kind", "kind", "The kind of organisation.", values=Organisation.Kind.labels),
    Column(
        "Role",
        "role",
        "Member, lead provider, partner or associate.",
        values=Membership.Role.labels,
    ),
    Column("From", "since", "When the membership began, as precisely as known.", Type.PARTIAL_DATE),
    Column(
        "To", "until", "When it ended; empty while it goes on or where unknown.", Type.PARTIAL_DATE
    ),
    Column("Note", "note", "What else is stated of the membership.", source=Source.OWN_WORDS),
    Column("Sources", "sources", "Where this is stated.", several=True, source=Source.CITED),
)

INTEREST_COLUMNS = (
    Column("Collaborative", "collaborative", "The collaborative's name."),
    Column(
        "Identifier",
        "identifier",
        "The collaborative's identifier.",
        Type.CODE,
        source=Source.GIVEN,
    ),
    Column(
        "List", "list", "Which of the national directory's four lists.", values=Interest.Kind.labels
    ),
    Column("Text", "text", "The line itself."),
    Column(
        "Themes",
        "themes",
        "The themes it is filed under.",
        values=THEMES,
        several=True,
        source=Source.CURATED,
    ),
    Column("Sources", "sources", "Where this is stated.", several=True, source=Source.CITED),
)

ORGANISATION_COLUMNS = (
    Column("Name", "name", "The organisation's name."),
    Column("ODS code", "ods_code", "Its code; empty where it has none.", Type.CODE),
    Column("Kind", "kind", "The kind of organisation.", values=Organisation.Kind.labels),
    Column("Sector(s)", "sectors", "Kinds of care, where known.", values=SECTORS, several=True),
    Column("System", "system", "The system its head office is filed under.", values=SYSTEMS),
    Column("Region", "region", "The region of that system.", values=REGIONS),
    Column(
        "Other names", "aliases", "Short names, former names and other spellings.", several=True
    ),
    Column("Opened", "opened", "Its first day, where known.", Type.DATE),
    Column("Closed", "closed", "Its last day; empty while it is open.", Type.DATE),
    Column("Became", "became", "What became of it once closed.", several=True),
    Column(
        "Collaboratives",
        "collaboratives",
        "Collaboratives it is in, or was in.",
        several=True,
        source=Source.WORKED_OUT,
    ),
    Column(
        "Identifier", "slug", "The last part of its address here.", Type.CODE, source=Source.GIVEN
    ),
    Column("Page", "page", "Its page in this directory.", Type.ADDRESS, source=Source.GIVEN),
    Column("Sources", "sources", "Where this is stated.", several=True, source=Source.CITED),
)

COLLABORATIVES = Table(
    "collaboratives",
    "Collaboratives",
    COLLABORATIVE_COLUMNS,
    collaborative_rows,
    identified_by=("slug",),
    keys_at_once=6000,
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
ORGANISATIONS = Table(
    "organisations",
    "Organisations",
    ORGANISATION_COLUMNS,
    organisation_rows,
    identified_by=("slug",),
)
