from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Who collaborates with whom, where, on what, and how it is governed."""

    name = "directory"
    verbose_name = "Directory"
    default_auto_field = "django.db.models.BigAutoField"
    public_data = True  # every change raises the data version

    def ready(self):
        from . import documents  # noqa: F401 - what words find registers itself
