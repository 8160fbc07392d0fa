"""The directory's pages: each view chooses its data and its template, and no more."""

from .collaboratives import collaborative, innovators
from .comparison import compare_governance, compare_governance_csv
from .governance import governance, governance_model
from .organisations import organisation
from .places import region, system, theme

__all__ = [
    "collaborative",
    "compare_governance",
    "compare_governance_csv",
    "governance",
    "governance_model",
    "innovators",
    "organisation",
    "region",
    "system",
    "theme",
]
