"""NHS Arden and GEM's event: themes, what support could look like, and NHS England's numbers."""

import pytest

from insights.models import NationalFigure

from .reading import LEADERSHIP, cites, says, survey

pytestmark = pytest.mark.django_db

ARDEN = "Arden and GEM"
THEMES = "Themes identified"
OUTCOMES = "Outcomes and next steps"
EVENT = "The event"


def test_the_day_is_not_dated():
    assert survey(ARDEN).field_date == ""
    assert "no date" in survey(ARDEN).method


@pytest.mark.parametrize(
    ("heading", "patterns"),
    [
        (THEMES, ["culture", "competing", "relationships"]),
        (THEMES, ["independent and voluntary", "money and governance", "fast"]),
        (THEMES, ["leadership", "silos", "pathways", "primary care"]),
        (THEMES, ["common purpose", "Joint Forward Plan", "equity"]),
        (THEMES, ["clinically led", "communities of practice", "multidisciplinary"]),
        (THEMES, ["sustainability", "memoranda", "workforce", "estates"]),
        (OUTCOMES, ["community of practice", "worth"]),
        (OUTCOMES, ["expertise", "strategic goals"]),
        (OUTCOMES, ["menu of support"]),
        (EVENT, ["stays", "elective backlogs", "money", "workforce"]),
        (EVENT, ["peers", "operations", "who does what"]),
    ],
)
def test_what_leaders_said_is_there(heading, patterns):
    assert says(ARDEN, heading, *patterns)


def test_the_hundred_collaboratives_stand_undated_beside_the_over_100():
    hundred = NationalFigure.objects.get(stated="100")
    more = NationalFigure.objects.get(stated="over 100")
    assert hundred.as_of == ""
    assert cites(hundred, LEADERSHIP, EVENT)
    assert not cites(more, LEADERSHIP)
    assert hundred.subject == more.subject


def test_it_gives_the_nine_of_the_innovators_scheme_too():
    assert cites(NationalFigure.objects.get(stated="nine"), LEADERSHIP, EVENT)
