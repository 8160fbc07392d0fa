"""The words that parts of the matrix are found by."""

from browse.documents import Searchable, Words

from .models import Domain, Objective, Subdomain


class SubdomainWords(Searchable):
    """Its name; then its domain and objectives."""

    listing = "maturity"
    model = Subdomain
    noun = ("part of the maturity matrix", "parts of the maturity matrix")
    place = 100
    sources = {
        Subdomain: lambda row: [row.pk],
        Domain: lambda row: list(row.subdomains.values_list("pk", flat=True)),
        Objective: lambda row: [row.subdomain_id],
    }

    def public(self):
        """What readers may see, by number."""
        subdomains = Subdomain.objects.published().select_related("domain")
        return subdomains.order_by("domain__number", "number")

    def hit(self, row):
        """Its number and name, and its domain."""
        return str(row), row.get_absolute_url(), row.domain.name

    def words_of(self, keys):
        """Read everything searched, in a fixed number of queries."""
        found = Subdomain.objects.filter(pk__in=keys).select_related("domain")
        for subdomain in found.prefetch_related("objectives"):
            objectives = [objective.name for objective in subdomain.objectives.all()]
            yield Words(subdomain.pk, [subdomain.name], [subdomain.domain.name, *objectives])
