"""The directory's curators keep the library too."""

from tests.directory.admin.conftest import ada, bob

__all__ = ["ada", "bob"]
