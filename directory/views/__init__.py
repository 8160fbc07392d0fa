"""The directory's pages: each view chooses its data and its template, and no more."""

from .collaboratives import collaborative, innovators
from .governance import governance, governance_model
from .organisations import organisation
from .places import region, system, theme

__all__ = [
    "collaborative",
    "governance",
    "governance_model",
    "innovators",
    "organisation",
    "region",
    "system",
    "theme",
]
