import pytest

from .reading import loaded_briefings


@pytest.fixture(scope="package", autouse=True)
def directory(django_db_setup, django_db_blocker):
    """The directory as the briefings fill it."""
    with loaded_briefings(django_db_blocker):
        yield
