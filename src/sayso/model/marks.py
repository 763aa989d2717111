"""What stands where in one document: sentences, words, names, times, quantities?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model.span import Span


class Grain(StrEnum):
    """The unit in which a time is told."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """Words of time and, where they can be resolved, what they mean."""

    span: Span
    value: str | None = None  # ISO day, month, year, "a/b", "a/.."; None: cannot be resolved
    earliest: date | None = None  # None with a value: open at this end
    latest: date | None = None  # None with a value: open at this end ("since April")
    grain: Grain | None = None
    anchor: str | None = None  # what it was counted from: "itself", "publication", "dateline"


class NameKind(StrEnum):
    """What sort of thing a capitalised name seems to name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One mention of a proper name; those of one thing share `full`, its fullest form in the text."""

    span: Span
    full: str
    kind: NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number of things: "at least five" is [5, None], "dozens" [24, 99]."""

    span: Span
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """All marks of one document, each tuple in order of position. Furniture is not marked."""

    sentences: tuple[Span, ...] = ()  # a sentence lies within one block
    tokens: tuple[Span, ...] = ()  # words and single punctuation marks
    names: tuple[Name, ...] = ()
    times: tuple[TimeWords, ...] = ()
    quantities: tuple[Quantity, ...] = ()
