"""The parts of the matrix as a list."""

from browse.listing import Listing, Sort

from .exports import MATRIX
from .filters import SubdomainFilter
from .models import Subdomain


class SubdomainList(Listing):
    """Every sub-domain of a published domain. Its page shows them all, domain by domain."""

    name = "maturity"
    noun = ("sub-domain of the maturity matrix", "sub-domains of the maturity matrix")
    title = "Maturity matrix"
    address = "/maturity/"
    filterset = SubdomainFilter
    tables = (MATRIX,)
    sorts = {"number": Sort("By number", ("domain__number", "number", "pk"))}

    def entries(self):
        """Published sub-domains."""
        return Subdomain.objects.published()
