"""The words that synthetic collaboratives are made of. None is the name of anything real.

A broad word stands in about a third of the collaboratives: each line of their lists draws one of
24 for each of its two places, and a collaborative has five to twelve lines.
"""

REGIONS = (
    ("East of England", "Y61"),
    ("London", "Y56"),
    ("Midlands", "Y60"),
    ("North East and Yorkshire", "Y63"),
    ("North West", "Y62"),
    ("South East", "Y59"),
    ("South West", "Y58"),
)

SECTORS = (
    ("Acute", 5),
    ("Specialist", 2),
    ("Mental health, learning disability and autism", 4),
    ("Community", 3),
    ("Ambulance", 1),
    ("Primary care", 1),
    ("Local authority", 1),
    ("Voluntary sector", 1),
)

THEMES = (
    "Cancer",
    "Corporate services",
    "Digital and data",
    "Elective care",
    "Emergency care",
    "Estates",
    "Finance",
    "Health inequalities",
    "Mental health pathways",
    "Pathology",
    "Procurement",
    "Quality improvement",
    "Research",
    "Staffing",
    "Sustainability",
)

GOVERNANCE = (
    ("model", "Lead provider"),
    ("model", "Provider leadership board"),
    ("model", "Shared leadership"),
    ("model", "Merger"),
    ("decision-forum", "Advisory group"),
    ("decision-forum", "Committees in common"),
    ("decision-forum", "Joint committee"),
    ("legal-instrument", "Memorandum of understanding"),
    ("legal-instrument", "Collaboration agreement"),
    ("legal-instrument", "Contractual joint venture"),
    ("delegation", "Internal delegation"),
    ("delegation", "Joint exercise of functions"),
)

FIRSTS = (
    "Ash Birk Clay Dun Elm Fair Gold Hart Iron Kel Lang Mar Nether Oak Penn Quarn Red Stan Thorn Up"
)
LASTS = "brook bury combe dale field ford gate ham hurst ley mere stead ton wick worth"
PLACES = tuple(first + last for first in FIRSTS.split() for last in LASTS.split())

SUBJECTS = ("Acute", "Community", "Mental Health", "Specialised Care", "Hospitals", "Ambulance")
KINDS = ("Provider Collaborative", "Alliance", "Partnership", "Group")

ORGANISATION_KINDS = (
    ("nhs-foundation-trust", "NHS Foundation Trust", 12),
    ("nhs-trust", "NHS Trust", 5),
    ("community-interest-company", "Community Health CIC", 1),
    ("independent", "Healthcare Limited", 1),
    ("vcse", "Wellbeing Charity", 1),
)

TOPICS = (
    "anaesthetics", "bariatrics", "cardiology", "dermatology", "endoscopy", "fertility",
    "gastroenterology", "haematology", "imaging", "maternity", "neonatology", "oncology",
    "ophthalmology", "orthopaedics", "paediatrics", "pharmacy", "physiotherapy", "psychology",
    "radiotherapy", "rehabilitation", "respiratory", "stroke", "telemedicine", "virology",
)  # fmt: skip
SUBJECT_WORDS = (
    "apprenticeships", "benchmarking", "budgets", "commissioning", "dashboards", "equipment",
    "forecasting", "interoperability", "laboratories", "leadership", "logistics", "passports",
    "productivity", "recruitment", "reporting", "retention", "rostering", "safeguarding",
    "scheduling", "sterilisation", "theatres", "training", "volunteering", "warehouses",
)  # fmt: skip
BROAD_WORDS = TOPICS + SUBJECT_WORDS
SHORTEST_PREFIX = 5

OPENINGS = ("Shared", "Joint", "Better", "Common", "Single", "Regional", "Faster", "Wider")
ENDINGS = ("across sites", "for every patient", "between members", "by next spring", "at scale")

LINES = tuple(f"{topic} {subject}" for topic in TOPICS for subject in SUBJECT_WORDS)

ROLES = ("Managing director", "Programme director", "Chair", "Chief operating officer")
FORENAMES = ("Ada", "Bert", "Cleo", "Dev", "Edie", "Femi", "Gwen", "Hal", "Ines", "Jo")
SURNAMES = ("Archer", "Baker", "Carter", "Dyer", "Fletcher", "Mason", "Potter", "Sawyer")

PUBLICATIONS = (
    ("Directory of collaboratives", "directory"),
    ("Working at scale", "briefing"),
    ("Sharing staff", "briefing"),
    ("Annual event report", "event-report"),
    ("Governance slides", "slides"),
    ("Survey of members", "report"),
    ("Guidance on collaboration", "guidance"),
    ("Register of trusts", "register"),
)
HEADINGS = (
    "Background", "Members", "Governance", "Priorities", "Learning", "Contacts", "Next steps",
    "Case studies", "Leadership", "Context", "Challenges", "Results",
)  # fmt: skip


def typed_words():
    """What readers type in the search benchmark: each broad word, as far as they got with it."""
    for cut in range(4):
        for word in BROAD_WORDS:
            if len(word) - cut >= SHORTEST_PREFIX:
                yield word, word[: len(word) - cut]
