"""North East and North Cumbria: the corporate programme."""

import pytest

from .reading import CORPORATE, NENC, cites, collaborative, facts, interests, members

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("printed", [NENC, "NENC"])
def test_a_printed_name_finds_the_collaborative(printed):
    entry = collaborative(printed)
    assert entry.name == NENC
    assert any(cites(fact, CORPORATE) for fact in facts(entry))


def test_it_is_made_up_of_all_eleven_foundation_trusts():
    """Eight acute or community, two mental health and one ambulance trust."""
    assert len(members(NENC)) == 8 + 2 + 1
    assert any(cites(fact, CORPORATE, "Outcomes and impact") for fact in facts(collaborative(NENC)))


@pytest.mark.parametrize("subject", ["car park", "mileage"])
def test_the_first_small_projects(subject):
    (line,) = interests(NENC, "priority", subject)
    assert cites(line, CORPORATE, "Action taken")
