"""Make one scratch database: `python -m tests.performance.prepare 10000`, as DATABASE_URL says."""

import sys

import django
from django.core.management import call_command


def prepare(count):
    """Its tables, and this many collaboratives."""
    django.setup()
    call_command("migrate", verbosity=0)

    from .synthetic import fill  # needs the models

    fill(count)


if __name__ == "__main__":
    prepare(int(sys.argv[1]))
