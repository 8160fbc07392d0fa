"""What the directory's models have in common."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Left
from django.db.models.lookups import LessThanOrEqual

from library.dates import PartialDateField, has_ended
from library.models import Publishable


class Named(models.Model):
    """A thing with a name and a slug, known by its slug in addresses and fixtures."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, unique=True)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name


class Entry(Named, Publishable):
    """Something a curator drafts, publishes and confirms from time to time."""

    last_verified = models.DateField(
        null=True,
        blank=True,
        help_text="When somebody last checked this entry against its sources.",
    )

    class Meta:
        abstract = True
        ordering = ["name"]


class Lasting(models.Model):
    """Something that began and may have ended, as precisely as the sources say."""

    since = PartialDateField("from", help_text="When it began, if stated: 2019 or 2019-04-01.")
    until = PartialDateField("to", help_text="When it ended; empty while it goes on.")

    class Meta:
        abstract = True

    def clean(self):
        precision = min(len(self.since), len(self.until))
        if self.since[:precision] > self.until[:precision]:
            raise ValidationError({"until": "It can't end before it begins."})

    def has_ended(self, today):
        """Whether it was over by this day."""
        return has_ended(self.until, today)


def still_going(today, prefix=""):
    """The condition that a lasting thing is not over by this day."""
    return Q(**{f"{prefix}until": ""}) | Q(**{f"{prefix}until__gt": today.isoformat()})


def begins_before_it_ends(name):
    """The constraint that a lasting thing's years stand in order; clean dates need no more."""
    return models.CheckConstraint(
        condition=Q(since="")
        | Q(until="")
        | Q(LessThanOrEqual(Left("since", 4), Left("until", 4))),
        name=name,
        violation_error_message="It can't end before it begins.",
    )


def free_address(noun, taken):
    """The constraint that an entry's address is none of the pages that stand beside entries."""
    return models.CheckConstraint(
        condition=~Q(slug__in=taken),
        name=f"{noun}_address_free",
        violation_error_message="Another page has this address. Choose another slug.",
    )
