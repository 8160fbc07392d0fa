"""What the slides of 5 December 2023 say of the maturity matrix, written from the slides."""

import re

import pytest

from library.models import Publication
from maturity.models import Domain, Level, Objective, Subdomain
from tests.directory.briefings.reading import EVENT, cites
from tests.pages import get, main

pytestmark = pytest.mark.django_db

HEADING = "Current support – Maturity matrix"

DOMAINS = {
    "1": ("Outcomes and benefits", {
        "1.1": "Reduce unwarranted variation and inequalities in patient outcomes, access and "
               "experience",
        "1.2": "Improve resilience",
        "1.3": "Enhance productivity and value for money",
    }),
    "2": ("Governance and leadership", {
        "2.1": "Implement shared vision and governance",
        "2.2": "Build a culture of mutual support and accountability",
        "2.3": "Embed multi-professional clinical and care leadership",
    }),
    "3": ("System working", {
        "3.1": "Support ICSs to deliver priorities",
        "3.2": "Build strong relationships with partners",
        "3.3": "Engage and co-design with people and communities",
    }),
}  # fmt: skip

EXAMPLES = {
    "1.1.a": "Reduce unwarranted variation",
    "2.1.a": "Agree shared vision and objectives",
    "3.1.a": "Form strong relationships with ICB(s)",
}


def test_three_domains_of_three_sub_domains_each():
    found = {
        str(domain.number): (
            domain.name,
            {part.code: part.name for part in domain.subdomains.all()},
        )
        for domain in Domain.objects.published()
    }
    assert found == DOMAINS


def test_three_objectives_are_printed_and_none_is_made_up():
    assert {aim.code: aim.name for aim in Objective.objects.all()} == EXAMPLES


def test_four_levels_in_their_order():
    names = list(Level.objects.published().values_list("name", flat=True))
    assert names == ["Emerging", "Developing", "Maturing", "Thriving"]


def test_few_reach_the_last_level():
    note = Level.objects.get(name="Thriving").note
    assert re.search(r"ambitious.*[Ff]ew.*every objective.*years", note, re.DOTALL)


def test_everything_is_stated_under_the_slides_heading():
    for model in (Level, Domain, Subdomain, Objective):
        assert all(cites(fact, EVENT, HEADING) for fact in model.objects.all())


@pytest.mark.parametrize(
    "told",
    [r"every type and size", r"voluntary", r"no objective has to be", r"overall rating",
     r"different levels", r"systems and partners", r"not meant for assurance",
     r"area of focus \(yes or no\), rating, evidence or rationale, and actions",
     r"weighs the same", r"Excel", r"three domains and nine sub-domains"],
)  # fmt: skip
def test_the_page_says_how_the_matrix_is_meant(client, told):
    assert re.search(told, main(get(client, "/maturity/")))


def test_the_resources_lead_to_it():
    pages = Publication.objects.filter(page_here="/maturity/").values_list("slug", flat=True)
    assert set(pages) == {"maturity-matrix", "maturity-matrix-template"}
