"""The page of the matrix, its files, and how its parts are found."""

import csv
import io
import json

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from maturity.models import Objective
from tests.directory import factories as directory
from tests.library import factories as library
from tests.maturity import factories as make
from tests.pages import FOUL, assert_sound, get, main, section

pytestmark = pytest.mark.django_db

PAGE = "/maturity/"


def rows_of(client, path="/maturity.csv"):
    text = client.get(path).getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_domains_stand_in_order_with_their_sub_domains_and_objectives(client):
    make.domain("Last", number=2)
    first = make.domain("First", number=1, note="One of several.")
    make.subdomain(first, "Second part", number=2)
    make.objective(make.subdomain(first, "First part", number=1), "Do it")
    page = get(client, PAGE)
    assert_sound(page)
    assert page.index('id="domain-first"') < page.index('id="domain-last"')
    told = section(page, "domain-first")
    assert told.startswith("1 First [Source 1a] One of several.")
    assert "1.1 First part [Source 1a]" in told
    assert "1.1.a Do it [Source 1a]" in told
    assert "1.2 Second part [Source 1a]" in told
    assert "Not stated in the sources" in told
    assert "No sub-domain is listed." in section(page, "domain-last")


def test_levels_stand_from_the_first_to_the_last(client):
    make.level("Thriving", 4, note="Hard to reach.")
    make.level("Emerging", 1)
    told = section(get(client, PAGE), "levels")
    assert told.index("Emerging") < told.index("Thriving: Hard to reach.")


def test_it_says_what_resources_say_of_the_matrix(client):
    library.resource("The matrix", page_here=PAGE, description="A tool.", purpose="For all.")
    library.resource("Its draft", page_here=PAGE, published=False)
    library.resource("Something else")
    told = section(get(client, PAGE), "what-it-is")
    assert "The matrix A tool. [Source 1a] For all." in told
    assert "draft" not in told
    assert "else" not in told


def test_drafts_and_what_is_unsourced_are_nowhere(client):
    secret = make.domain("Secret domain", published=False)
    make.objective(make.subdomain(secret, "Secret part"), "Secret aim")
    make.level("Secret level", citations=[])
    page = get(client, PAGE)
    assert "Secret" not in page
    assert "Nothing of the matrix has been published yet." in main(page)
    assert rows_of(client) == []
    assert "Secret" not in main(get(client, "/search/?q=secret"))
    assert b"Secret" not in client.get("/maturity.csv?domain=secret-domain").content


def test_foul_text_is_shown_as_text(client):
    of = make.domain(FOUL, slug="foul", note=FOUL)
    make.objective(make.subdomain(of, FOUL, slug="foul"), FOUL)
    make.level(FOUL, slug="foul", note=FOUL)
    page = get(client, PAGE)
    assert_sound(page)
    assert "<script>alert" not in page
    assert main(page).count(FOUL) >= 6


def test_it_costs_the_same_for_few_and_for_many(client):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            get(client, PAGE)
        return len(captured)

    make.one_of_everything()
    few = queries()
    for number in range(2, 12):
        of = make.domain(f"Domain {number}", number=number)
        make.objective(make.subdomain(of, f"Part {number}"))
        make.level(f"Level {number}", number)
    assert queries() == few <= 15


def test_the_files_hold_every_sub_domain(client):
    make.objective(make.subdomain(make.domain("System working", number=3), number=2), "Share")
    [row] = rows_of(client)
    assert row == {
        "Domain": "System working",
        "Number": "3.2",
        "Sub-domain": "Improve resilience",
        "Objectives": "3.2.a Share",
        "Identifier": "improve-resilience",
        "Page": "http://testserver/maturity/#subdomain-improve-resilience",
        "Sources": "Working together, “Background”",
    }
    assert json.loads(client.get("/maturity.json").getvalue())["count"] == 1
    assert client.get("/maturity.xlsx").getvalue()[:2] == b"PK"


def test_the_files_can_be_of_one_domain_and_refuse_another(client):
    make.subdomain(make.domain("First", number=1), "One")
    make.subdomain(make.domain("Second", number=2), "Two")
    assert [row["Sub-domain"] for row in rows_of(client, "/maturity.csv?domain=second")] == ["Two"]
    assert client.get("/maturity.csv?domain=none").status_code == 400


@pytest.mark.parametrize("words", ["resilience", "system working", "share the load"])
def test_the_search_of_everything_finds_its_parts(client, words):
    make.one_of_everything()
    found = get(client, f"/search/?q={words}")
    assert 'href="/maturity/#subdomain-improve-resilience"' in found
    assert "1 part of the maturity matrix" in main(found).casefold()


def test_a_source_knows_which_domain_cites_it(client):
    place = directory.citation("A slide", directory.publication("The slides"))
    make.objective(make.subdomain(), citations=[place])
    page = get(client, "/resources/the-slides/")
    cited = section(page, "cited-by")
    assert "Domains of the maturity matrix (1) System working" in cited
    assert 'href="/maturity/#domain-system-working"' in page


def test_a_number_stands_once_and_a_letter_is_one():
    part = make.subdomain()
    make.objective(part)
    with pytest.raises(ValidationError, match="sub-domain of this number already"):
        part.domain.subdomains.model(domain=part.domain, number=1, name="x", slug="x").full_clean()
    with pytest.raises(ValidationError, match="one small letter"):
        Objective(subdomain=part, letter="B", name="x").full_clean()
    with pytest.raises(IntegrityError):
        Objective.objects.create(subdomain=part, letter="1", name="x")
