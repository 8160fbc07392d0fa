"""The group of people who keep the directory true, and what they may do.

Permissions are usually made after the last migration; a group can be given them only once they
exist, so they are made here.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.models import Q

CURATORS = "Curators"
CURATED = ("directory", "library")


def give_curators_their_permissions(apps, schema_editor):
    """Everything on entries, facts and sources; of their history, to see it."""
    for label in CURATED:
        make_permissions(apps, label, schema_editor.connection.alias)
    theirs = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label__in=CURATED
    )
    seeing_history = Q(content_type__model__startswith="historical", codename__startswith="view_")
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=CURATORS)
    group.permissions.add(
        *theirs.filter(~Q(content_type__model__startswith="historical") | seeing_history)
    )


def make_permissions(apps, label, using):
    app = apps.get_app_config(label)
    app.models_module = getattr(app, "models_module", True)  # a migration's apps have none
    create_permissions(app, apps=apps, using=using, verbosity=0)


def remove_curators(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name=CURATORS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0002_history_of_sources"),
        ("library", "0002_history_of_places"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(give_curators_their_permissions, remove_curators)]
