"""Dates as sources give them: a year, a month or a day (2019, 2019-04, 2019-04-01)."""

import datetime
import re

from django.core.exceptions import ValidationError
from django.db import models

PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
DISPLAY_FORMATS = {4: "%Y", 7: "%B %Y", 10: "%-d %B %Y"}


def validate_partial_date(value):
    """Refuse anything but a real year, month or day in ISO 8601 order."""
    try:
        earliest_day(value)
    except (ValueError, AttributeError):
        raise ValidationError(
            "Write a year (2019), a month (2019-04) or a day (2019-04-01); “%(value)s” is none.",
            params={"value": value},
        ) from None


def earliest_day(value):
    """The first day a partial date can mean.

    >>> earliest_day("2019-04")
    datetime.date(2019, 4, 1)
    """
    year, month, day = PARTIAL_DATE.fullmatch(value).groups()
    return datetime.date(int(year), int(month or 1), int(day or 1))


def display_date(value):
    """A partial date, or a whole one, in the NHS style: no leading zero, the month in words.

    >>> display_date("2019-04-01"), display_date("2023-04"), display_date("2017"), display_date("")
    ('1 April 2019', 'April 2023', '2017', '')
    """
    if isinstance(value, datetime.date):
        return f"{value:%-d %B %Y}"
    return f"{earliest_day(value):{DISPLAY_FORMATS[len(value)]}}" if value else ""


def has_ended(until, today):
    """Whether something that lasted until this partial date is over; no date means it goes on.

    >>> day = datetime.date(2024, 11, 21)
    >>> has_ended("2023", day), has_ended("2024-12", day), has_ended("", day)
    (True, False, False)
    """
    return bool(until) and until <= today.isoformat()


class PartialDateField(models.CharField):
    """A date with the precision its source gave; empty where the sources are silent."""

    default_validators = [validate_partial_date]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        kwargs.setdefault("help_text", "A year, month or day: 2019, 2019-04 or 2019-04-01.")
        super().__init__(*args, **kwargs)
