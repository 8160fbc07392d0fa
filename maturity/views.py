"""The page of the matrix; what words find and what leaves in files is declared beside it."""

from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from library.models import Publication
from library.sources import Sources

from .models import Domain, Level


@require_safe
def matrix(request):
    """What the matrix is and is for, its levels, and its domains with all that is known of them."""
    told_by = list(Publication.objects.published().filter(page_here=reverse("maturity")))
    levels = list(Level.objects.published())
    domains = list(Domain.objects.published().with_all_it_holds())
    context = {
        "told_by": told_by,
        "levels": levels,
        "domains": domains,
        "count": sum(len(domain.subdomains.all()) for domain in domains),
        "sources": Sources(*told_by, *levels, *facts_of(domains)),
    }
    return TemplateResponse(request, "maturity/matrix.jinja", context)


def facts_of(domains):
    """The domains with everything in them that has sources."""
    for domain in domains:
        yield domain
        for subdomain in domain.subdomains.all():
            yield from [subdomain, *subdomain.objectives.all()]
