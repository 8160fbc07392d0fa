"""What finding things needs in the database: the data version and the words to search."""

import datetime

from django.db import models
from django.utils import timezone

from .version import current_number


class DataVersion(models.Model):
    """One number that rises with every change to public data, in the same transaction.

    Database triggers raise it (see `browse.watch`), so no way of writing can forget to. It is
    never lower than the clock, in milliseconds, so a restored backup does not repeat one.
    """

    number = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="dataversion_single_row"),
        ]

    def __str__(self):
        return str(self.number)

    @classmethod
    def current(cls):
        """The version of the data as now committed; 0 before anything was written."""
        return current_number()


def last_change(version):
    """The moment of the last change, which the data version tells; None before anything changed.

    Where several changes fell in one millisecond the number has run ahead of the clock, but what
    has not come yet is not claimed.
    """
    if not version:
        return None
    moment = datetime.datetime.fromtimestamp(version / 1000, datetime.UTC)
    return min(moment, timezone.now())


class Document(models.Model):
    """The words one thing is found by, normalised; the full-text index is made of these."""

    listing = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    names = models.TextField(help_text="The words of its names, and each name whole as one word.")
    body = models.TextField(help_text="The words of all else that is searched.")
    texts = models.JSONField(
        null=True, help_text="The texts the words are of, for excerpts; null until indexed anew."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["listing", "object_id"], name="document_once"),
        ]

    def __str__(self):
        return f"{self.listing} {self.object_id}"
