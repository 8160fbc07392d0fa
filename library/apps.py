from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Where facts come from: publications and the places in them that are cited."""

    name = "library"
    verbose_name = "Library"
    default_auto_field = "django.db.models.BigAutoField"
    public_data = True  # every change raises the data version
