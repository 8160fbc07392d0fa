"""Ways of governing side by side: the same table for the page and for the file."""

from dataclasses import dataclass, field

from .models import GovernanceModel, GovernancePoint

FEWEST, MOST = 2, 4
USERS_SHOWN = 10
NOT_STATED = "Not stated in the sources"
SAME, DIFFERS, PARTLY_STATED = VERDICTS = ("Same", "Differs", "Partly stated")
LIMITING = (GovernancePoint.Kind.LIMITATION, GovernancePoint.Kind.RISK)


@dataclass
class Choice:
    """The models an address asks for, and what is wrong with the address."""

    models: list
    problems: list

    @property
    def is_enough(self):
        return FEWEST <= len(self.models) <= MOST


@dataclass(frozen=True)
class Row:
    """One question asked of every model; a cell is a list of paragraphs, some with an address."""

    heading: str
    cells: list
    addresses: dict = field(default_factory=dict)

    @property
    def verdict(self):
        """Whether the cells agree, as far as anything is stated."""
        stated = [cell for cell in self.cells if cell != [NOT_STATED]]
        if any(cell != stated[0] for cell in stated):
            return DIFFERS
        return SAME if len(stated) in (0, len(self.cells)) else PARTLY_STATED


def choose(slugs, published):
    """What these slugs ask for of what is published, each once, in the order asked for."""
    known = {model.slug: model for model in published}
    asked = list(
        dict.fromkeys(low if (low := slug.casefold()) in known else slug for slug in slugs)
    )
    problems = [
        f"There is no governance model “{slug[:100]}”." for slug in asked if slug not in known
    ]
    models = [known[slug] for slug in asked if slug in known]
    if len(models) > MOST:
        problems.append(f"You chose {len(models)}. Choose {MOST} at most.")
    return Choice(models, problems)


def shown(value):
    r"""The beginning of a bad value, with what can't be seen made visible.

    >>> shown("a\0b")
    'a�b'
    """
    return "".join(c if c.isprintable() else "�" for c in value[:100])


def table(models, points, names):
    """The rows for these models, given the points about them and who uses each, by name."""
    return [
        Row("Family", [[model.get_family_display()] for model in models]),
        Row("What it is", [paragraphs(model.summary) for model in models]),
        Row("Who decides, and what binds whom", [paragraphs(model.decisions) for model in models]),
        Row("Legal basis", [paragraphs(model.legal_basis) for model in models]),
        Row("Statutory?", [[statutory(model)] for model in models]),
        Row("Where it fits", [paragraphs(model.fits) for model in models]),
        Row("Limits and risks", [limits(model, points) for model in models]),
        Row(
            "Who uses it today",
            [users(model, names[model]) for model in models],
            {name: address for using in names.values() for name, address in using.items()},
        ),
    ]


def paragraphs(text):
    """The lines of a text that say something, or that the sources don't.

    >>> paragraphs("One.\\n\\nTwo."), paragraphs("")
    (['One.', 'Two.'], ['Not stated in the sources'])
    """
    return [line for line in text.splitlines() if line.strip()] or [NOT_STATED]


def statutory(model):
    """What is known of the model's standing in law."""
    return {True: "Yes", False: "No", None: NOT_STATED}[model.statutory]


def limits(model, points):
    """What the model itself says, then the limits and risks told of it alone."""
    return stated_limits(model, points) or [NOT_STATED]


def stated_limits(model, points):
    """The same, empty where the sources state none."""
    about = [point for point in points if point.governance_model_id == model.pk]
    told = [f"{point.name}. {point.text}" for point in about if point.kind in LIMITING]
    return [*(paragraphs(model.limits) if model.limits else []), *told]


def users(model, names):
    """The first collaboratives that use a model, and how many more do."""
    rest = model.user_count - len(names)
    more = [f"and {rest:,} more"] if rest > 0 else []
    return [*names, *more] or ["No published collaborative is known to use it today"]


def ways_of_governing(today):
    """What can be compared, in the guide's order."""
    return GovernanceModel.objects.published().in_guide_order(today)
