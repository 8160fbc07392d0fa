"""Every resource the briefings mention, written from the briefings and never from the fixtures."""

import re

import pytest

from library.models import Publication
from tests.directory.briefings.reading import (
    BENEFITS,
    BRIEFINGS,
    EVENT,
    LEADERSHIP,
    WORKFORCE,
    cites,
    cites_a_briefing,
    plain,
)

pytestmark = pytest.mark.django_db

ANNEX = "Annex: Provider collaboratives – links to guidance and support"
FORUMS = "Existing learning forums"

# (what its title says, publisher, kind, date), as the slides of December 2023 print them.
DATED = [
    ("Working together at scale: guidance on", "NHS England", "guidance", "2021-08", ANNEX),
    ("Provider collaboratives toolkit", "NHS England", "toolkit", "2022-01", ANNEX),
    ("Accelerating the benefits of collaboration for patients and communities",
     "NHS England", "blog", "2023-02", ANNEX),
    ("Maturity matrix for provider collaboratives",
     "NHS England", "self-assessment", "2023-04", ANNEX),
    ("Provider collaborative innovators scheme",
     "NHS England", "programme", "2023-04", "Innovators Scheme"),
    ("Evolution of provider collaboration", "NHS Providers", "report", "2023-03",
     "Provider collaborative survey: The background"),
    ("State of the Provider Sector survey 2022", "NHS Providers", "survey", "2022",
     "State of the Provider Sector survey 2022"),
    ("State of the Provider Sector survey 2023", "NHS Providers", "survey", "2023",
     "State of the Provider Sector survey 2023"),
    ("role of VCSE organisations", "NHS Confederation", "report", "2023-08", ANNEX),
]  # fmt: skip

UNDATED = [
    ("optional template", "NHS England", "template", "Maturity matrix"),
    ("NHS Futures provider collaboratives hub", "NHS England", "platform", ANNEX),
    ("National provider collaborative directory", "NHS England", "directory", "Directory"),
    ("Provider collaboration webpage", "NHS Providers", "web-pages", ANNEX),
    ("Provider Collaboration programme", "NHS Providers", "programme", "Our work on"),
    ("guide to provider collaborative governance", "NHS Providers", "guidance", "Our work on"),
    ("Provider collaboration forum", "NHS Confederation", "forum", ANNEX),
]

LEARNING_FORUMS = {
    "Regional forums": "forum",
    "Mental health ICS development community of practice": "forum",
    "FutureNHS Collaboration Platform": "platform",
    "Webinars": "learning-sessions",
    "Peer learning network": "forum",
    "Quarterly email bulletins": "newsletter",
    "Monthly thought sessions": "learning-sessions",
    "Action learning sets": "learning-sessions",
    "Ad-hoc sessions": "learning-sessions",
    "Provider collaboration newsletter": "newsletter",
}

# What a source says or plainly shows that a thing is for, in words of the same meaning.
FOR = [
    ("working-together-at-scale", ["expected", "Trusts", "scale", "open", "govern"]),
    ("nhs-providers-realising-benefits", ["boards", "series", "questions", "staff", "communities"]),
    ("nhs-providers-workforce-briefing", ["webinar", "workforce", "boards", "good practice"]),
    ("joint-working-and-delegation-regulations-2022", ["delegat", "Regulation 2", "40"]),
    ("nhs-act-2006", ["delegate", "joint committee", "pool"]),
    ("futurenhs-provider-collaboratives-hub", ["NHS England", "innovators"]),
    ("nhs-england-and-nhs-improvement-resources", ["readers", "more"]),
]

# What the sources only name, or only describe.
FOR_WHAT_IS_NOT_SAID = [
    "provider-collaboration-newsletter",
    "report-on-vcse-organisations",
    "nhs-provider-collaboratives-event-december-2023",
    "provider-collaboratives-event-2023",
    "nenc-corporate-programme",
]


def resource(title):
    """The one resource whose title says this."""
    found = [p for p in Publication.objects.published() if plain(title) in plain(p.title)]
    found = [p for p in found if p.kind not in ("event", "webinar")]
    assert len(found) == 1, f"{title!r} finds {found}"
    return found[0]


@pytest.mark.parametrize(("title", "publisher", "kind", "date", "heading"), DATED)
def test_a_dated_resource_has_its_publisher_and_date(title, publisher, kind, date, heading):
    found = resource(title)
    assert (found.publisher, found.kind, found.date) == (publisher, kind, date)
    assert cites(found, EVENT, heading)


@pytest.mark.parametrize(("title", "publisher", "kind", "heading"), UNDATED)
def test_a_resource_without_a_printed_date_has_none(title, publisher, kind, heading):
    found = resource(title)
    assert (found.publisher, found.kind, found.date) == (publisher, kind, "")
    assert cites(found, EVENT, heading)


@pytest.mark.parametrize(("name", "kind"), LEARNING_FORUMS.items())
def test_each_learning_forum_is_listed_without_a_publisher_the_slide_withholds(name, kind):
    found = resource(name)
    assert found.kind == kind
    assert found.publisher == "Not stated in the source"
    assert cites(found, EVENT, FORUMS)


def test_action_learning_sets_meet_every_eight_weeks():
    assert "eight weeks" in resource("Action learning sets").description


def test_the_toolkit_goes_by_its_files_name_too():
    toolkit = resource("Provider collaboratives toolkit")
    assert "20220110 Provider collaboratives toolkit FINAL" in toolkit.description


def test_the_programmes_page_and_contact_are_as_printed():
    page = resource("Provider collaboration webpage")
    assert "www.nhsproviders.org/provider-collaboratives" in page.url
    for found in (page, resource("Provider Collaboration programme")):
        assert "Bobby Ancil, programme development manager" in found.contact
        assert found.contact_email == "bobby.ancil@nhsproviders.org"
        assert not found.shared_mailbox
        assert cites(found, WORKFORCE, "Further information")
        assert cites(found, BENEFITS, "Further information")


def test_the_support_offer_has_its_teams_mailbox():
    [offer] = Publication.objects.filter(kind="support-offer")
    assert offer.publisher == "NHS Arden and GEM"
    assert offer.contact == "Strategy and Innovation team"
    assert (offer.contact_email, offer.shared_mailbox) == ("agem.innovationstrategy@nhs.net", True)
    assert cites(offer, LEADERSHIP, "Outcomes and next steps")


def test_the_matrix_was_discussed_in_leicester_too():
    assert cites(resource("Maturity matrix for provider"), LEADERSHIP, "The event")


def test_the_statutory_documents_are_there():
    assert cites(resource("Statutory guidance"), EVENT, "Provider Collaboratives")
    for title in ("National Health Service Act 2006", "(Joint Working and Delegation Arr"):
        assert cites(resource(title), EVENT, "Provider Collaboratives")
    assert cites(resource("Health and Care Act 2022"), EVENT, "Council of Governors")


def test_other_national_resources_are_there():
    assert cites(resource("NHS Improvement"), BENEFITS, "Further information")
    assert cites(resource("Patient Safety Incident"), EVENT, "Quality Surveillance")
    assert cites(resource("Quality surveillance standard"), EVENT, "Quality Surveillance")


@pytest.mark.parametrize(("slug", "patterns"), FOR)
def test_what_a_resource_is_for(slug, patterns):
    purpose = Publication.objects.get(slug=slug).purpose
    assert [pattern for pattern in patterns if not re.search(pattern, purpose)] == []


@pytest.mark.parametrize("slug", FOR_WHAT_IS_NOT_SAID)
def test_nothing_is_guessed_of_what_a_resource_is_for(slug):
    assert Publication.objects.get(slug=slug).purpose == ""


def test_the_event_in_leicester_is_not_said_to_have_lasted_a_day_nor_the_other_to_be_national():
    [leicester, slides] = Publication.objects.filter(slug__in=[LEADERSHIP, EVENT]).order_by("slug")
    assert not re.search(r"\bday\b", leicester.description)
    assert "national event" not in slides.description


def test_every_resource_says_which_briefing_mentions_it():
    resources = Publication.objects.filter(evidence="resource").prefetch_related("citations")
    assert [str(found) for found in resources if not cites_a_briefing(found)] == []


def test_the_five_briefings_are_resources_too():
    assert Publication.objects.published().filter(slug__in=BRIEFINGS).count() == 5
    assert Publication.objects.filter(evidence="briefing").count() == 5


def test_the_pages_here_that_tell_what_a_resource_holds_are_there(client):
    addresses = set(Publication.objects.exclude(page_here="").values_list("page_here", flat=True))
    assert {client.get(address).status_code for address in addresses} == {200}
