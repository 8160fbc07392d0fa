from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Who collaborates with whom, where, on what, and how it is governed."""

    name = "directory"
    verbose_name = "Directory"
    default_auto_field = "django.db.models.BigAutoField"
    public_data = True  # every change raises the data version
    fixture_files = (
        "places.yaml",
        "vocabulary.yaml",
        "organisations.yaml",
        "governance.yaml",
        "governance_points.yaml",
        "collaboratives.yaml",
        "memberships.yaml",
        "arrangements.yaml",
        "interests.yaml",
        "contacts.yaml",
        "statements.yaml",
    )
    filled_models = (
        "Region",
        "System",
        "SystemSuccession",
        "Sector",
        "Theme",
        "Organisation",
        "OrganisationAlias",
        "OrganisationSuccession",
        "GovernanceModel",
        "GovernancePoint",
        "Collaborative",
        "CollaborativeAlias",
        "Membership",
        "GovernanceArrangement",
        "Interest",
        "Contact",
        "Link",
        "Statement",
        "Correction",
    )

    def ready(self):
        from . import documents  # noqa: F401 - what words find registers itself
