"""Create a curator's login."""

import getpass
import os

from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

CURATORS = "Curators"


class Command(BaseCommand):
    help = (
        "Create a curator's login. Scripts give --username, and the password in CURATOR_PASSWORD."
    )

    def add_arguments(self, parser):
        parser.add_argument("--username")

    @transaction.atomic
    def handle(self, *args, **options):
        user = User(username=options["username"] or input("Username: "), is_staff=True)
        try:
            user.clean_fields(exclude=["password"])
            user.validate_unique()
            user.set_password(self.password_for(user))
        except ValidationError as problem:
            raise CommandError("\n".join(problem.messages)) from problem
        user.save()
        user.groups.add(self.curators())
        self.stdout.write(f"{user.username} can sign in at /admin/.")

    def password_for(self, user):
        """Asked for twice, unless a script gave it."""
        password = os.environ.get("CURATOR_PASSWORD")
        if password is None:
            password = getpass.getpass()
            if password != getpass.getpass("Password (again): "):
                raise ValidationError("The two passwords are not the same.")
        validate_password(password, user)
        return password

    def curators(self):
        try:
            return Group.objects.get(name=CURATORS)
        except Group.DoesNotExist as problem:
            raise CommandError(f"There is no group {CURATORS}: run migrate first.") from problem
