"""A case study's own page: sections in the field's order, voices, numbers, what is related."""

import pytest

from casestudies.models import Section
from tests.casestudies import factories as tell
from tests.directory import factories as make
from tests.pages import FOUL, MOST_QUERIES, assert_sound, facts, get, main, queries, section, table

pytestmark = pytest.mark.django_db

PAGE = "/case-studies/sharing-staff/"
NUMBERS = "Figures given here"


@pytest.fixture
def case():
    return tell.case_study()


def test_sections_stand_in_the_fields_order_and_empty_ones_are_left_out(client, case):
    for kind in ("lessons", "context", "next-steps", "approach"):
        tell.section(case, f"About {kind}.", kind=kind)
    page = get(client, PAGE)
    headings = ["Context", "Approach", "Lessons", "Next steps"]
    assert section(page, "lessons") == "Lessons About lessons. [Source 1a]"
    assert [h for h in Section.Kind.labels if f">{h}</h2>" in page] == headings
    assert [page.index(f">{h}</h2>") for h in headings] == sorted(
        page.index(f">{h}</h2>") for h in headings
    )


def test_each_point_has_its_own_source(client, case):
    tell.section(case, "First.", citations=[tell.citation("Slide 1")])
    tell.section(case, "Second.", order=2, citations=[tell.citation("Slide 2")])
    assert section(get(client, PAGE), "approach") == (
        "Approach First. [Source 1b] Second. [Source 1c]"
    )


def test_it_says_whose_it_is_and_what_it_is_about(client):
    tell.case_study(
        collaboratives=[make.collaborative()],
        organisations=[make.organisation()],
        themes=[make.theme()],
        sectors=[make.sector()],
        governance_models=[make.governance_model()],
    )
    page = get(client, PAGE)
    assert facts(page) == {
        "Collaborative": "Northern Alliance",
        "Organisations": "Alder Trust",
        "Sectors": "Acute",
        "Themes": "Workforce",
        "Governance": "Committees in common",
    }
    assert 'href="/case-studies/?theme=workforce"' in page


def test_voices_have_name_role_organisation_and_gist(client, case):
    tell.voice(case, organisation=make.organisation())
    assert section(get(client, PAGE), "voices").endswith(
        "Ann Example Managing director, Alder Trust That talking helps. [Source 1a]"
    )


def test_numbers_keep_unit_and_qualifier_and_say_what_they_are(client, case):
    tell.outcome(case, "Waiting", before="3 months", after="3 days", unit="time",
                 direction="down", qualifier="in some cases")  # fmt: skip
    tell.outcome(case, "Trouble", before="87 of 120", unit="metrics", nature="baseline")
    tell.outcome(case, "Restraint", change="20", unit="%", direction="down", qualifier="over")
    assert [row[:3] for row in table(get(client, PAGE), NUMBERS)] == [
        ["Restraint [Source 1a]", "down by over 20%", "Result"],
        ["Waiting [Source 1a]", "from 3 months to 3 days (in some cases)", "Result"],
        ["Trouble [Source 1a]", "87 of 120 metrics", "Baseline"],
    ]


def test_a_number_has_an_address_of_its_own(client, case):
    outcome = tell.outcome(case)
    assert outcome.get_absolute_url() == f"{PAGE}#outcome-staff-who-move"
    assert 'id="outcome-staff-who-move"' in get(client, PAGE)


def test_the_time_to_read_grows_with_the_text(client, case):
    tell.section(case, "word " * 500)
    assert "3 minutes to read" in main(get(client, PAGE))


def test_an_example_whose_source_withholds_the_name_gives_none(client):
    """Even where a link was saved past every check."""
    case = tell.case_study(anonymised=True, kind="anonymised-example")
    case.collaboratives.add(make.collaborative())
    case.organisations.add(make.organisation())
    page = main(get(client, PAGE))
    assert "does not say whose example this is" in page
    assert "Northern" not in page + client.get("/case-studies.csv").getvalue().decode()
    assert "Alder" not in page + client.get("/case-studies.csv").getvalue().decode()
    assert "Sharing staff" not in get(client, "/collaboratives/northern-alliance/")
    assert "Northern" not in get(client, "/case-studies/")


# What is related


def related(page):
    return section(page, "related") if 'id="related"' in page else ""


def test_related_case_studies_give_the_reason(client):
    shared = make.collaborative()
    theme = make.theme()
    tell.case_study(collaboratives=[shared], themes=[theme])
    tell.case_study("A second", collaboratives=[shared], themes=[theme])
    assert related(get(client, PAGE)) == (
        "Related case studies A second Also about Northern Alliance; on workforce"
    )


def elsewhere(**fields):
    """A source of its own, so that nothing is related by being told in the same briefing."""
    return {"citations": [make.citation("Page 1", make.publication("Elsewhere", **fields))]}


def test_what_is_told_in_the_same_briefing_is_related_the_least(client):
    theme = make.theme()
    tell.case_study(themes=[theme], collaboratives=[make.collaborative()])
    tell.case_study("Beside it", themes=[theme])
    tell.case_study("Of the same", collaboratives=[make.collaborative(slug="other")], **elsewhere())
    tell.case_study("Apart", **elsewhere())
    assert related(get(client, PAGE)) == (
        "Related case studies Beside it Also on workforce; told in Working together"
    )


def test_reference_data_in_common_say_nothing(client):
    register = make.reference_citation()
    tell.case_study(citations=[register])
    tell.case_study("Another", citations=[register])
    assert related(get(client, PAGE)) == ""


def test_one_theme_in_common_is_too_little(client):
    theme, other = make.theme(), make.theme("Digital")
    tell.case_study(themes=[theme, other])
    tell.case_study("One theme", themes=[theme], **elsewhere())
    tell.case_study("Two themes", themes=[theme, other])
    assert related(get(client, PAGE)).endswith("Two themes Also on digital and workforce")


def test_nothing_leads_from_an_anonymised_example_to_a_named_one_or_back(client):
    themes = [make.theme(), make.theme("Digital")]
    tell.case_study(themes=themes)
    tell.case_study("Nobody's", themes=themes, anonymised=True)
    assert related(get(client, PAGE)) == ""
    assert related(get(client, "/case-studies/nobodys/")) == ""


def test_a_draft_is_not_related(client):
    themes = [make.theme(), make.theme("Digital")]
    tell.case_study(themes=themes)
    tell.case_study("A draft", published=False, themes=themes)
    assert "A draft" not in get(client, PAGE)


# What must not be seen, and what must hold


def test_no_draft_shows_anywhere(client):
    hidden = make.organisation("Draft Trust", published=False)
    case = tell.case_study(
        collaboratives=[make.collaborative("Draft alliance", published=False)],
        organisations=[hidden],
        governance_models=[make.governance_model("Draft forum", published=False)],
    )
    tell.voice(case, organisation=hidden)
    page = get(client, PAGE)
    assert "Draft" not in page
    assert "draft" not in page


def test_a_draft_has_no_page(client):
    tell.case_study(published=False)
    assert client.get(PAGE).status_code == 404


def test_foul_text_is_shown_as_text(client):
    case = tell.case_study(
        "Sharing staff",
        summary=FOUL,
        collaboratives=[make.collaborative(FOUL, slug="foul")],
        organisations=[make.organisation(FOUL, slug="foul")],
        themes=[make.theme(FOUL, slug="foul")],
        sectors=[make.sector(FOUL, slug="foul")],
    )
    tell.section(case, FOUL, citations=[tell.citation(FOUL)])
    tell.voice(case, FOUL, role=FOUL, gist=FOUL)
    tell.outcome(case, FOUL, slug="foul", after=FOUL[:60], unit=FOUL[:60], qualifier=FOUL,
                 period=FOUL, reported_by=FOUL)  # fmt: skip
    page = get(client, PAGE)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert main(page).count(FOUL) > 10


def furnish(case, number):
    """Give a case study this many of everything."""
    for n in range(number * 100, number * 101):
        case.collaboratives.add(make.collaborative(f"Alliance {n}"))
        case.organisations.add(trust := make.organisation(f"Trust {n}"))
        case.themes.add(make.theme(f"Theme {n}"))
        tell.section(case, order=n, citations=[tell.citation(f"Slide {n}")])
        tell.voice(case, f"Voice {n}", organisation=trust)
        tell.outcome(case, f"Measure {n}")
    for n in range(number):
        tell.case_study(f"Other {number}-{n}", themes=case.themes.all(), organisations=[trust])


def test_a_page_takes_as_many_queries_however_much_there_is(client, case):
    furnish(case, 1)
    few = queries(client, PAGE)
    busy = tell.case_study("Busy")
    furnish(busy, 12)
    assert queries(client, "/case-studies/busy/") == few <= MOST_QUERIES
    assert_sound(get(client, "/case-studies/busy/"))
