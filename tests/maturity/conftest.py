"""Curators' browsers, as the directory's admin tests have them."""

from tests.directory.admin.conftest import ada, bob  # noqa: F401
