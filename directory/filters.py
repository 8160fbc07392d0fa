"""What a reader can filter collaboratives and organisations by."""

from collections import defaultdict

from django.db.models import Case, CharField, Exists, OuterRef, Q, Value, When
from django.utils import timezone

from browse.facets import Facet, FacetedFilterSet, Option
from library.dates import display_date

from .models import (
    Collaborative,
    GovernanceModel,
    Membership,
    Organisation,
    Region,
    Sector,
    System,
    SystemSuccession,
    Theme,
)
from .models.base import still_going


def region_options():
    """The seven regions; their codes are accepted too."""
    regions = Region.objects.values_list("slug", "name", "ods_code")
    return [Option(slug, name, (code,)) for slug, name, code in regions]


def system_options():
    """Every system by slug or code, open ones first.

    An open system finds what is filed under those it took over whole; a closed one finds what is
    now in its successors. Either says so.
    """
    successions = Successions()
    systems = System.objects.order_by("name").values_list("slug", "name", "ods_code", "closed")
    closed = [row for row in systems if row[3] and row[3] < timezone.localdate()]
    opened = [row for row in systems if row not in closed]
    return [_open_system(*row[:3], successions) for row in opened] + [
        _closed_system(*row, successions) for row in closed
    ]


class Successions:
    """What systems became, and which they took over whole: names by slug, by slug."""

    def __init__(self):
        self.became, self.absorbed = defaultdict(dict), defaultdict(dict)
        columns = ("predecessor__slug", "predecessor__name", "successor__slug", "successor__name")
        for old, old_name, new, new_name, share in SystemSuccession.objects.values_list(
            *columns, "share"
        ):
            self.became[old][new] = new_name
            if share == SystemSuccession.Share.WHOLE:
                self.absorbed[new][old] = old_name


def _open_system(slug, name, code, successions):
    absorbed = successions.absorbed[slug]
    notice = f"These results include what is filed under {_listed(absorbed)}, now in {name}."
    return Option(slug, name, (code,), tuple(absorbed), notice if absorbed else "")


def _closed_system(slug, name, code, closed, successions):
    became = successions.became[slug]
    absorbed = [old for new in became for old in successions.absorbed[new] if old != slug]
    notice = (
        f"{name} closed on {display_date(closed)}. These results include what is now in "
        f"{_listed(became) or 'no other system'}."
    )
    label = f"{name} (until {closed:%B %Y})"
    return Option(slug, label, (code,), tuple(dict.fromkeys([*became, *absorbed])), notice)


def _listed(names):
    return " and ".join(names.values())


def sector_options():
    """The sectors, by slug or short code."""
    sectors = Sector.objects.values_list("slug", "name", "code")
    return [Option(slug, name, tuple(filter(None, [code]))) for slug, name, code in sectors]


def footprint_options():
    """How far a collaborative can reach."""
    return [Option(value, label) for value, label in Collaborative.Footprint.choices]


def governance_options():
    """The published governance models, family by family."""
    models = GovernanceModel.objects.published().values_list("slug", "name")
    return [Option(slug, name) for slug, name in models]


def theme_options():
    """Every theme, whether any list names it or not."""
    return [Option(slug, name) for slug, name in Theme.objects.values_list("slug", "name")]


def member_options():
    """The organisations that are in a published collaborative, by slug, code or short name."""
    places = Membership.objects.published().current(timezone.localdate())
    members = Organisation.objects.filter(Exists(places.filter(organisation=OuterRef("pk"))))
    rows = members.values_list("slug", "name", "ods_code")
    return [Option(slug, name, tuple(filter(None, [code]))) for slug, name, code in rows]


def innovator_options():
    """In the national innovators scheme, or not."""
    return [Option("yes", "In the scheme"), Option("no", "Not in the scheme")]


def kind_options():
    """The kinds of organisation."""
    return [Option(value, label) for value, label in Organisation.Kind.choices]


def current_published_membership():
    """The condition that a collaborative's member counts today, for the reader."""
    return still_going(timezone.localdate(), "memberships__") & Q(
        memberships__organisation__status=Organisation.Status.PUBLISHED
    )


def current_published_arrangement():
    """The condition that a governance arrangement goes on, under a published model."""
    return still_going(timezone.localdate(), "arrangements__") & Q(
        arrangements__governance_model__status=GovernanceModel.Status.PUBLISHED
    )


def yes_or_no(**condition):
    """A condition as the words an address uses for it."""
    yes = When(**condition, then=Value("yes"))
    return Case(yes, default=Value("no"), output_field=CharField())


class CollaborativeFilter(FacetedFilterSet):
    """The facets of the list of collaboratives."""

    region = Facet("Region", "regions__slug", region_options)
    system = Facet("System", "systems__slug", system_options)
    sector = Facet("Sector", "sectors__slug", sector_options)
    footprint = Facet("Footprint", "footprint", footprint_options)
    governance = Facet(
        "Governance",
        "arrangements__governance_model__slug",
        governance_options,
        current_published_arrangement,
    )
    theme = Facet("Theme", "interests__themes__slug", theme_options)
    member = Facet(
        "Member",
        "memberships__organisation__slug",
        member_options,
        current_published_membership,
    )
    innovator = Facet("Innovators scheme", yes_or_no(innovator=True), innovator_options)

    class Meta:
        model = Collaborative
        fields: list = []


def collaborating_options():
    """In a published collaborative today, or not."""
    return [Option("yes", "In a collaborative"), Option("no", "In none we know of")]


class OrganisationFilter(FacetedFilterSet):
    """The facets of the list of organisations."""

    kind = Facet("Kind", "kind", kind_options)
    region = Facet("Region", "system__region__slug", region_options)
    system = Facet("System", "system__slug", system_options)
    sector = Facet("Sector", "sectors__slug", sector_options)
    collaborating = Facet("Collaborating", yes_or_no(is_collaborating=True), collaborating_options)
    closed = Facet(
        "Status",
        yes_or_no(is_closed=True),
        lambda: [Option("no", "Open"), Option("yes", "Closed")],
    )

    class Meta:
        model = Organisation
        fields: list = []
