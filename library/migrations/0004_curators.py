"""Curators keep events, speakers and questions for boards too."""

from importlib import import_module

from django.db import migrations
from django.db.models import Q

of_directory = import_module("directory.migrations.0003_curators")

CURATED = "library"


def give_curators_their_permissions(apps, schema_editor):
    """Everything on what the library holds; of its history, to see it."""
    of_directory.make_permissions(apps, CURATED, schema_editor.connection.alias)
    theirs = apps.get_model("auth", "Permission").objects.filter(content_type__app_label=CURATED)
    seeing_history = Q(content_type__model__startswith="historical", codename__startswith="view_")
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=of_directory.CURATORS)
    group.permissions.add(
        *theirs.filter(~Q(content_type__model__startswith="historical") | seeing_history)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0003_resources_events_and_board_questions"),
        ("directory", "0003_curators"),
    ]

    operations = [migrations.RunPython(give_curators_their_permissions, migrations.RunPython.noop)]
