"""What the parts of the matrix can be filtered by."""

from browse.facets import Facet, FacetedFilterSet, Option

from .models import Domain, Subdomain


def domain_options():
    """The published domains, in their order."""
    return [Option(domain.slug, domain.name) for domain in Domain.objects.published()]


class SubdomainFilter(FacetedFilterSet):
    """The facet of the matrix."""

    domain = Facet("Domain", "domain__slug", domain_options)

    class Meta:
        model = Subdomain
        fields: list = []
