"""Curators who save at the very same moment: one wins, the others are told, nobody waits long."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from browse.models import Document
from directory.models import Collaborative, Membership, Organisation
from tests.directory import factories as make
from tests.directory.admin.curators import curator, signed_in
from tests.directory.admin.pages import Page, address

pytestmark = pytest.mark.django_db(transaction=True)

CURATORS = 6


@pytest.fixture
def clients():
    return [signed_in(curator(f"curator{n}")) for n in range(CURATORS)]


def at_once(*requests):
    """The answers to requests that are all sent at the same moment, each in its own thread."""
    start = Barrier(len(requests))

    def send(request):
        start.wait(timeout=30)
        try:
            return request()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(requests)) as threads:
        return list(threads.map(send, requests))


def statuses(responses):
    return sorted(response.status_code for response in responses)


def test_of_several_saves_of_the_same_edition_exactly_one_wins(clients):
    alliance = make.collaborative()
    pages = [Page(client, alliance) for client in clients]
    for number, page in enumerate(pages):
        page["summary"] = f"Version {number}"
        page.add("aliases", name=f"Alias {number}", kind="short")

    responses = at_once(*(page.save for page in pages))

    assert statuses(responses) == [200] * (CURATORS - 1) + [302]
    winner = next(n for n, response in enumerate(responses) if response.status_code == 302)
    alliance.refresh_from_db()
    assert (alliance.summary, alliance.revision) == (f"Version {winner}", 2)
    assert [alias.name for alias in alliance.aliases.all()] == [f"Alias {winner}"]
    for response in responses:
        assert response.status_code == 302 or response.context["conflict"].people


def test_saves_of_different_entries_all_succeed(clients):
    trust = make.organisation()
    alliances = [make.collaborative(f"Alliance {number}") for number in range(CURATORS)]
    pages = [Page(client, entry) for client, entry in zip(clients, alliances, strict=True)]
    for page in pages:
        citations = [make.citation().pk]
        page.add("memberships", organisation=trust.pk, role="member", citations=citations)

    assert statuses(at_once(*(page.save for page in pages))) == [302] * CURATORS
    assert Membership.objects.filter(organisation=trust).count() == CURATORS


def test_a_member_and_its_collaborative_can_be_saved_together(clients):
    alliance, trust = make.collaborative(), make.organisation("Alder Trust")
    make.membership(alliance, trust)
    of_trust, of_alliance = Page(clients[0], trust), Page(clients[1], alliance)
    of_trust["short_name"] = "OAK"
    of_alliance["short_name"] = "ELM"

    assert statuses(at_once(of_trust.save, of_alliance.save)) == [302, 302]
    document = Document.objects.get(listing="collaboratives")
    assert "elm" in document.names
    assert "oak" in document.body


def test_of_several_additions_under_the_same_address_one_wins(clients):
    pages = [Page(client, "/admin/directory/collaborative/add/") for client in clients]
    for page in pages:
        page.update(name="New", slug="new", summary="New.")

    assert statuses(at_once(*(page.save for page in pages))) == [200] * (CURATORS - 1) + [302]
    assert Collaborative.objects.count() == 1


def test_bulk_actions_and_saves_do_not_wait_for_each_other_in_a_ring(clients):
    entries = [make.organisation(f"Trust {number}") for number in range(4)]
    keys = [entry.pk for entry in entries]
    pages = [Page(client, entry) for client, entry in zip(clients, entries, strict=False)]
    for page in pages:
        page["note"] = "Seen."

    def act(client, order):
        data = {"action": "confirm_selected", "_selected_action": order}
        return lambda: client.post("/admin/directory/organisation/", data)

    actions = [act(clients[4], keys), act(clients[5], keys[::-1])]
    answers = at_once(*actions, *(page.save for page in pages))

    assert {response.status_code for response in answers} <= {200, 302}
    assert Organisation.objects.filter(last_verified=None).count() == 0


def test_deleting_and_saving_at_once_is_no_error(clients):
    alliance = make.collaborative()
    make.membership(alliance, make.organisation())
    page = Page(clients[0], alliance)
    page["summary"] = "Kept?"

    def delete():
        return clients[1].post(address(alliance, "delete"), {"post": "yes"})

    assert {response.status_code for response in at_once(page.save, delete)} <= {200, 302}
    assert User.objects.count() == CURATORS


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer begin.")
def test_whoever_writes_waits_for_their_turn_before_holding_anything(clients):
    """Every write raises the version: who held an entry first could wait for it in a ring."""
    page = Page(clients[0], make.collaborative())
    page["summary"] = "Two trusts."

    with CaptureQueriesContext(connection) as queries:
        page.save()

    held = [query["sql"] for query in queries if "FOR NO KEY UPDATE" in query["sql"]]
    assert "browse_dataversion" in held[0]
    assert "directory_collaborative" in held[1]
