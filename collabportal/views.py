"""The home page, and what every NHS service must say about itself."""

from django.conf import settings
from django.http import QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from directory.lists import CollaborativeList
from directory.models import Collaborative, System
from library.models import Publication

WAYS_IN = {
    "region": "By region",
    "sector": "By sector",
    "governance": "By governance",
    "theme": "By theme",
}
RECENT = 5


def page(request, template, **context):
    """A page of the portal itself, made from this template."""
    return TemplateResponse(request, f"pages/{template}.jinja", context)


@require_safe
def home(request):
    """What is in the directory, in numbers, and the ways in."""
    everything = CollaborativeList().read(QueryDict(), getattr(request, "data_version", None))
    return page(
        request,
        "home",
        figures=figures(everything),
        ways_in=[(name, title, in_use(everything, name)) for name, title in WAYS_IN.items()],
        recent=Collaborative.objects.published().recently_updated()[:RECENT],
    )


def figures(everything):
    """The main numbers: (how many, of what, where to see them if there is such a page)."""
    members = [count for _, count, _ in everything.options("member") if count]
    opened = set(System.objects.open_on(timezone.localdate()).values_list("slug", flat=True))
    systems = [count for option, count, _ in everything.options("system") if option.value in opened]
    in_scheme = {option.value: count for option, count, _ in everything.options("innovator")}
    return [
        (everything.count, "collaboratives", reverse("collaboratives")),
        (len(members), "member organisations", reverse("organisations") + "?collaborating=yes"),
        (len(list(filter(None, systems))), f"of {len(systems)} systems covered", ""),
        (in_scheme["yes"], "in the innovators scheme", reverse("innovators")),
    ]


def in_use(everything, name):
    """The options of a facet that find something, and how many results each gives."""
    return [(option, count) for option, count, _ in everything.options(name) if count]


@require_safe
def about(request):
    """What the portal is, how it is kept true, and every publication it cites."""
    publications = list(Publication.objects.published())
    return page(
        request,
        "about",
        briefings=of_evidence(publications, Publication.Evidence.BRIEFING),
        reference=of_evidence(publications, Publication.Evidence.REFERENCE),
        contact_email=settings.CONTACT_EMAIL,
    )


def of_evidence(publications, evidence):
    return [publication for publication in publications if publication.evidence == evidence]


@require_safe
def accessibility(request):
    """How accessible the portal is, and how that was tested."""
    return page(request, "accessibility", contact_email=settings.CONTACT_EMAIL)


@require_safe
def privacy(request):
    """What is known about readers, curators and the people named on pages."""
    return page(request, "privacy", contact_email=settings.CONTACT_EMAIL)
