"""Curators may keep the maturity matrix true, and see its history."""

from importlib import import_module

from django.db import migrations
from django.db.models import Q

curators = import_module("directory.migrations.0003_curators")
LABEL = "maturity"


def theirs(apps):
    """Everything on the matrix; of its history, to see it."""
    seeing_history = Q(content_type__model__startswith="historical", codename__startswith="view_")
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label=LABEL)
    return permissions.filter(~Q(content_type__model__startswith="historical") | seeing_history)


def let_curators(apps, schema_editor):
    curators.make_permissions(apps, LABEL, schema_editor.connection.alias)
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=curators.CURATORS)
    group.permissions.add(*theirs(apps))


def no_longer(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=curators.CURATORS):
        group.permissions.remove(*theirs(apps))


class Migration(migrations.Migration):
    dependencies = [
        ("maturity", "0001_initial"),
        ("directory", "0003_curators"),
    ]

    operations = [migrations.RunPython(let_curators, no_longer)]
