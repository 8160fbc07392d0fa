"""Database triggers that raise the data version whenever a public table changes.

They are laid anew after every `migrate`, because SQLite drops a table's triggers when a
migration rebuilds the table. An app is public when its AppConfig says `public_data = True`.
"""

from django.apps import apps
from django.db import connections

VERSION_TABLE = "browse_dataversion"
RAISE = {
    "sqlite": """
        INSERT INTO browse_dataversion (id, number)
        VALUES (1, CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER))
        ON CONFLICT (id) DO UPDATE SET number = max(number + 1, excluded.number)""",
    "postgresql": """
        INSERT INTO browse_dataversion (id, number)
        VALUES (1, (extract(epoch from clock_timestamp()) * 1000)::bigint)
        ON CONFLICT (id) DO UPDATE
        SET number = greatest(browse_dataversion.number + 1, excluded.number)""",
}


def install(app_config, using="default", **kwargs):
    """Lay the triggers on every table of an app that holds public data."""
    if getattr(app_config, "public_data", False):
        connection = connections[using]
        with connection.cursor() as cursor:
            for statement in _statements(connection.vendor, public_tables(app_config)):
                cursor.execute(statement)


def public_tables(app_config):
    """The app's tables, those of its relations included; history and the version left out."""
    models = app_config.get_models(include_auto_created=True)
    tables = [m._meta.db_table for m in models if not m.__name__.startswith("Historical")]
    return [table for table in tables if table != VERSION_TABLE]


def watched_tables():
    """Every table whose changes raise the data version."""
    public = [config for config in apps.get_app_configs() if getattr(config, "public_data", False)]
    return [table for config in public for table in public_tables(config)]


def _statements(vendor, tables):
    if vendor == "postgresql":
        yield _postgresql_function()
    for table in tables:
        yield from (_sqlite_triggers if vendor == "sqlite" else _postgresql_trigger)(table)


def _sqlite_triggers(table):
    for event in ("INSERT", "UPDATE", "DELETE"):
        name = f"{table}_{event.lower()}_raises_version"
        yield f'DROP TRIGGER IF EXISTS "{name}"'
        yield f'CREATE TRIGGER "{name}" AFTER {event} ON "{table}" BEGIN {RAISE["sqlite"]}; END'


def _postgresql_function():
    return f"""
        CREATE OR REPLACE FUNCTION browse_raise_data_version() RETURNS trigger AS $$
        BEGIN {RAISE["postgresql"]}; RETURN NULL; END $$ LANGUAGE plpgsql"""


def _postgresql_trigger(table):
    yield f'DROP TRIGGER IF EXISTS raises_version ON "{table}"'
    yield (
        f"CREATE TRIGGER raises_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE"
        f' ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION browse_raise_data_version()'
    )
