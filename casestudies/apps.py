from django.apps import AppConfig


class CaseStudiesConfig(AppConfig):
    """What collaboratives did and learned: case studies, who spoke of them, and the numbers."""

    name = "casestudies"
    verbose_name = "Case studies"
    default_auto_field = "django.db.models.BigAutoField"
    public_data = True  # every change raises the data version
    fixture_files = ("casestudies.yaml", "outcomes.yaml")
    filled_models = ("CaseStudy", "Section", "Voice", "Outcome")

    def ready(self):
        from . import documents, profiles  # noqa: F401 - each registers itself
