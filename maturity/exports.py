"""What leaves the matrix: its sub-domains, each with its domain and known objectives."""

from browse.columns import Source, Type
from browse.listing import Column, Table
from library.rows import sources_of

from .models import Subdomain

COLUMNS = (
    Column("Domain", "domain", "The domain's name."),
    Column("Number", "code", "The number of domain and sub-domain, such as 1.2."),
    Column("Sub-domain", "name", "The sub-domain's name."),
    Column(
        "Objectives",
        "objectives",
        "The objectives that the sources print, each with its number; there are more.",
        several=True,
    ),
    Column(
        "Identifier",
        "slug",
        "What follows #subdomain- in its address here.",
        Type.CODE,
        source=Source.GIVEN,
    ),
    Column("Page", "page", "Its address in this directory.", Type.ADDRESS, source=Source.GIVEN),
    Column("Sources", "sources", "Where it is stated.", several=True, source=Source.CITED),
)


def subdomain_rows(keys, site):
    """The rows of sub-domains, in the keys' order."""
    subdomains = Subdomain.objects.published().select_related("domain")
    found = subdomains.prefetch_related("objectives", "citations").in_bulk(keys)
    return [subdomain_row(found[key], site) for key in keys if key in found]


def subdomain_row(subdomain, site):
    return {
        "domain": subdomain.domain.name,
        "code": subdomain.code,
        "name": subdomain.name,
        "objectives": [str(objective) for objective in subdomain.objectives.all()],
        "slug": subdomain.slug,
        "page": site + subdomain.get_absolute_url(),
        "sources": sources_of(subdomain),
    }


MATRIX = Table("maturity", "Maturity matrix", COLUMNS, subdomain_rows, identified_by=("slug",))
