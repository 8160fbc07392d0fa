"""Parts of entries, and places: told once a day by what was edited, without a word of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, Value

from casestudies.models import CaseStudy, Outcome, Section, Voice
from directory.models import (
    Collaborative,
    CollaborativeAlias,
    Contact,
    Correction,
    Link,
    Organisation,
    OrganisationAlias,
    OrganisationSuccession,
    Region,
    Sector,
    Statement,
    System,
    SystemSuccession,
    Theme,
)
from insights.models import Finding, NationalFigure, Question, Survey
from library.models import BoardQuestion, BoardQuestionLink, Event, Publication, Speaker
from maturity.models import Domain, Level, Objective, Subdomain

from .entries import LISTS
from .telling import Load, OnceADay, Update, called, day_of, half_read_day, load, newest


@dataclass(frozen=True)
class Part:
    """A model whose rows belong to an entry, how its history leads there, and what it is there.

    Rows that have something at `unless` are told of another entry.
    """

    model: type
    owner: type
    path: str
    noun: str
    unless: str = ""

    @property
    def label(self):
        """Its name among all parts."""
        return f"{self.model._meta.label_lower}.{self.path}"

    def changes(self):
        """All that was done to rows of it, as far as the entry is known."""
        rows = self.model.history.exclude(**{self.path: None}).order_by()
        if self.unless:
            rows = rows.filter(**{self.unless: None})
        columns = (self.path, "id", "history_date", "history_id", "history_change_reason")
        return rows.values_list(Value(self.label, CharField()), *columns)

    def said(self, name, new):
        """The sentence of a change; nothing of what came with a new entry."""
        if not self.noun:
            return f"{called(self.owner)} {'added' if new else 'edited'}: {name}"
        return "" if new else f"{called(self.owner)} edited ({self.noun}): {name}"

    @property
    def said_of_many(self):
        """The sentence of a load."""
        owners = self.owner._meta.verbose_name_plural
        if not self.noun:
            return f"{{}} {owners} added or edited, from the sources"
        return f"{{}} changes to the {self.noun} of {owners}, from the sources"


def itself(model):
    """Something that has no drafts: a place, a word to file under, a figure."""
    return Part(model, model, "id", "")


PARTS = (
    Part(CollaborativeAlias, Collaborative, "collaborative_id", "other names"),
    Part(Contact, Collaborative, "collaborative_id", "leaders and contacts"),
    Part(Link, Collaborative, "collaborative_id", "links"),
    Part(Statement, Collaborative, "collaborative_id", "statements"),
    Part(Correction, Collaborative, "collaborative_id", "corrections"),
    Part(Outcome, Collaborative, "collaborative_id", "outcomes", unless="case_study_id"),
    Part(OrganisationAlias, Organisation, "organisation_id", "other names"),
    Part(OrganisationSuccession, Organisation, "predecessor_id", "successors"),
    Part(Section, CaseStudy, "case_study_id", "text"),
    Part(Voice, CaseStudy, "case_study_id", "voices"),
    Part(Outcome, CaseStudy, "case_study_id", "outcomes"),
    Part(Question, Survey, "survey_id", "questions"),
    Part(Finding, Survey, "question__survey_id", "findings"),
    Part(Event, Publication, "publication_id", "event"),
    Part(Speaker, Publication, "event__publication_id", "speakers"),
    Part(BoardQuestionLink, BoardQuestion, "question_id", "pages that help to answer"),
    Part(Subdomain, Domain, "domain_id", "sub-domains"),
    Part(Objective, Domain, "subdomain__domain_id", "objectives"),
    Part(SystemSuccession, System, "predecessor_id", "successors"),
    *map(itself, (Region, System, Sector, Theme, NationalFigure, Level)),
)
BY_LABEL = {part.label: part for part in PARTS}


@dataclass(frozen=True)
class Change:
    """One record of a part's history: of which row, of which entry, when, and why."""

    part: Part
    owner_key: int
    row: int
    moment: datetime
    number: int
    reason: str

    @property
    def owner(self):
        """The entry."""
        return self.part.owner, self.owner_key

    @property
    def day(self):
        return day_of(self.moment)

    @property
    def is_loaded(self):
        """Whether it came with a load."""
        return isinstance(self.told_with, Load)

    @property
    def told_with(self):
        """Those with which it is told: one load's, or one entry's on one day."""
        listing = LISTS.get(self.part.owner, "home")
        loaded = load(self.reason, self.moment, self.part.said_of_many, listing)
        return loaded or OnceADay((self.part.label, self.owner_key), self.day)


class Parts:
    """What was done to the parts of entries, and to places."""

    def __init__(self):
        first, *others = (part.changes() for part in PARTS)
        rows = newest(first.union(*others, all=True), "-history_date")
        self.changes = [Change(BY_LABEL[label], *row) for label, *row in rows]

    def named(self):
        """The entries they belong to, as (model, key)."""
        return [change.owner for change in self.changes]

    def told(self, past):
        """Each update with those it is told with; a row that was saved twice in a day, once."""
        half_read = half_read_day([change.moment for change in self.changes])
        last = {(c.part, c.row, c.day, c.is_loaded): c for c in reversed(self.changes)}
        for (part, row, day, is_loaded), change in last.items():
            came_before = not is_loaded and not part.noun and (part, row, day, True) in last
            said = sentence(change, past, came_before)
            if said and not (is_loaded and day == half_read):
                key = f"{part.label}-{change.number}"
                yield change.told_with, Update(change.moment, said, past.address(change.owner), key)


def sentence(change, past, came_before):
    """What is said of a change, if readers may know of it."""
    name = past.name(change.owner, change.moment)
    is_new = past.is_new(change.owner, change.moment) and not came_before
    return name and change.part.said(name, is_new)
