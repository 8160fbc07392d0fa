"""Curators may keep the guide's points true, and see their history."""

from importlib import import_module

from django.db import migrations

curators = import_module("directory.migrations.0003_curators")
THEIRS = [
    *(f"{may}_governancepoint" for may in ("add", "change", "delete", "view")),
    "view_historicalgovernancepoint",
]


def theirs(apps):
    """Everything on points; of their history, to see it."""
    permissions = apps.get_model("auth", "Permission").objects
    return permissions.filter(content_type__app_label="directory", codename__in=THEIRS)


def let_curators(apps, schema_editor):
    curators.make_permissions(apps, "directory", schema_editor.connection.alias)
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=curators.CURATORS)
    group.permissions.add(*theirs(apps))


def no_longer(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=curators.CURATORS):
        group.permissions.remove(*theirs(apps))


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0006_governance_points"),
    ]

    operations = [migrations.RunPython(let_curators, no_longer)]
