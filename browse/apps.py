from django.apps import AppConfig
from django.db.models.signals import post_migrate


class BrowseConfig(AppConfig):
    """Finding things: filter lists, facet counts, full-text search, exports."""

    name = "browse"
    default_auto_field = "django.db.models.BigAutoField"
    public_data = True  # the searched words: new ones must not be met by hits of the old

    def ready(self):
        from . import documents, watch

        post_migrate.connect(watch.install, dispatch_uid="browse.watch")
        documents.connect()
