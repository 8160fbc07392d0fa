from django.core.management.base import BaseCommand
from django.db import transaction

from browse.documents import rewrite_all
from browse.models import Document


class Command(BaseCommand):
    help = "Write the searched words of everything anew: after bulk writes, or an upgrade."

    @transaction.atomic
    def handle(self, **options):
        rewrite_all()
        self.stdout.write(f"{Document.objects.count()} things can be found.")
