import pytest

from tests.directory.briefings.reading import loaded_briefings


@pytest.fixture(scope="package", autouse=True)
def matrix(django_db_setup, django_db_blocker):
    """The matrix as the briefings fill it."""
    with loaded_briefings(django_db_blocker):
        yield
