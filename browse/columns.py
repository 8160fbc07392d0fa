"""What is said of a column of an export, for people and for programs: its type and its source."""

from enum import StrEnum


class Type(StrEnum):
    """What a value of a column is; the words are those of the data dictionary."""

    TEXT = "Text"
    CODE = "Code"
    NUMBER = "Whole number"
    DECIMAL = "Number"
    DATE = "Day, such as 2026-04-01"
    PARTIAL_DATE = "Year, month or day, such as 2026, 2026-04 or 2026-04-01"
    YES_NO = "Yes or No"
    ADDRESS = "Web address"


class Source(StrEnum):
    """Where the values of a column come from."""

    STATED = "As published by its sources"
    OWN_WORDS = "In our own words, after its sources"
    CURATED = "Chosen or noted by the curators"
    WORKED_OUT = "Worked out here from other records"
    GIVEN = "Given by this directory"
    CITED = "Cited by the curators"
