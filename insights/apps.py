from django.apps import AppConfig


class InsightsConfig(AppConfig):
    """What surveys found, and what the directory adds up to."""

    name = "insights"
    verbose_name = "Insights"
    default_auto_field = "django.db.models.BigAutoField"
    public_data = True  # every change raises the data version
    fixture_files = ("surveys.yaml",)
    filled_models = ("Survey", "Question", "Finding", "NationalFigure")

    def ready(self):
        from . import documents  # noqa: F401 - what words find registers itself
