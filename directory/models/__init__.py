"""The directory's nouns, one module for each family of them."""

from .collaboratives import Collaborative, CollaborativeAlias, Correction, Statement
from .facts import Contact, GovernanceArrangement, Interest, Link, Membership
from .governance import GovernanceModel, GovernancePoint
from .organisations import Organisation, OrganisationAlias, OrganisationSuccession
from .places import Region, System, SystemSuccession
from .vocabulary import Sector, Theme

__all__ = [
    "Collaborative",
    "CollaborativeAlias",
    "Contact",
    "Correction",
    "GovernanceArrangement",
    "GovernanceModel",
    "GovernancePoint",
    "Interest",
    "Link",
    "Membership",
    "Organisation",
    "OrganisationAlias",
    "OrganisationSuccession",
    "Region",
    "Sector",
    "Statement",
    "System",
    "SystemSuccession",
    "Theme",
]
