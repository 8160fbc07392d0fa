"""The full-text index over browse_document, in each database's own way.

SQLite: an FTS5 table whose content is browse_document, kept in step by triggers. PostgreSQL: a
stored tsvector under a GIN index. A later migration that rebuilds browse_document on SQLite
drops its triggers and has to run `SQLITE` again; tests/browse/test_search.py would fail.
"""

from django.db import migrations

SQLITE = [
    """CREATE VIRTUAL TABLE browse_document_fts USING fts5(
        names, body, content='browse_document', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2', prefix='2 3 4')""",
    """CREATE TRIGGER browse_document_added AFTER INSERT ON browse_document BEGIN
        INSERT INTO browse_document_fts (rowid, names, body)
        VALUES (new.id, new.names, new.body);
    END""",
    """CREATE TRIGGER browse_document_removed AFTER DELETE ON browse_document BEGIN
        INSERT INTO browse_document_fts (browse_document_fts, rowid, names, body)
        VALUES ('delete', old.id, old.names, old.body);
    END""",
    """CREATE TRIGGER browse_document_changed AFTER UPDATE ON browse_document BEGIN
        INSERT INTO browse_document_fts (browse_document_fts, rowid, names, body)
        VALUES ('delete', old.id, old.names, old.body);
        INSERT INTO browse_document_fts (rowid, names, body)
        VALUES (new.id, new.names, new.body);
    END""",
]
SQLITE_BACK = [
    "DROP TRIGGER browse_document_added",
    "DROP TRIGGER browse_document_removed",
    "DROP TRIGGER browse_document_changed",
    "DROP TABLE browse_document_fts",
]
POSTGRESQL = [
    """ALTER TABLE browse_document ADD COLUMN search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', names), 'A') || setweight(to_tsvector('simple', body), 'D')
    ) STORED""",
    "CREATE INDEX browse_document_search ON browse_document USING gin (search)",
]
POSTGRESQL_BACK = ["ALTER TABLE browse_document DROP COLUMN search"]


def run(for_sqlite, for_postgresql):
    def execute(apps, schema_editor):
        vendor = schema_editor.connection.vendor
        for statement in for_sqlite if vendor == "sqlite" else for_postgresql:
            schema_editor.execute(statement)

    return execute


class Migration(migrations.Migration):
    dependencies = [("browse", "0001_initial")]
    operations = [
        migrations.RunPython(run(SQLITE, POSTGRESQL), run(SQLITE_BACK, POSTGRESQL_BACK)),
    ]
