"""Whatever published things lead to, nothing of a draft is at any public address."""

import io
import json
import zipfile

import pytest
from django.apps import apps

from browse.listing import Listing
from casestudies.models import CaseStudy
from collabportal.data import LISTINGS
from directory.models import GovernanceModel, Organisation, Theme
from insights.models import Survey
from library.models import Publishable
from tests.casestudies import factories as tell
from tests.collabportal.test_public_addresses import ADDRESSES
from tests.directory import factories as make
from tests.everything import one_of_everything
from tests.insights import factories as ask
from tests.library import factories as library
from tests.maturity import factories as maturity
from tests.pages import get

pytestmark = pytest.mark.django_db

MARKER = "Quokka"
NAME = f"{MARKER} neighbour"
MARKED = {"name": NAME, "slug": MARKER.lower()}
MORE_ADDRESSES = [
    "/governance/choose/?purpose=decide",
    "/governance/compare/?m=committees-in-common&m=joint-committee",
    "/organisations/old-trust/",
    "/resources/a-day-on-delegation/",
    "/search/?q=neighbour",
]
NEVER_DRAFTS = {"Citation.publication"}  # what a published fact cites can't be withdrawn


@pytest.fixture(params=[False, True], ids=["never published", "withdrawn"])
def drafts(request):
    """A draft wherever one thing can lead to another; in what leads there, the marker too."""
    public = request.param
    entry = one_of_everything()
    alliance = make.collaborative(
        **MARKED, published=public, short_name=MARKER, summary=NAME, part_of=entry
    )
    entry.part_of = alliance
    entry.save()
    trust = make.organisation(**MARKED, published=public, short_name=MARKER, note=NAME)
    lead_to_organisation(entry, trust)
    lead_to_governance(entry, alliance, make.governance_model(**MARKED, published=public))
    give_facts(alliance, trust)
    lead_to_cases(entry, alliance, trust, tell.case_study(**MARKED, published=public, summary=NAME))
    lead_to_publications(public)
    ask_and_rate(public)
    withdraw()


def lead_to_organisation(entry, trust):
    """As a member, as what a trust became, and as what it came from."""
    old = make.organisation("Old Trust", closed="2024-10-31")
    make.membership(entry, old)
    make.membership(entry, trust, note=NAME)
    make.organisation_alias(trust, NAME)
    for published in (old, Organisation.objects.get(slug="alder-trust")):
        make.organisation_succession(published, trust)
        make.organisation_succession(trust, published)


def lead_to_governance(entry, alliance, model):
    """As what is used, as who uses it, and as what a point is about."""
    make.arrangement(entry, model, note=NAME)
    make.arrangement(alliance, GovernanceModel.objects.get(slug="committees-in-common"), note=NAME)
    make.governance_point("Quorum", text=NAME, governance_model=model)
    make.governance_point(NAME, slug="hidden-point", published=model.is_published)


def give_facts(alliance, trust):
    """Everything a collaborative can have, beside a member it shares with a published one."""
    make.collaborative_alias(alliance, NAME)
    make.interest(alliance, NAME, themes=[Theme.objects.get()])
    make.contact(alliance, NAME)
    make.link(alliance, NAME)
    make.statement(alliance, "purpose", NAME)
    make.correction(alliance, NAME)
    for member in (trust, Organisation.objects.get(slug="alder-trust")):
        make.membership(alliance, member, note=NAME)


def lead_to_cases(entry, alliance, trust, case):
    """A draft of published ones, and a published one of drafts."""
    told = CaseStudy.objects.get(slug="sharing-staff")
    tell.voice(told, "Bea Example", organisation=trust)
    tell.outcome(told, NAME, slug="hidden-1", collaborative=alliance)
    tell.outcome(case, NAME, slug="hidden-2", collaborative=entry)
    tell.section(case, NAME)
    tell.voice(case, NAME, organisation=trust)
    for relation, draft in (
        ("collaboratives", alliance),
        ("organisations", trust),
        ("governance_models", GovernanceModel.objects.get(name=NAME)),
    ):
        getattr(case, relation).set(getattr(told, relation).all())
        getattr(told, relation).add(draft)
    case.themes.set(Theme.objects.all())


def lead_to_publications(public):
    """As where a survey is reported, as what came of an event, and as what that came from."""
    report = library.resource(
        NAME, published=public, page_here="/insights/survey-of-leaders/", description=NAME
    )
    Survey.objects.update(publication=report)
    library.event(came_of_it=report)
    library.event(
        NAME, slug="hidden-event", published=public, host=NAME, came_of_it=library.publication()
    )


def ask_and_rate(public):
    """A question for boards, a survey and a domain of the matrix, with all they hold."""
    asked = library.question(NAME, slug="hidden-question", published=public)
    library.link(asked, NAME, "/resources/working-together/")
    ask.finding(ask.question(ask.survey(**MARKED, published=public), NAME, slug="hidden"), NAME)
    maturity.objective(
        maturity.subdomain(maturity.domain(**MARKED, number=2, published=public), **MARKED), NAME
    )


def publishables():
    return [model for model in apps.get_models() if issubclass(model, Publishable)]


def withdraw():
    """Make drafts of all that are called after the marker, as a curator does."""
    for model in publishables():
        for row in model.objects.all():
            if MARKER in str(row):
                row.status = Publishable.Status.DRAFT
                row.save()


def relations():
    """Every field that leads to something curators publish."""
    for model in apps.get_models():
        fields = [*model._meta.fields, *model._meta.many_to_many]
        if not hasattr(model, "instance_type"):
            yield from (f for f in fields if f.related_model in publishables())


def text_of(client, address):
    """What stands at an address; of a workbook, in all of its parts."""
    response = client.get(address)
    content = response.getvalue()
    assert response.status_code == 200, address
    if address.endswith(".xlsx"):
        book = zipfile.ZipFile(io.BytesIO(content))
        content = b"".join(map(book.read, book.namelist()))
    return content.decode()


def test_the_drafts_stand_wherever_one_thing_can_lead_to_another(drafts):
    lacking = {
        f"{field.model.__name__}.{field.name}"
        for field in relations()
        if not field.model.objects.filter(**{f"{field.name}__status": "draft"}).exists()
    }
    assert lacking == NEVER_DRAFTS


def test_nothing_of_them_is_at_any_address(client, drafts):
    addresses = [*ADDRESSES, *MORE_ADDRESSES]
    told = [each for each in addresses if MARKER.lower() in text_of(client, each).lower()]
    assert told == []


def test_no_words_of_them_find_anything(client, drafts):
    assert "0 results for “neighbour”" in get(client, "/search/?q=neighbour")
    for listing in (each for each in LISTINGS if isinstance(each, Listing)):
        found = json.loads(text_of(client, f"{listing.address[:-1]}.json?q=neighbour"))
        assert found["results"] == [], listing.name


def test_they_have_no_pages(client, drafts):
    pages = [
        row.get_absolute_url()
        for model in publishables()
        for row in model.objects.filter(status=Publishable.Status.DRAFT)
        if "#" not in row.get_absolute_url()
    ]
    assert len(pages) == 7
    assert {client.get(page).status_code for page in pages} == {404}
