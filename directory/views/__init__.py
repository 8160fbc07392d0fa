"""The directory's pages: each view chooses its data and its template, and no more."""

from .choice import choose_governance
from .collaboratives import collaborative, innovators
from .comparison import (
    compare_governance,
    compare_governance_csv,
    compare_governance_metadata,
)
from .governance import governance, governance_model
from .organisations import organisation
from .places import region, system, theme

__all__ = [
    "choose_governance",
    "collaborative",
    "compare_governance",
    "compare_governance_csv",
    "compare_governance_metadata",
    "governance",
    "governance_model",
    "innovators",
    "organisation",
    "region",
    "system",
    "theme",
]
