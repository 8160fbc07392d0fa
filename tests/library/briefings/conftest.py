import pytest

from tests.directory.briefings.reading import loaded_briefings


@pytest.fixture(scope="package", autouse=True)
def library(django_db_setup, django_db_blocker):
    """The library as the briefings fill it."""
    with loaded_briefings(django_db_blocker):
        yield
