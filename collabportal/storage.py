"""Static files whose names change with their content, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashes the names that our script imports, too."""

    support_js_module_import_aggregation = True
