import pytest

from tests.directory.briefings.reading import loaded_briefings


@pytest.fixture(scope="package", autouse=True)
def directory(django_db_setup, django_db_blocker):
    """The surveys as the briefings fill them."""
    with loaded_briefings(django_db_blocker):
        yield
