"""How the governance guide is laid out: its four questions, then its points, subject by subject."""

from .models import GovernanceModel, GovernancePoint

Kind = GovernancePoint.Kind

QUESTIONS = {
    GovernanceModel.Family.MODEL: "Who leads? Governance models",
    GovernanceModel.Family.FORUM: "Where are decisions made? Decision forums",
    GovernanceModel.Family.INSTRUMENT: "What binds the members? Legal instruments",
    GovernanceModel.Family.DELEGATION: "Which powers are handed over? Delegation",
}

PARTS = {
    "what-they-are": (
        "What collaboratives are and do",
        [Kind.TYPE, Kind.RELATIONSHIP, Kind.EXAMPLE],
    ),
    "what-it-takes": (
        "What it takes",
        [Kind.PRINCIPLE, Kind.ENABLER, Kind.CAPABILITY, Kind.RESOURCING],
    ),
    "deciding": ("Deciding together", [Kind.DECISION_MAKING, Kind.COMMITTEE, Kind.CONFLICT]),
    "powers-and-money": (
        "Powers, money and posts",
        [Kind.DELEGATION, Kind.LIMITATION, Kind.POOLED_FUND, Kind.POWER, Kind.JOINT_POST],
    ),
    "answering": (
        "Who answers for it",
        [
            Kind.ACCOUNTABILITY,
            Kind.OVERSIGHT,
            Kind.GOVERNORS,
            Kind.FIT_AND_PROPER,
            Kind.INDIVIDUAL,
        ],
    ),
    "risks-and-lessons": ("Risks and lessons", [Kind.RISK, Kind.LESSON]),
}


def by_family(models):
    """Each family with its question and its models, those without any included."""
    return [
        (family, question, [model for model in models if model.family == family])
        for family, question in QUESTIONS.items()
    ]


def by_part(points):
    """Each part that has points: its anchor, its title, and the points of each subject."""
    parts = ((key, title, by_subject(points, kinds)) for key, (title, kinds) in PARTS.items())
    return [part for part in parts if part[2]]


def by_subject(points, kinds=Kind):
    """The points of each of these subjects, without subjects that have none."""
    subjects = ((kind, [point for point in points if point.kind == kind]) for kind in kinds)
    return [(kind, found) for kind, found in subjects if found]
