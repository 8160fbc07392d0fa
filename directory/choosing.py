"""Form follows function: which ways of governing fit what partners want to do, and why.

RULES is nearly the whole of it: for each way of governing, what some answers to a question say
for or against it. Besides, whoever wants to become one organisation is told of everything else
that it leaves them separate. Nothing here reads the database, and nothing here is legal advice.
"""

from dataclasses import dataclass, field

FOR, AGAINST = "for", "against"


@dataclass(frozen=True)
class Question:
    """One question of the path, with its possible answers."""

    key: str
    text: str
    answers: dict


@dataclass
class Option:
    """A way of governing, with what speaks for it and against it."""

    model: str
    why: list = field(default_factory=list)
    why_not: list = field(default_factory=list)

    @property
    def fit(self):
        """How it fits, in a word."""
        if not self.why_not:
            return "fits"
        return "in part" if self.why else "does not fit"


QUESTIONS = (
    Question(
        "purpose",
        "What do you mainly want to do together?",
        {
            "learn": "Learn from each other and plan",
            "decide": "Take decisions across trusts",
            "service": "Run one service or pathway",
            "direction": "Give several trusts one direction",
            "merge": "Become one organisation",
        },
    ),
    Question(
        "binding",
        "Whom must a decision bind?",
        {
            "nobody": "Nobody: a recommendation is enough",
            "own": "Each member by its own decision",
            "all": "All members by one decision",
        },
    ),
    Question(
        "money",
        "Is there money or a contract to share?",
        {
            "none": "No",
            "contract": "A contract that one of us holds",
            "pool": "Money we want to pool",
            "risk": "Savings and shortfalls we want to share",
        },
    ),
    Question(
        "members",
        "Who takes part besides trusts?",
        {
            "trusts": "Nobody else",
            "others": "Independent, voluntary or community organisations",
            "councils": "Councils or combined authorities",
        },
    ),
    Question(
        "leaders",
        "Are you ready to share leaders?",
        {"yes": "Yes, the same people in key posts", "no": "No"},
    ),
)

MERGER = "merger-or-acquisition"
STAY_SEPARATE = "Its members stay separate organisations, and you want to become one."

RULES = {
    "lead-provider": [
        (FOR, "purpose", "service", "It suits one service or pathway with one budget."),
        (
            FOR,
            "money",
            "contract",
            "One trust holds the contract and sub-contracts to its partners.",
        ),
        (AGAINST, "money", "none", "It turns on a contract, and there is none to hold."),
        (FOR, "members", "others", "Other providers can take part as sub-contractors."),
    ],
    "shared-leadership": [
        (FOR, "purpose", "direction", "The same people hold key posts in every trust."),
        (FOR, "leaders", "yes", "You are ready for the same people in key posts."),
        (AGAINST, "leaders", "no", "It means sharing leaders, which you are not ready for."),
    ],
    "provider-leadership-board": [
        (FOR, "purpose", "decide direction", "Chief executives meet to decide on shared work."),
        (AGAINST, "purpose", "learn", "It meets to decide, which learning does not need."),
        (AGAINST, "binding", "nobody", "It decides, which is more than a recommendation."),
        (AGAINST, "binding", "all", "Often each trust's leaders decide for their own trust only."),
    ],
    MERGER: [
        (FOR, "purpose", "merge", "Trusts become one legal body."),
        (
            AGAINST,
            "purpose",
            "learn decide service direction",
            "It ends separate organisations, which this purpose does not need.",
        ),
    ],
    "advisory-group": [
        (FOR, "purpose", "learn", "A group without powers is enough to learn and plan."),
        (FOR, "binding", "nobody", "It recommends, and boards decide."),
        (AGAINST, "binding", "own all", "It decides nothing: every board has to agree for itself."),
    ],
    "individuals-with-delegated-authority": [
        (FOR, "purpose", "decide", "A few people decide on shared work, each for their own trust."),
        (FOR, "binding", "own", "Each person decides for their own trust."),
        (AGAINST, "binding", "nobody", "They decide, which is more than a recommendation."),
        (AGAINST, "binding", "all", "It moves by consensus: nobody is bound by the others."),
    ],
    "committees-in-common": [
        (FOR, "purpose", "decide", "Trusts decide side by side, with one agenda."),
        (FOR, "binding", "own", "Each committee decides for its parent trust only."),
        (AGAINST, "binding", "nobody", "They decide, which is more than a recommendation."),
        (AGAINST, "binding", "all", "Their decisions coincide and are not combined."),
        (
            AGAINST,
            "members",
            "others councils",
            "A foundation trust's own committee may contain only its directors.",
        ),
    ],
    "joint-committee": [
        (FOR, "purpose", "decide", "Trusts decide together, in one committee of them all."),
        (FOR, "binding", "all", "Its decision binds every body that takes part."),
        (AGAINST, "binding", "nobody own", "It binds all, which is more than you want."),
        (
            FOR,
            "money",
            "pool",
            "It may manage a pooled fund, under section 65Z6 of the NHS Act 2006.",
        ),
        (FOR, "members", "others", "People who are not directors or employees may sit on it."),
        (
            AGAINST,
            "members",
            "councils",
            "Councils and combined authorities can't delegate their functions to it.",
        ),
    ],
    "memorandum-of-understanding": [
        (FOR, "purpose", "learn", "It records what partners mean to do together."),
        (FOR, "binding", "nobody", "It is normally not binding in law."),
        (AGAINST, "binding", "all", "Partners can't normally be held to it."),
        (
            AGAINST,
            "money",
            "contract pool risk",
            "Sharing money needs more than a statement of intent.",
        ),
    ],
    "collaboration-agreement": [
        (FOR, "purpose", "decide service", "It settles roles, decisions and disputes in writing."),
        (FOR, "money", "contract", "A lead provider's contract is paired with one."),
    ],
    "contractual-joint-venture": [
        (FOR, "purpose", "service", "Partners run something together under a contract."),
        (
            FOR,
            "members",
            "others",
            "Organisations that are not trusts can be parties to the contract.",
        ),
        (AGAINST, "money", "none", "It rests on a contract between the partners."),
    ],
    "corporate-joint-venture": [
        (AGAINST, "purpose", "learn", "A company is far more than this purpose needs."),
        (
            FOR,
            "purpose",
            "service",
            "Partners can own a company that does the work, if each has the power to.",
        ),
    ],
    "section-75-agreement": [
        (
            FOR,
            "members",
            "councils",
            "It is the way to pool money or exercise functions with councils.",
        ),
        (AGAINST, "members", "trusts others", "It is between NHS bodies and councils."),
        (FOR, "money", "pool", "It allows pooled money; some NHS services are excluded."),
    ],
    "risk-and-gain-share": [
        (FOR, "money", "risk", "It settles beforehand how savings and shortfalls are divided."),
        (AGAINST, "money", "none", "There is nothing to share."),
    ],
    "joint-exercise-of-functions": [
        (FOR, "purpose", "decide", "Trusts exercise a function together and decide on it once."),
        (FOR, "binding", "all", "Partners exercise a function together, once for all."),
        (AGAINST, "binding", "nobody own", "It binds all, which is more than you want."),
        (FOR, "money", "pool", "A pooled fund can go with it."),
    ],
    "external-delegation": [
        (FOR, "purpose", "service", "Another organisation can be given a function to exercise."),
    ],
}


def options(answers):
    """What the answers say of each way of governing, most in favour first; none for no answer.

    >>> [(option.model, option.fit) for option in options({"purpose": "merge"})]
    [('merger-or-acquisition', 'fits')]
    """
    considered = (considered_for(model, rules, answers) for model, rules in RULES.items())
    found = [option for option in considered if option.why or option.why_not]
    return sorted(found, key=lambda option: -len(option.why))


def considered_for(model, rules, answers):
    """What the answers say of one way of governing."""
    option = Option(model)
    for speaks, question, wanted, reason in rules:
        if answers.get(question) in wanted.split():
            (option.why if speaks == FOR else option.why_not).append(reason)
    if option.why and model != MERGER and answers.get("purpose") == "merge":
        option.why_not.append(STAY_SEPARATE)
    return option


def read(query):
    """The usable answers of an address, and (question, value) of what can't be used."""
    answers, problems = {}, []
    for question in QUESTIONS:
        given = [value for value in dict.fromkeys(query.getlist(question.key)) if value]
        bad = [value for value in given if value not in question.answers]
        problems += [(question, value) for value in bad]
        good = [value for value in given if value in question.answers]
        problems += [(question, value) for value in good[1:]]
        if good:
            answers[question.key] = good[0]
    return answers, problems
