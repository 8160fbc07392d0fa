"""How the rows of exports are read: those of many keys at a time, in a fixed number of queries."""

from collections import defaultdict

from django.db.models import F

from directory.rows import CHUNK, among, cited_by, linked, places, sources_of

from .models import CaseStudy, Outcome, Section, Voice
from .reading import reading_minutes

PUBLISHED = CaseStudy.Status.PUBLISHED


def case_study_rows(keys, site):
    """The rows of these case studies, in this order."""
    rows = CaseStudy.objects.published().filter(pk__in=among(keys)).with_length()
    own = {case.pk: case for case in rows.order_by().iterator(CHUNK)}
    of = _lists(keys)
    for key in keys:
        if key in own:
            case = own[key]
            yield {column: found.get(key, []) for column, found in of.items()} | {
                "name": case.name,
                "slug": case.slug,
                "kind": case.get_kind_display(),
                "summary": case.summary,
                "minutes": reading_minutes(case.characters),
                "anonymised": "Yes" if case.anonymised else "No",
                "verified": case.last_verified,
                "page": f"{site}{case.get_absolute_url()}",
            }


def _lists(keys):
    return _sections(keys) | {
        "collaboratives": published_names(CaseStudy.collaboratives, keys),
        "organisations": published_names(CaseStudy.organisations, keys),
        "systems": systems_of(keys),
        "sectors": linked(CaseStudy.sectors, keys, "order"),
        "themes": linked(CaseStudy.themes, keys),
        "governance": published_names(CaseStudy.governance_models, keys),
        "voices": _voices(keys),
        "outcomes": _figures(keys),
        "sources": sources_with_parts(keys),
    }


def named_links(relation, keys):
    """The links to published entries of case studies whose sources don't withhold them."""
    target = relation.field.m2m_reverse_field_name()
    links = relation.through.objects.filter(casestudy__in=among(keys))
    links = links.filter(**{f"{target}__status": PUBLISHED})
    if relation.rel.model.__name__ != "GovernanceModel":
        links = links.filter(casestudy__anonymised=False)
    return links, target


def published_names(relation, keys):
    """The names of published entries that case studies are linked to."""
    links, target = named_links(relation, keys)
    return _grouped(links.order_by(f"{target}__name").values_list("casestudy", f"{target}__name"))


def systems_of(keys):
    """The systems of the collaboratives of these case studies, each once."""
    links, _ = named_links(CaseStudy.collaboratives, keys)
    name = "collaborative__systems__name"
    pairs = links.exclude(**{name: None}).order_by(name).values_list("casestudy", name)
    return _grouped(dict.fromkeys(pairs))


def _grouped(pairs):
    found = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def _sections(keys):
    lists = {f"section-{kind}": defaultdict(list) for kind in Section.Kind.values}
    rows = Section.objects.filter(case_study__in=among(keys)).order_by("order", "pk")
    for key, kind, text in rows.values_list("case_study", "kind", "text").iterator(CHUNK):
        lists[f"section-{kind}"][key].append(text)
    return lists


def _voices(keys):
    rows = Voice.objects.filter(case_study__in=among(keys)).order_by("order", "name")
    columns = rows.values_list("case_study", "name", "role", "gist")
    return _grouped((key, f"{name}, {role}: {gist}") for key, name, role, gist in columns)


def _figures(keys):
    rows = Outcome.objects.published().filter(case_study__in=among(keys)).order_by("measure", "pk")
    return _grouped((row.case_study_id, f"{row.measure}: {row.figure}") for row in rows)


def sources_with_parts(keys):
    """The places that case studies and their published parts cite, each once."""
    parts = [
        rows.filter(case_study__in=among(keys), citations__isnull=False)
        .order_by()
        .values_list("case_study", "citations")
        for rows in (Section.objects, Voice.objects, Outcome.objects.published())
    ]
    return places(cited_by(CaseStudy, keys).union(*parts))


def section_rows(keys, site):
    """One row for each point of these case studies, in the field's order."""
    rows = Section.objects.published().filter(case_study__in=among(keys))
    facts = rows.values(
        "pk", "kind", "order", "text", owner=F("case_study"),
        case=F("case_study__name"), identifier=F("case_study__slug"),
    )  # fmt: skip
    sources = sources_of(Section, [fact["pk"] for fact in facts])
    headings = Section.Kind.values
    by_owner = defaultdict(list)
    for fact in sorted(facts, key=lambda fact: (headings.index(fact["kind"]), fact["order"])):
        by_owner[fact["owner"]].append(fact)
    for fact in (fact for key in keys for fact in by_owner[key]):
        yield fact | {
            "case_study": fact["case"],
            "section": Section.Kind(fact["kind"]).label,
            "sources": sources.get(fact["pk"], []),
        }


def outcome_rows(keys, site):
    """The rows of these outcomes, in this order."""
    rows = Outcome.objects.published().filter(pk__in=among(keys))
    rows = rows.select_related("case_study", "collaborative")
    own = {outcome.pk: outcome for outcome in rows.order_by().iterator(CHUNK)}
    themes, sources = linked(Outcome.themes, keys), sources_of(Outcome, keys)
    for key in keys:
        if key in own:
            yield _outcome(own[key], site) | {
                "themes": themes.get(key, []),
                "sources": sources.get(key, []),
            }


def _outcome(outcome, site):
    plain = ("slug", "measure", "before", "after", "change", "unit", "qualifier", "period")
    collaborative, case = outcome.collaborative, outcome.case_study
    return {name: getattr(outcome, name) for name in (*plain, "reported_by", "figure")} | {
        "direction": outcome.get_direction_display(),
        "nature": outcome.get_nature_display(),
        "collaborative": collaborative.name if collaborative else "",
        "collaborative_slug": collaborative.slug if collaborative else "",
        "case_study": case.name if case else "",
        "case_study_slug": case.slug if case else "",
        "page": f"{site}{outcome.get_absolute_url()}",
    }
