"""What changed in public data, told in sentences from the history that curating leaves.

A change is told only if all that it names is published now and was published then: nothing done
to a draft shows, not even later. Who made a change and why is the curators' own business. No words
of a fact are quoted: what a curator took out of a page must not live on here.
"""

from itertools import groupby

from .entries import LISTS, of_entries
from .facts import Facts
from .parts import Parts
from .past import Past
from .telling import together


def latest_updates():
    """The newest changes first, in a fixed number of queries."""
    facts, parts = Facts(), Parts()
    past = Past([*facts.named(), *parts.named()])
    entries = [pair for model in LISTS for pair in of_entries(model)]
    updates = together([*entries, *facts.told(past), *parts.told(past)])
    return sorted(updates, key=lambda update: (update.when, update.key), reverse=True)


def by_day(updates):
    """The updates of each day, the newest day first."""
    return [(day, list(some)) for day, some in groupby(updates, lambda update: update.day)]
