"""NHS Providers' briefing on workforce: the one national figure it gives."""

import pytest

from insights.models import NationalFigure
from tests.directory.briefings.reading import ALLIANCE, WORKFORCE, cites

pytestmark = pytest.mark.django_db


def test_it_gives_the_nine_of_the_innovators_scheme():
    assert cites(NationalFigure.objects.get(stated="nine"), WORKFORCE, ALLIANCE)
