"""Curators, and their browsers."""

from importlib import import_module
from types import SimpleNamespace

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client

curators = import_module("directory.migrations.0003_curators")


def make_group():
    """The group, as the migration makes it."""
    curators.give_curators_their_permissions(apps, SimpleNamespace(connection=connection))


def curator(username, **names):
    """A curator as `create_curator` makes one; the group is there even after a flush."""
    if not Group.objects.filter(name=curators.CURATORS).exists():
        make_group()
    user = User.objects.create_user(username, is_staff=True, **names)
    user.groups.add(Group.objects.get(name=curators.CURATORS))
    return user


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client
