"""Other case studies that a reader of one may want, and why.

What the source of an anonymised example withholds must not be hinted at: such examples lead only
to each other, and named case studies never lead to them.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Value

from library.models import Publication

from .models import CaseStudy

MOST = 4
FEWEST_THEMES = 2  # one theme in common says little

PUBLICATIONS = "publications"  # the briefings that tell of them: told at the same event, say

# What case studies can have in common, the strongest tie first: how the reason begins, its weight.
TIES = {
    "collaboratives": ("about", 8),
    "organisations": ("with", 5),
    "governance_models": ("governed by", 2),
    "themes": ("on", 1),
    PUBLICATIONS: ("told in", 0.5),
}


@dataclass
class Related:
    """Another case study and what it has in common with this one."""

    case: CaseStudy
    shared: dict = field(default_factory=lambda: defaultdict(list))

    @property
    def weight(self):
        """How strong the tie is."""
        return sum(TIES[kind][1] * len(names) for kind, names in self.shared.items())

    @property
    def is_close(self):
        """Whether it is worth a reader's time."""
        return self.is_alike or PUBLICATIONS in self.shared

    @property
    def is_alike(self):
        """Whether it is about the same, and was not only told in the same place."""
        themes = len(self.shared.get("themes", ()))
        return bool(self.shared.keys() - {"themes", PUBLICATIONS}) or themes >= FEWEST_THEMES

    @property
    def reason(self):
        """What they have in common, in words: “Also about NENC; on workforce and digital”.

        Where that is enough, it goes without saying in which briefing both are told.
        """
        kinds = self.shared.keys() - ({PUBLICATIONS} if self.is_alike else set())
        said = (f"{TIES[kind][0]} {self._names(kind)}" for kind in TIES if kind in kinds)
        return f"Also {'; '.join(said)}"

    def _names(self, kind):
        """What is shared of one kind; themes are no proper names."""
        names = self.shared[kind]
        return joined([n[:1].lower() + n[1:] for n in names] if kind == "themes" else names)


def joined(names):
    """Names in a row, the first few of them.

    >>> joined(["workforce"]), joined(["a", "b", "c"]), joined(["a", "b", "c", "d", "e"])
    ('workforce', 'a, b and c', 'a, b, c and 2 more')
    """
    shown = [*names] if len(names) <= 4 else [*names[:3], f"{len(names) - 3} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if shown[1:] else shown)


def related_to(case):
    """The case studies closest to this one, in one query."""
    found = {}
    first, *rest = (_links(case, kind) for kind in TIES)
    for kind, slug, title, name in sorted(first.union(*rest)):
        other = found.setdefault(slug, Related(CaseStudy(slug=slug, name=title)))
        other.shared[kind].append(name)
    close = (other for other in found.values() if other.is_close)
    return sorted(close, key=lambda other: (-other.weight, other.case.name))[:MOST]


def _links(case, kind):
    """The (kind, slug and name of a case study, name) of what others share with this one."""
    if kind == PUBLICATIONS:
        return _told_with(case)
    relation = getattr(CaseStudy, kind)
    target = relation.field.m2m_reverse_field_name()
    mine = relation.through.objects.filter(casestudy=case).values(target)
    others = _of_others(relation, case)
    if kind != "themes":
        others = others.filter(**{f"{target}__status": CaseStudy.Status.PUBLISHED})
    return (
        others.filter(**{f"{target}__in": mine})
        .order_by()
        .values_list(Value(kind), "casestudy__slug", "casestudy__name", f"{target}__name")
    )


def _told_with(case):
    """The same of the briefings that tell of both."""
    relation, publication = CaseStudy.citations, "citation__publication"
    mine = relation.through.objects.filter(casestudy=case).values(publication)
    others = _of_others(relation, case).filter(
        **{f"{publication}__in": mine, f"{publication}__evidence": Publication.Evidence.BRIEFING}
    )
    columns = ("casestudy__slug", "casestudy__name", f"{publication}__title")
    return others.order_by().values_list(Value(PUBLICATIONS), *columns)


def _of_others(relation, case):
    """The links of this relation that other case studies have, as far as readers may see them."""
    links = relation.through.objects.filter(
        casestudy__status=CaseStudy.Status.PUBLISHED, casestudy__anonymised=case.anonymised
    )
    return links.exclude(casestudy=case)
