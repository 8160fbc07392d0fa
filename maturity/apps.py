from django.apps import AppConfig


class MaturityConfig(AppConfig):
    """The maturity matrix: what collaboratives may want to reach, and how far."""

    name = "maturity"
    verbose_name = "Maturity matrix"
    default_auto_field = "django.db.models.BigAutoField"
    public_data = True  # every change raises the data version
    fixture_files = ("maturity.yaml",)
    filled_models = ("Level", "Domain", "Subdomain", "Objective")

    def ready(self):
        from . import documents  # noqa: F401 - what words find registers itself
