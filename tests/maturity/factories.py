"""Rows of the maturity matrix for tests, in the manner of the directory's factories."""

from django.utils.text import slugify

from maturity.models import Domain, Level, Objective, Subdomain
from tests.directory.factories import fact


def one_of_everything():
    """A level, and a domain with one sub-domain and one objective."""
    level()
    objective(subdomain())


def level(name="Emerging", order=1, **fields):
    return fact(Level, **{"name": name, "slug": slugify(name), "order": order, **fields})


def domain(name="System working", number=1, *, published=True, **fields):
    status = "published" if published else "draft"
    given = {"slug": slugify(name), "status": status, **fields}
    return fact(Domain, name=name, number=number, **given)


def subdomain(of=None, name="Improve resilience", number=1, **fields):
    given = {"slug": slugify(name), **fields}
    return fact(Subdomain, domain=of or domain(), name=name, number=number, **given)


def objective(of, name="Share the load", letter="a", **fields):
    return fact(Objective, subdomain=of, name=name, letter=letter, **fields)
