"""Curators, signed in."""

import pytest

from tests.directory.admin.curators import curator, signed_in


@pytest.fixture
def ada(db):
    """A curator's browser."""
    return signed_in(curator("ada", first_name="Ada", last_name="Lovelace"))


@pytest.fixture
def bob(db):
    """Another curator's browser."""
    return signed_in(curator("bob", first_name="Bob", last_name="Ross"))
