"""What the directory adds up to today: each count says of how many, and what was counted."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Exists, OuterRef, Q
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from directory.lists import CollaborativeList
from directory.models import Collaborative, GovernanceArrangement, GovernanceModel, Organisation

from .charts import Bar, Chart

TRUSTS = (
    Organisation.Kind.TRUST,
    Organisation.Kind.FOUNDATION_TRUST,
    Organisation.Kind.CARE_TRUST,
)
NOT_STATED = "Not stated in the sources"
SEVERAL = "One collaborative can count under several of these."
OPEN_TRUSTS = "NHS trusts, NHS foundation trusts and care trusts in this directory, open today"
ANY_ROLE = "Any role counts: member, lead provider, partner or associate."
Family = GovernanceModel.Family


@dataclass(frozen=True)
class Part:
    """One bar: how many have this, and the list that shows them."""

    label: str
    number: int
    address: str = ""


@dataclass(frozen=True)
class Measure:
    """The directory counted by one thing."""

    slug: str
    title: str
    column: str
    parts: tuple
    total: int
    base: str
    note: str = ""
    noun: str = "Collaboratives"

    @cached_property
    def chart(self):
        """What is stated as bars, the longest as long as there is room for."""
        stated = [part for part in self.parts if part.label != NOT_STATED]
        bars = tuple(Bar(part.label, part.number, f"{part.number:,}") for part in stated)
        most = max((part.number for part in stated), default=0)
        return Chart(f"chart-{self.slug}", self.title, self.base, bars, most)

    @property
    def unstated(self):
        """How many the sources don't say it of: no bar, lest it be read as an answer."""
        return sum(part.number for part in self.parts if part.label == NOT_STATED)


TITLES = {
    "region": "Collaboratives by region",
    "sector": "Collaboratives by sector",
    "footprint": "Collaboratives by footprint",
    Family.MODEL.value: "Collaboratives by governance model",
    Family.FORUM.value: "Collaboratives by decision forum",
    Family.INSTRUMENT.value: "Collaboratives by legal instrument",
    Family.DELEGATION.value: "Collaboratives by delegation",
    "trusts": "Trusts by the number of collaboratives they are in",
}
COLUMNS = {"region": "Region", "sector": "Sector", "footprint": "Footprint"}
SINGLE = ("footprint",)


def landscape(version=None):
    """Every count, made from the published entries as they now stand."""
    everything = CollaborativeList().read(QueryDict(), version)
    unstated = collaboratives_without()
    return [
        *(measure(everything, slug, parts, unstated) for slug, parts in grouped(everything)),
        trusts_by_places(),
    ]


def grouped(everything):
    """The parts of each count of collaboratives; governance models by the question they answer."""
    for facet in COLUMNS:
        yield facet, parts_of(everything, facet)
    families = dict(GovernanceModel.objects.published().values_list("slug", "family"))
    models = parts_of(everything, "governance")
    for family in Family.values:
        parts = [part for slug, part in models.items() if families.get(slug) == family]
        if parts:
            yield family, dict(enumerate(parts))


def parts_of(everything, facet):
    """Each option of a facet as a part, by its value."""
    page = reverse("collaboratives")
    return {
        option.value: Part(option.label, count, f"{page}?{facet}={option.value}")
        for option, count, _ in everything.options(facet)
    }


def measure(everything, slug, parts, unstated):
    """One count of collaboratives, with those of which the sources don't say."""
    rest = [Part(NOT_STATED, unstated[slug])] if unstated[slug] else []
    return Measure(
        slug,
        TITLES[slug],
        COLUMNS.get(slug) or Family(slug).label,
        (*parts.values(), *rest),
        everything.count,
        f"{everything.count:,} published collaboratives in this directory",
        "" if slug in SINGLE else SEVERAL,
    )


def collaboratives_without():
    """How many published collaboratives have no region, sector, footprint and so on."""
    itself = {"collaborative": OuterRef("pk")}
    arrangements = GovernanceArrangement.objects.published().current(timezone.localdate())
    lacking = {
        "region": ~Exists(Collaborative.regions.through.objects.filter(**itself)),
        "sector": ~Exists(Collaborative.sectors.through.objects.filter(**itself)),
        "footprint": Q(footprint=""),
    }
    for family in Family.values:
        of_family = arrangements.filter(governance_model__family=family, **itself)
        lacking[family] = ~Exists(of_family)
    counts = {f"{name}_": Count("pk", filter=Q(each)) for name, each in lacking.items()}
    found = Collaborative.objects.published().aggregate(**counts)
    return {name: found[f"{name}_"] for name in lacking}


def trusts_by_places():
    """NHS trusts of every kind that are open today, in none, one or several collaboratives."""
    counted = Counter(
        min(places, 2) for places in open_trusts().values_list("place_count", flat=True)
    )
    total = sum(counted.values())
    kinds = "&".join(f"kind={kind.value}" for kind in TRUSTS)
    none = f"{reverse('organisations')}?{kinds}&collaborating=no&closed=no"
    parts = (
        Part("In none that we know of", counted[0], none),
        Part("In one", counted[1]),
        Part("In several", counted[2]),
    )
    return Measure(
        "trusts",
        TITLES["trusts"],
        "In how many",
        parts,
        total,
        f"{total:,} {OPEN_TRUSTS}",
        ANY_ROLE,
        "Trusts",
    )


def open_trusts():
    """The published trusts that exist today, each with its number of collaboratives."""
    today = timezone.localdate()
    trusts = Organisation.objects.published().filter(kind__in=TRUSTS).with_place_count().order_by()
    has_opened = Q(opened=None) | Q(opened__lte=today)
    return trusts.filter(has_opened, Q(closed=None) | Q(closed__gte=today))
