"""What changed in public data, on a page and in a feed: never what was done to a draft."""

import datetime
from xml.etree import ElementTree

import pytest
import time_machine

from collabportal.updates import telling
from directory.briefings import REASON
from directory.models import Collaborative, Interest
from tests.directory import factories as make
from tests.library import factories as library
from tests.maturity import factories as maturity
from tests.pages import FOUL, MOST_QUERIES, get, main

pytestmark = pytest.mark.django_db

FIRST = datetime.datetime(2026, 5, 1, 12, tzinfo=datetime.UTC)
LATER = datetime.datetime(2026, 6, 2, 12, tzinfo=datetime.UTC)
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def alliance():
    with time_machine.travel(FIRST):
        return make.collaborative("Northern Alliance", summary="It shares staff.")


def told(client, query=""):
    return main(get(client, "/updates/" + query))


def feed(client):
    response = client.get("/updates.atom")
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)


def titles(client):
    return [entry.findtext("a:title", "", ATOM) for entry in feed(client).findall("a:entry", ATOM)]


def edit(entry, **fields):
    for name, value in fields.items():
        setattr(entry, name, value)
    with time_machine.travel(LATER):
        entry.save()


def test_a_new_entry_is_told_with_its_day(client, alliance):
    assert "1 May 2026 Collaborative added: Northern Alliance" in told(client)
    assert 'href="/collaboratives/northern-alliance/"' in get(client, "/updates/")


def test_an_edit_names_the_fields_that_changed(client, alliance):
    edit(alliance, summary="It shares surgeons.")
    assert "2 June 2026 Collaborative edited (summary): Northern Alliance" in told(client)


def test_the_same_edit_is_told_once_a_day(client, alliance):
    for number in range(3):
        edit(alliance, summary=f"It shares {number} surgeons.")
    edit(alliance, short_name="NA")
    assert told(client).count("Collaborative edited (summary): Northern Alliance") == 1
    assert told(client).count("Collaborative edited (short name): Northern Alliance") == 1
    assert sum("edited" in title for title in titles(client)) == 2


def test_questions_for_boards_and_the_matrix_are_told_too(client):
    with time_machine.travel(FIRST):
        library.question("What are we for?")
        library.question("Secret?", topic=library.topic("Secrets"), published=False)
        maturity.domain("System working")
    found = told(client)
    assert "Question for boards added: What are we for?" in found
    assert "Domain of the maturity matrix added: System working" in found
    assert "Secret" not in found


def test_a_save_that_changed_nothing_is_not_told(client, alliance):
    edit(alliance)
    assert "2 June" not in told(client)


def test_a_check_against_the_sources_is_told(client, alliance):
    edit(alliance, last_verified=datetime.date(2026, 6, 2))
    assert "Collaborative checked against its sources: Northern Alliance" in told(client)


def test_one_who_joins_and_leaves(client, alliance):
    with time_machine.travel(FIRST):
        trust = make.organisation("Alder Trust")
    with time_machine.travel(LATER):
        member = make.membership(alliance, trust, since="2026-06")
    assert "Joined: Alder Trust, in Northern Alliance from June 2026" in told(client)
    edit(member, until="2026-07")
    assert "Left: Alder Trust, from Northern Alliance, July 2026" in told(client)
    with time_machine.travel(LATER):
        member.delete()
    assert "No longer listed: Alder Trust, as a member of Northern Alliance" in told(client)


def test_governance_that_changes(client, alliance):
    with time_machine.travel(FIRST):
        committee = make.governance_model("Joint committee")
    with time_machine.travel(LATER):
        use = make.arrangement(alliance, committee)
    assert "Governance of Northern Alliance: Joint committee added" in told(client)
    edit(use, until="2026-07-01")
    assert "Governance of Northern Alliance: Joint committee ended, 1 July 2026" in told(client)


def test_lines_of_one_list_are_told_once_a_day(client, alliance):
    with time_machine.travel(LATER):
        line = make.interest(alliance, "Share banks", kind=Interest.Kind.SHARE)
        make.interest(alliance, "Share beds", kind=Interest.Kind.SHARE)
    edit(line, text="Share hubs")
    with time_machine.travel(LATER):
        line.delete()
    assert told(client).count("Learning to share of Northern Alliance edited") == 1


def test_words_that_a_curator_took_back_are_gone(client, alliance):
    with time_machine.travel(LATER):
        line = make.interest(alliance, "Ask Jane Doe, jane@example.org")
    edit(line, text="Share banks")
    with time_machine.travel(LATER):
        line.delete()
    assert "Jane" not in told(client) + str(titles(client))
    assert "jane@example.org" not in told(client) + str(titles(client))


def test_what_an_entry_was_published_with_is_told_by_its_being_added(client):
    with time_machine.travel(FIRST):
        make.membership(make.collaborative(), make.organisation())
    assert "Joined" not in told(client)


class TestDrafts:
    def test_a_draft_is_never_told(self, client):
        draft = make.collaborative("Hidden", published=False)
        make.membership(draft, make.organisation("Alder Trust"))
        assert "Hidden" not in told(client) + str(titles(client))

    def test_what_was_done_while_it_was_a_draft_is_not_told_once_it_is_published(self, client):
        with time_machine.travel(FIRST):
            entry = make.collaborative("Fresh", published=False, summary="Hidden words.")
            make.membership(entry, make.organisation("Alder Trust"))
            line = make.interest(entry, "Hidden line")
            line.delete()
        edit(entry, status="published")
        page = told(client)
        assert "2 June 2026 Collaborative added: Fresh" in page
        assert "1 May 2026 Collaborative" not in page
        assert "Hidden" not in page
        assert "Joined" not in page

    def test_an_entry_that_is_withdrawn_is_gone(self, client, alliance):
        edit(alliance, status="draft")
        assert "Northern" not in told(client)

    def test_a_line_written_while_it_was_withdrawn_is_not_told(self, client, alliance):
        edit(alliance, status="draft")
        with time_machine.travel(LATER + datetime.timedelta(hours=1)):
            make.interest(alliance, "Written in private").delete()
        with time_machine.travel(LATER + datetime.timedelta(days=1)):
            alliance.status = "published"
            alliance.save()
        assert "riorities" not in told(client)
        assert "edited" not in told(client)

    def test_a_member_or_model_that_is_a_draft_is_not_named(self, client, alliance):
        with time_machine.travel(LATER):
            make.membership(alliance, make.organisation("Hidden Trust", published=False))
            make.arrangement(alliance, make.governance_model("Hidden model", published=False))
        assert "Hidden" not in told(client)

    def test_one_who_joined_as_a_draft_is_not_told_to_have_joined_once_it_is_published(
        self, client, alliance
    ):
        member, model = (
            make_one("Fresh", published=False)
            for make_one in (make.organisation, make.governance_model)
        )
        with time_machine.travel(LATER):
            make.membership(alliance, member)
            make.arrangement(alliance, model)
        with time_machine.travel(LATER + datetime.timedelta(days=1)):
            for entry in (member, model):
                entry.status = "published"
                entry.save()
        assert "Organisation added: Fresh" in told(client)
        assert "Joined" not in told(client)
        assert "Governance of" not in told(client)


def test_a_load_is_told_in_one_sentence_a_kind(client):
    with time_machine.travel(FIRST):
        for number in range(5):
            entry = make.collaborative(f"Alliance {number}")
            entry.history.update(history_change_reason=REASON)
    assert "5 collaboratives added from the sources" in told(client)
    assert "Alliance 3" not in told(client)


def test_facts_that_came_in_one_load_are_told_in_one_sentence(client, alliance):
    with time_machine.travel(LATER):
        for number in range(5):
            member = make.membership(alliance, make.organisation(f"Trust {number}"))
            member.history.update(history_change_reason=REASON)
    assert "5 changes to the members of collaboratives, from the sources" in told(client)
    assert "Joined" not in told(client)


def test_a_day_read_in_part_is_not_counted(client, monkeypatch):
    with time_machine.travel(FIRST):
        entries = [make.collaborative(f"Alliance {number}") for number in range(5)]
        Collaborative.history.update(history_change_reason=REASON)
    edit(entries[4], summary="It shares surgeons.")
    monkeypatch.setattr(telling, "WINDOW", 4)
    assert "Collaborative edited (summary): Alliance 4" in told(client)
    assert "collaboratives added" not in told(client)
    assert "Collaborative added" not in told(client)


def test_who_did_it_and_why_stays_with_the_curators(client, alliance, admin_user):
    record = alliance.history.first()
    record.history_user, record.history_change_reason = admin_user, "A private reason"
    record.save()
    page = get(client, "/updates/") + client.get("/updates.atom").content.decode()
    assert "private reason" not in page
    assert admin_user.username not in told(client)


@pytest.fixture
def edits(alliance):
    """Forty-five days with an edit, so that there are three pages with the additions."""
    for number in range(45):
        alliance.summary = f"Summary {number}"
        with time_machine.travel(LATER + datetime.timedelta(days=number)):
            alliance.save()


class TestPages:
    def test_twenty_stand_on_a_page_and_the_rest_on_others(self, client, edits):
        page = get(client, "/updates/")
        assert page.count("Collaborative edited") == 20
        assert "<title>Updates (page 1 of 3)" in page
        assert 'href="/updates/?page=2"' in page
        assert "Collaborative added: Northern Alliance" in told(client, "?page=3")

    @pytest.mark.parametrize(
        ("asked", "shown"),
        [("0", 1), ("-1", 1), ("abc", 1), ("", 1), ("%00", 1), ("4", 3), ("9" * 30, 3)],
    )
    def test_a_page_that_is_not_there_is_the_nearest(self, client, edits, asked, shown):
        assert f"(page {shown} of 3)" in get(client, f"/updates/?page={asked}")

    def test_what_cannot_be_asked_is_named(self, client, edits):
        page = told(client, "?q=north&page=2&x=%3Cb%3E&page=3&utm_source=mail")
        assert "There is nothing called “q” to choose here." in page
        assert "There is nothing called “x” to choose here." in page
        assert "“page” is given more than once" in page
        assert "utm_source" not in page

    def test_one_page_offers_no_others(self, client, alliance):
        assert "Pagination" not in get(client, "/updates/")


def test_foul_text_is_text(client):
    make.collaborative(FOUL + "\x0b", slug="foul")
    assert "<script>alert" not in get(client, "/updates/")
    assert titles(client)[0] == f"Collaborative added: {FOUL}"


def test_the_feed_says_the_same_with_addresses_and_names_of_its_own(client, alliance):
    edit(alliance, summary="It shares surgeons.")
    entries = feed(client).findall("a:entry", ATOM)
    assert feed(client).findtext("a:author/a:name", "", ATOM)
    assert titles(client)[0] == "Collaborative edited (summary): Northern Alliance"
    assert "Collaborative added: Northern Alliance" in titles(client)
    link = entries[0].find("a:link", ATOM).get("href")
    assert link == "http://testserver/collaboratives/northern-alliance/"
    assert entries[0].findtext("a:updated", "", ATOM).startswith("2026-06-02T12:00:00")
    ids = [entry.findtext("a:id", "", ATOM) for entry in entries]
    assert len(ids) == len(set(ids))


def test_a_repeat_visit_to_the_feed_costs_nothing(client, alliance):
    name = client.get("/updates.atom").headers["ETag"]
    assert client.get("/updates.atom", headers={"If-None-Match": name}).status_code == 304


def test_it_takes_as_many_queries_however_much_happened(client, django_assert_max_num_queries):
    with time_machine.travel(FIRST):
        entries = [make.collaborative(f"Alliance {number}") for number in range(20)]
    with time_machine.travel(LATER):
        for number, entry in enumerate(entries):
            make.membership(entry, make.organisation(f"Trust {number}"))
            make.arrangement(entry, make.governance_model(f"Model {number}"))
            make.interest(entry)
    with django_assert_max_num_queries(MOST_QUERIES):
        get(client, "/updates/")
    with django_assert_max_num_queries(MOST_QUERIES):
        feed(client)
