"""The governance guide, and the innovators scheme."""

import datetime

import pytest
import time_machine

from tests.directory import factories as make
from tests.pages import FOUL, MOST_QUERIES, assert_sound, facts, get, main, queries, section, table

pytestmark = pytest.mark.django_db

TODAY = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)
LAST_DAY = datetime.date(2026, 3, 31)
MODEL = "/governance/joint-committee/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


class TestGuide:
    def test_the_four_questions_stand_apart_in_their_order(self, client):
        make.governance_model("Merger", family="model", order=2)
        make.governance_model("Lead provider", family="model", order=1)
        make.governance_model("Joint committee", family="decision-forum")
        page = get(client, "/governance/")
        models = section(page, "model")
        assert models.startswith(
            "Who leads? Governance models Lead provider What Lead provider is."
        )
        assert models.endswith(
            "Merger What Merger is. No published collaborative is known to use it today"
        )
        assert section(page, "decision-forum").startswith("Where are decisions made?")
        assert "Nothing has been published on this question yet" in section(page, "delegation")

    def test_it_counts_who_uses_each_today(self, client):
        model = make.governance_model("Joint committee")
        north = make.collaborative("North")
        make.arrangement(north, model, since="2019")
        make.arrangement(north, model, since="2021")
        make.arrangement(make.collaborative("South"), model, until="2020")
        make.arrangement(make.collaborative("Draft", published=False), model)
        page = get(client, "/governance/")
        assert "Used by 1 collaborative (Joint committee) today" in main(page)
        assert 'href="/collaboratives/?governance=joint-committee"' in page

    def test_points_stand_by_subject_below_the_families(self, client):
        make.governance_point("Mission creep", kind="risk", text="It grows.", note="Printed so.")
        make.governance_point("Trust", kind="enabler", order=2)
        make.governance_point("Leadership", kind="enabler", order=1)
        page = get(client, "/governance/")
        assert page.index('id="delegation"') < page.index('id="what-it-takes"')
        takes = section(page, "what-it-takes")
        assert takes.startswith("What it takes Key enablers Leadership. Why Leadership.")
        assert takes.index("Leadership.") < takes.index("Trust.")
        risks = section(page, "risks-and-lessons")
        assert "Mission creep. It grows. [Source 1a]" in risks
        assert "Note: Printed so." in risks
        assert 'id="powers-and-money"' not in page

    def test_a_point_about_a_model_leads_to_it(self, client):
        point = make.governance_point("Bound", governance_model=make.governance_model())
        about = "About: Committees in common."
        assert about in section(get(client, "/governance/"), "answering")
        assert point.get_absolute_url() == "/governance/committees-in-common/#point-bound"

    def test_no_draft_point_shows_nor_one_about_a_draft(self, client):
        make.governance_point("Hidden", published=False)
        unseen = make.governance_model("Unseen", published=False)
        make.governance_point("Hidden as well", governance_model=unseen)
        page = get(client, "/governance/")
        assert "Hidden" not in page
        assert "Unseen" not in page

    def test_it_takes_as_many_queries_however_many_there_are(self, client):
        make.governance_point("First", governance_model=make.governance_model("First model"))
        few = queries(client, "/governance/")
        for n in range(20):
            make.governance_point(f"P {n}", governance_model=make.governance_model(f"M {n}"))
            make.arrangement(make.collaborative(f"C {n}"), make.governance_model(f"G {n}"))
        assert queries(client, "/governance/") == few <= MOST_QUERIES
        assert_sound(get(client, "/governance/"))


class TestModel:
    def test_it_says_what_it_is_and_what_it_rests_on(self, client):
        make.governance_model(
            "Joint committee",
            decisions="It decides for all.",
            legal_basis="Section 65Z6.",
            fits="Binding decisions.\n\nFew partners.",
            limits="",
        )
        words = main(get(client, MODEL))
        assert "Decision forum - Joint committee What Joint committee is. [Source 1a]" in words
        assert "Who decides, and what binds whom It decides for all." in words
        assert "Legal basis Section 65Z6." in words
        assert "Where it fits Binding decisions. Few partners." in words
        assert "Limits and risks Not stated in the sources" in words

    def test_it_says_what_there_is_to_know_about_it_alone(self, client):
        model = make.governance_model("Joint committee")
        make.governance_point("Binding", kind="risk", governance_model=model)
        make.governance_point("Hidden", published=False, governance_model=model)
        make.governance_point("General")
        page = get(client, MODEL)
        assert "More about it Risks Binding. Why Binding. [Source 1a]" in section(page, "more")
        assert "Hidden" not in page
        assert "General" not in page

    def test_it_says_who_uses_it_and_who_used_it(self, client):
        model = make.governance_model("Joint committee")
        make.arrangement(make.collaborative("South"), model, since="2023-11", note="Four trusts.")
        make.arrangement(make.collaborative("North"), model)
        make.arrangement(make.collaborative("West"), model, since="2018", until="2020")
        page = get(client, MODEL)
        assert table(page, "In use today") == [
            ["North [Source 1a]", "Not stated"],
            ["South [Source 1a]Four trusts.", "since November 2023"],
        ]
        assert table(page, "Used in the past") == [["West [Source 1a]", "2018 to 2020"]]

    def test_no_draft_shows(self, client):
        model = make.governance_model("Joint committee")
        make.governance_model("Draft forum", published=False)
        make.arrangement(make.collaborative("Draft", published=False), model)
        assert "Draft" not in get(client, MODEL)
        assert "Draft" not in get(client, "/governance/")
        assert client.get("/governance/draft-forum/").status_code == 404

    def test_foul_text_is_shown_as_text(self, client):
        texts = dict.fromkeys(["summary", "decisions", "legal_basis", "fits", "limits"], FOUL)
        model = make.governance_model(FOUL, slug="joint-committee", **texts)
        make.arrangement(make.collaborative(FOUL), model, note=FOUL)
        foul = {"text": FOUL, "note": FOUL, "governance_model": model}
        make.governance_point(FOUL, slug="foul", **foul)
        for page in (get(client, MODEL), get(client, "/governance/")):
            assert "<script>alert" not in page
            assert "<img" not in page
            assert main(page).count(FOUL) > 1

    def test_a_page_takes_as_many_queries_however_many_use_it(self, client):
        model = make.governance_model("Joint committee")
        few = queries(client, MODEL)
        for n in range(20):
            make.arrangement(make.collaborative(f"Now {n}"), model)
            make.arrangement(make.collaborative(f"Then {n}"), model, until="2020")
        assert queries(client, MODEL) == few <= MOST_QUERIES
        assert_sound(get(client, MODEL))


class TestInnovators:
    def test_they_stand_in_their_number_order(self, client):
        make.collaborative("Beta", innovator=True, innovator_number=1)
        make.collaborative("Alpha", innovator=True, innovator_number=2)
        make.collaborative("Not in it")
        words = main(get(client, "/innovators/"))
        assert words.index("1. Beta") < words.index("2. Alpha")
        assert "Not in it" not in words

    def test_each_stands_with_systems_members_and_what_the_source_says(self, client):
        old = make.system("North Central London", "QMJ", closed=LAST_DAY)
        make.system_succession(old, make.system("West and North London", "Z9B2Z"))
        entry = make.collaborative(innovator=True, innovator_number=1, systems=[old])
        make.membership(entry, make.organisation())
        make.membership(entry, make.organisation("Gone"), until="2020")
        make.statement(entry, "innovator", "Number 1 of nine")
        shown = facts(get(client, "/innovators/"))
        assert shown == {
            "In the scheme": "Number 1 of nine [Source 1a]",
            "Systems": "North Central London (closed 31 March 2026, now West and North London)",
            "Members": "Alder Trust",
        }

    def test_members_told_of_in_words_only_are_told_so(self, client):
        entry = make.collaborative(innovator=True, innovator_number=1)
        make.statement(entry, "membership", "Five trusts")
        assert facts(get(client, "/innovators/"))["Members"] == "Five trusts"

    def test_no_draft_shows(self, client):
        make.collaborative("Draft", published=False, innovator=True, innovator_number=1)
        entry = make.collaborative(innovator=True, innovator_number=2)
        make.membership(entry, make.organisation("Draft Trust", published=False))
        assert "Draft" not in get(client, "/innovators/")

    def test_it_takes_as_many_queries_however_many_they_are(self, client):
        self.add([0])
        few = queries(client, "/innovators/")
        self.add(range(1, 9))
        assert queries(client, "/innovators/") == few <= MOST_QUERIES
        assert_sound(get(client, "/innovators/"))

    def add(self, numbers):
        """One of the scheme, with all that is shown of it, for each of these numbers."""
        for n in numbers:
            old = make.system(f"Old {n}", f"O{n:02}", closed=LAST_DAY)
            new = make.system(f"New {n}", f"N{n:02}")
            make.system_succession(old, new)
            entry = make.collaborative(f"C {n}", innovator=True, systems=[old, new])
            make.membership(entry, make.organisation(f"T {n}"))
            make.statement(entry, "innovator", f"Number {n}")
