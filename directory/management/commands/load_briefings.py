"""Fill an empty directory from the briefings, or update what no curator has changed."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from directory.briefings import is_empty, load
from directory.fixtures import BadFixtureError


class Command(BaseCommand):
    help = "Fills an empty directory from fixtures/; never overwrites a curator's change."

    def add_arguments(self, parser):
        when = parser.add_mutually_exclusive_group()
        when.add_argument(
            "--refresh", action="store_true", help="Update only what no curator has changed."
        )
        when.add_argument(
            "--if-empty", action="store_true", help="Do nothing where there are entries."
        )
        parser.add_argument(
            "--fixtures",
            type=Path,
            default=settings.BASE_DIR / "fixtures",
            help="The folder with the YAML files.",
        )

    @transaction.atomic
    def handle(self, *args, **options):
        if options["refresh"] or is_empty():
            self.stdout.write(self.style.SUCCESS(summary(load_or_refuse(options["fixtures"]))))
        elif options["if_empty"]:
            self.stdout.write("The directory has entries: it is kept as it is.")
        else:
            raise CommandError(
                "The directory has entries already, so nothing was loaded. "
                "To update what no curator has changed, add --refresh."
            )


def load_or_refuse(folder):
    """What loading did; a bad fixture becomes a message without a traceback."""
    try:
        return load(folder)
    except BadFixtureError as problem:
        raise CommandError(f"Nothing was loaded. {problem}") from problem


def summary(counts):
    """The counts in a sentence: "Entries created: 3, updated: 0, …"."""
    return "Entries " + ", ".join(f"{done}: {count}" for done, count in counts.items()) + "."
