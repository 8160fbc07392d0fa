"""Loading the briefings: fills once, then never undoes what a curator did."""

from io import StringIO

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from directory.briefings import REASON
from directory.fixtures import FixtureEntry, every_file, key_of, read
from directory.models import (
    Collaborative,
    Interest,
    Membership,
    Organisation,
    Region,
    Statement,
    Theme,
)
from library.models import Citation, Cited, Publication

pytestmark = pytest.mark.django_db

SMALL = {
    "publications.yaml": """
- model: library.publication
  fields: {title: A briefing, slug: a-briefing, publisher: Somebody, kind: briefing,
           date: 2023-12-05}
""",
    "places.yaml": """
- model: directory.region
  fields: {name: North, slug: north, ods_code: Y99, citations: [[a-briefing, Places]]}
""",
    "vocabulary.yaml": """
- model: directory.theme
  fields: {name: Workforce, slug: workforce}
- model: directory.theme
  fields: {name: Cancer, slug: cancer}
""",
    "organisations.yaml": """
- model: directory.organisation
  fields: {name: A Trust, slug: a-trust, ods_code: R1A, kind: nhs-trust, status: published,
           citations: [[a-briefing, Members]]}
""",
    "collaboratives.yaml": """
- model: directory.collaborative
  fields: {name: The Alliance, slug: the-alliance, summary: Two trusts., status: published,
           regions: [[north]], established: "2019", citations: [[a-briefing, Members]]}
- model: directory.collaborative
  fields: {name: Its Part, slug: its-part, summary: One of two., part_of: [the-alliance],
           citations: [[a-briefing, Members]]}
""",
    "memberships.yaml": """
- model: directory.membership
  fields: {collaborative: [the-alliance], organisation: [a-trust], since: 2021-04,
           citations: [[a-briefing, Members]]}
""",
    "interests.yaml": """
- model: directory.interest
  fields: {collaborative: [the-alliance], kind: priority, text: A shared bank of staff,
           themes: [[workforce], [cancer]], citations: [[a-briefing, Priorities]]}
- model: directory.interest
  fields: {collaborative: [the-alliance], kind: share, text: How to begin,
           citations: [[a-briefing, Priorities], [a-briefing, Members]]}
""",
}


@pytest.fixture
def folder(tmp_path):
    """A small set of fixtures that a test may rewrite."""
    for file in every_file():
        (tmp_path / file).write_text(SMALL.get(file, ""), encoding="utf-8")
    return tmp_path


@pytest.fixture
def load(folder):
    def load(*options):
        out = StringIO()
        call_command("load_briefings", *options, fixtures=folder, stdout=out)
        return out.getvalue()

    return load


def rewrite(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def interest(text):
    return Interest.objects.get(text=text)


class TestFilling:
    def test_it_fills_an_empty_directory(self, load):
        assert "created: 10" in load()

        alliance = Collaborative.objects.get(slug="the-alliance")
        assert alliance.established == "2019"
        assert [region.slug for region in alliance.regions.all()] == ["north"]
        assert alliance.parts.get().slug == "its-part"
        assert Membership.objects.get().since == "2021-04"
        assert {t.slug for t in interest("A shared bank of staff").themes.all()} == {
            "workforce",
            "cancer",
        }

    def test_it_makes_each_citation_once(self, load):
        load()

        assert {c.locator for c in Citation.objects.all()} == {"Places", "Members", "Priorities"}
        assert interest("How to begin").citations.count() == 2

    def test_history_says_where_everything_came_from(self, load):
        load()

        newest = interest("A shared bank of staff").history.first()
        assert newest.history_change_reason == REASON
        assert newest.themes.count() == 2
        assert newest.citations.count() == 1

    def test_it_refuses_a_directory_with_entries(self, load):
        load()

        with pytest.raises(CommandError, match="--refresh"):
            load()

    def test_if_empty_keeps_what_there_is(self, load, folder):
        load("--if-empty")
        rewrite(folder, "organisations.yaml", "A Trust", "Another Trust")

        assert "kept as it is" in load("--if-empty")
        assert Organisation.objects.get().name == "A Trust"


class TestRefreshing:
    def test_a_second_run_changes_nothing(self, load):
        load()
        records = Interest.history.count()

        assert "created: 0, updated: 0, unchanged: 10, kept: 0, removed: 0" in load("--refresh")
        assert Interest.history.count() == records

    def test_it_updates_what_nobody_changed(self, load, folder):
        load()
        rewrite(folder, "interests.yaml", "[[workforce], [cancer]]", "[[cancer]]")
        rewrite(folder, "organisations.yaml", "name: A Trust", "name: A Better Trust")

        assert "updated: 2" in load("--refresh")
        assert Organisation.objects.get().name == "A Better Trust"
        assert [theme.slug for theme in interest("A shared bank of staff").themes.all()] == [
            "cancer"
        ]

    def test_a_value_that_the_fixtures_drop_is_emptied(self, load, folder):
        load()
        rewrite(folder, "collaboratives.yaml", 'established: "2019", ', "")
        load("--refresh")

        assert Collaborative.objects.get(slug="the-alliance").established == ""

    def test_it_keeps_a_curators_change(self, load, folder):
        load()
        alliance = Collaborative.objects.get(slug="the-alliance")
        alliance.summary = "Three trusts."
        alliance.save()
        rewrite(folder, "collaboratives.yaml", "Two trusts.", "Four trusts.")

        assert "kept: 1" in load("--refresh")
        alliance.refresh_from_db()
        assert alliance.summary == "Three trusts."

    def test_it_keeps_a_change_made_under_a_curators_name(self, load, folder):
        load()
        trust = Organisation.objects.get()
        trust._history_user = get_user_model().objects.create(username="curator")
        trust._change_reason = REASON
        trust.name = "The Trust"
        trust.save()

        assert "kept: 1" in load("--refresh")
        assert Organisation.objects.get().name == "The Trust"

    def test_it_keeps_themes_that_a_curator_chose(self, load):
        load()
        interest("How to begin").themes.add(Theme.objects.get(slug="cancer"))

        assert "kept: 1" in load("--refresh")
        assert interest("How to begin").themes.count() == 1

    def test_what_a_curator_deleted_stays_away(self, load):
        load()
        Membership.objects.get().delete()

        assert "created: 0" in load("--refresh")
        assert not Membership.objects.exists()

    def test_a_deleted_collaboratives_facts_stay_away_too(self, load):
        load()
        Collaborative.objects.get(slug="the-alliance").delete()

        assert "created: 0" in load("--refresh")
        assert not Interest.objects.exists()

    def test_facts_stay_when_a_curator_deletes_their_publication(self, load):
        load()
        Citation.objects.all().delete()
        Publication.objects.get().delete()

        assert "created: 0" in load("--refresh")
        assert Interest.objects.count() == 2

    def test_a_renamed_line_does_not_come_back_beside_itself(self, load):
        load()
        line = interest("How to begin")
        line.text = "How to begin well"
        line.save()
        load("--refresh")

        assert Interest.objects.filter(kind="share").get().text == "How to begin well"

    def test_a_renamed_collaborative_still_gets_its_new_facts(self, load, folder):
        load()
        alliance = Collaborative.objects.get(slug="the-alliance")
        alliance.slug = "the-new-alliance"
        alliance.save()
        rewrite(folder, "interests.yaml", "text: How to begin", "text: How to go on")
        load("--refresh")

        assert Collaborative.objects.count() == 2
        assert interest("How to go on").collaborative == alliance

    def test_it_removes_what_the_fixtures_no_longer_hold(self, load, folder):
        load()
        (folder / "memberships.yaml").write_text("")

        assert "removed: 1" in load("--refresh")
        assert not Membership.objects.exists()

    def test_it_brings_back_what_it_removed_itself(self, load, folder):
        load()
        (folder / "memberships.yaml").write_text("")
        load("--refresh")
        (folder / "memberships.yaml").write_text(SMALL["memberships.yaml"])

        assert "created: 1" in load("--refresh")

    def test_it_removes_nothing_a_curator_changed_or_added(self, load, folder):
        load()
        Statement.objects.create(
            collaborative=Collaborative.objects.get(slug="its-part"), field="region", value="North"
        )
        membership = Membership.objects.get()
        membership.note = "Confirmed by telephone."
        membership.save()
        (folder / "memberships.yaml").write_text("")

        assert "removed: 0" in load("--refresh")
        assert Membership.objects.exists()
        assert Statement.objects.exists()

    def test_it_removes_nothing_that_a_curators_work_hangs_on(self, load, folder):
        load()
        part = Collaborative.objects.get(slug="its-part")
        Statement.objects.create(collaborative=part, field="region", value="North")
        alliance = SMALL["collaboratives.yaml"].split("- model")[1]
        (folder / "collaboratives.yaml").write_text(f"- model{alliance}")

        assert "kept: 1, removed: 0" in load("--refresh")
        assert Collaborative.objects.filter(pk=part.pk).exists()


class TestBadFixtures:
    def refusal(self, load):
        with pytest.raises(CommandError) as refused:
            load()
        assert not Region.objects.exists()
        return str(refused.value)

    @pytest.mark.parametrize(
        ("old", "new", "complaint"),
        [
            ("[a-trust]", "[b-trust]", "no organisation “b-trust” stands before"),
            ("since: 2021-04", "since: spring", "“spring” is none"),
            ("since: 2021-04", "begun: 2021-04", "no field begun"),
            ("collaborative: [the-alliance], ", "", "collaborative"),
            (",\n           citations: [[a-briefing, Members]]", "", "it has no source"),
            ("[a-briefing, Members]", "[a-rumour, Members]", "no publication “a-rumour”"),
        ],
    )
    def test_it_names_file_and_entry(self, load, folder, old, new, complaint):
        rewrite(folder, "memberships.yaml", old, new)

        said = self.refusal(load)
        assert "memberships.yaml, entry 1 (directory.membership" in said
        assert complaint in said

    def test_it_names_an_entry_that_stands_twice(self, load, folder):
        (folder / "memberships.yaml").write_text(SMALL["memberships.yaml"] * 2)

        said = self.refusal(load)
        assert "memberships.yaml, entry 2" in said
        assert "twice" in said

    def test_it_names_a_choice_that_does_not_exist(self, load, folder):
        rewrite(folder, "interests.yaml", "kind: share", "kind: sharing")

        assert "interests.yaml, entry 2" in self.refusal(load)

    @pytest.mark.parametrize(
        "text", ["- model: auth.user\n  fields: {}", "- 7", "a: b", "- [", "- model: directory.x"]
    )
    def test_it_names_a_file_it_cannot_use(self, load, folder, text):
        (folder / "contacts.yaml").write_text(text)

        assert "contacts.yaml" in self.refusal(load)

    def test_it_names_a_missing_file(self, load, folder):
        (folder / "contacts.yaml").unlink()

        assert "contacts.yaml" in self.refusal(load)


SOURCES = ("briefing", "reference")  # what facts cite speaks for itself


class TestTheBriefings:
    """The portal's own fixtures, as files: loading them is tested with their facts."""

    entries = [
        entry for file in every_file() for entry in read(settings.BASE_DIR / "fixtures" / file)
    ]

    def test_every_fact_has_a_source(self):
        facts = [entry for entry in self.entries if issubclass(entry.model, Cited)]
        unsourced = [entry for entry in facts if not entry.fields.get("citations")]

        assert [str(e) for e in unsourced if e.fields.get("evidence") not in SOURCES] == []

    def test_nothing_stands_twice(self):
        known_by = [str(entry).split("(")[1:] for entry in self.entries]

        assert len({tuple(names) for names in known_by}) == len(self.entries)

    def test_entries_are_named_by_what_is_unique_about_them(self):
        entry = FixtureEntry("memberships.yaml", 3, Membership, {"collaborative": ["the-alliance"]})

        assert [field.name for field in key_of(Membership)] == [
            "collaborative",
            "organisation",
            "since",
        ]
        assert str(entry) == "memberships.yaml, entry 3 (directory.membership: the-alliance, , )"
