"""The path from what partners want to do to the ways of governing that fit it."""

from html import unescape

import pytest
from django.http import QueryDict

from directory import choosing
from directory.choosing import QUESTIONS, RULES, options, read
from directory.models import GovernanceModel
from tests.directory import factories as make
from tests.directory.briefings.reading import loaded_briefings
from tests.pages import FOUL, MOST_QUERIES, assert_sound, get, main, queries

PAGE = "/governance/choose/"

# What the sources say: these answers, this way of governing, and how it fits.
TABLE = [
    ({"purpose": "service", "money": "contract"}, "lead-provider", "fits"),
    ({"purpose": "service", "money": "none"}, "lead-provider", "in part"),
    ({"leaders": "yes"}, "shared-leadership", "fits"),
    ({"leaders": "no"}, "shared-leadership", "does not fit"),
    ({"purpose": "decide", "leaders": "no"}, "provider-leadership-board", "fits"),
    ({"purpose": "decide", "binding": "nobody"}, "provider-leadership-board", "in part"),
    ({"purpose": "learn", "leaders": "no"}, "provider-leadership-board", "does not fit"),
    ({"purpose": "merge"}, "merger-or-acquisition", "fits"),
    ({"purpose": "merge", "binding": "nobody"}, "advisory-group", "in part"),
    ({"purpose": "merge", "binding": "nobody"}, "memorandum-of-understanding", "in part"),
    ({"purpose": "merge", "leaders": "yes"}, "shared-leadership", "in part"),
    ({"purpose": "learn"}, "merger-or-acquisition", "does not fit"),
    ({"purpose": "learn", "binding": "nobody"}, "advisory-group", "fits"),
    ({"purpose": "learn", "binding": "all"}, "advisory-group", "in part"),
    ({"binding": "own"}, "individuals-with-delegated-authority", "fits"),
    ({"binding": "all"}, "individuals-with-delegated-authority", "does not fit"),
    ({"purpose": "decide", "binding": "own"}, "committees-in-common", "fits"),
    ({"purpose": "decide", "binding": "nobody"}, "committees-in-common", "in part"),
    ({"binding": "all"}, "committees-in-common", "does not fit"),
    ({"members": "others"}, "committees-in-common", "does not fit"),
    ({"purpose": "decide"}, "joint-committee", "fits"),
    ({"purpose": "decide", "binding": "own"}, "joint-committee", "in part"),
    ({"purpose": "decide"}, "individuals-with-delegated-authority", "fits"),
    ({"purpose": "decide"}, "joint-exercise-of-functions", "fits"),
    ({"binding": "all", "money": "pool"}, "joint-committee", "fits"),
    ({"members": "others"}, "joint-committee", "fits"),
    ({"members": "councils"}, "joint-committee", "does not fit"),
    ({"members": "councils", "money": "pool"}, "section-75-agreement", "fits"),
    ({"members": "trusts", "money": "pool"}, "section-75-agreement", "in part"),
    ({"binding": "nobody"}, "memorandum-of-understanding", "fits"),
    ({"binding": "all"}, "memorandum-of-understanding", "does not fit"),
    ({"purpose": "service"}, "collaboration-agreement", "fits"),
    ({"purpose": "service", "members": "others"}, "contractual-joint-venture", "fits"),
    ({"purpose": "service"}, "corporate-joint-venture", "fits"),
    ({"money": "risk"}, "risk-and-gain-share", "fits"),
    ({"money": "none"}, "risk-and-gain-share", "does not fit"),
    ({"binding": "all"}, "joint-exercise-of-functions", "fits"),
    ({"binding": "nobody"}, "joint-exercise-of-functions", "does not fit"),
    ({"purpose": "service"}, "external-delegation", "fits"),
]


@pytest.mark.parametrize(("answers", "model", "fit"), TABLE)
def test_what_answers_lead_to(answers, model, fit):
    found = {option.model: option for option in options(answers)}
    assert found[model].fit == fit
    assert bool(found[model].why) == (fit != "does not fit")
    assert bool(found[model].why_not) == (fit != "fits")


def test_nothing_but_a_merger_fits_those_who_want_one():
    for answers in ({}, {"leaders": "no"}, {"binding": "nobody", "leaders": "no"}):
        found = options({"purpose": "merge", **answers})
        assert [o.model for o in found if o.fit == "fits"] == ["merger-or-acquisition"]


def test_what_most_speaks_for_comes_first():
    found = options({"purpose": "service", "money": "contract", "members": "others"})
    assert found[0].model == "lead-provider"
    assert [len(o.why) for o in found] == sorted((len(o.why) for o in found), reverse=True)


def test_every_model_of_the_rules_is_tried_above():
    assert {model for _, model, _ in TABLE} == RULES.keys()


def test_the_rules_speak_of_answers_that_can_be_given():
    answers = {question.key: question.answers for question in QUESTIONS}
    for rules in RULES.values():
        for speaks, question, wanted, reason in rules:
            assert speaks in (choosing.FOR, choosing.AGAINST)
            assert set(wanted.split()) <= answers[question].keys()
            assert reason.endswith(".")


def test_no_answer_leads_nowhere():
    assert options({}) == []


def test_an_answer_is_taken_as_a_whole_word():
    assert not [o for o in options({"binding": "al", "purpose": "x"}) if o.why or o.why_not]


@pytest.mark.django_db
def test_the_rules_speak_of_models_there_are(django_db_blocker):
    with loaded_briefings(django_db_blocker):
        slugs = set(GovernanceModel.objects.published().values_list("slug", flat=True))
    assert RULES.keys() <= slugs


def test_reading_keeps_the_first_usable_answer():
    answers, problems = read(QueryDict("purpose=x&purpose=learn&purpose=merge&binding=&foo=1"))
    assert answers == {"purpose": "learn"}
    assert [(question.key, value) for question, value in problems] == [
        ("purpose", "x"),
        ("purpose", "merge"),
    ]


@pytest.mark.django_db
class TestPage:
    def test_it_asks_and_cautions_before_any_answer(self, client):
        words = main(get(client, PAGE))
        assert "This is not legal advice" in words
        assert all(question.text in words for question in QUESTIONS)
        assert "What fits" not in words

    def test_it_says_what_fits_why_and_why_not(self, client):
        make.governance_model("Joint committee")
        make.governance_model("Advisory group")
        page = get(client, PAGE + "?binding=all&members=councils")
        words = main(page)
        assert "What fits in part Joint committee (decision forum) Why:" in words
        assert "Why not: Councils and combined authorities can't delegate" in words
        assert "What does not fit Advisory group (decision forum) Why not:" in words
        assert 'value="councils" checked' in page

    def test_what_fits_has_limits_all_the_same(self, client):
        joint = make.governance_model("Joint committee", limits="It takes time.")
        make.governance_point("Bound", kind="risk", text="It binds.", governance_model=joint)
        make.governance_model("Joint exercise of functions")
        words = main(get(client, PAGE + "?binding=all"))
        assert "Why not, perhaps: It takes time.Bound. It binds." in words
        assert "The sources of this guide state no limits of it." in words

    def test_it_repeats_the_answers_and_goes_on_to_compare_what_fits(self, client):
        for name in ("Joint committee", "Joint exercise of functions", "Advisory group"):
            make.governance_model(name)
        page = get(client, PAGE + "?binding=all")
        assert "You said Whom must a decision bind? All members by one decision" in main(page)
        address = "/governance/compare/?m=joint-committee&m=joint-exercise-of-functions"
        assert f'href="{address}"' in unescape(page)
        assert "There is a problem" not in get(client, address)

    def test_what_the_answers_do_not_settle_is_there_too(self, client):
        for name in ("Joint committee", "Lead provider"):
            make.governance_model(name)
        words = main(get(client, PAGE + "?binding=all"))
        assert "What your answers don’t settle" in words
        assert "nothing for or against these: Lead provider" in words

    def test_a_draft_is_no_option(self, client):
        make.governance_model("Joint committee", published=False)
        words = main(get(client, PAGE + "?binding=all"))
        assert "Joint committee" not in words
        assert "Nothing in the guide speaks for or against" in words

    @pytest.mark.parametrize("value", ["x", FOUL, "a\0b", "ALL", "x" * 3000])
    def test_a_bad_answer_is_named_and_the_rest_used(self, client, value):
        make.governance_model("Joint committee")
        response = client.get(PAGE, {"binding": value, "money": "pool"})
        page = response.content.decode()
        assert response.status_code == 200
        assert f"“{value.split(chr(0))[0][:100]}" in main(page)
        assert "is no answer to “Whom must a decision bind?”" in main(page)
        assert "What fits your answers Joint committee" in main(page)
        assert "<script>alert" not in page
        assert_sound(page)

    def test_two_answers_to_one_question_are_said(self, client):
        words = main(get(client, PAGE + "?leaders=yes&leaders=no"))
        assert "takes one answer; “No” is left out" in words

    def test_what_is_no_question_is_said(self, client):
        words = main(get(client, PAGE + "?purpose=learn&colour=red&utm_source=x&y="))
        assert "There is nothing called “colour” to choose here." in words
        assert "utm_source" not in words

    def test_foul_text_is_shown_as_text(self, client):
        make.governance_model(FOUL, slug="joint-committee")
        page = get(client, PAGE + "?binding=all")
        assert "<script>alert" not in page
        assert FOUL in main(page)

    def test_it_keeps_to_its_queries(self, client):
        for slug in RULES:
            make.governance_model(slug)
        assert queries(client, PAGE + "?binding=all&purpose=service") <= MOST_QUERIES
