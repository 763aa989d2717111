"""What stands where in one document: sentences, words, names, times, quantities?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model.span import Span
from sayso.model.spot import Spot


class Grain(StrEnum):
    """The unit in which a time is told."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


class TimeKind(StrEnum):
    """What sort of time words tell, as TIMEX3 has it."""

    DATE = "DATE"
    TIME = "TIME"  # of the day
    DURATION = "DURATION"  # how long, not when
    SET = "SET"  # what comes again


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words of time and, where they can be resolved, what they mean."""

    span: Span
    value: str | None = None  # ISO day, month, year, "a/b", "a/..", "../b"; None: no date, or unresolved
    kind: TimeKind = TimeKind.DATE
    timex: str | None = None  # TIMEX3's value: "2021-W27", "P10Y", "XXXX-WXX-5", "PAST_REF"
    earliest: date | None = None  # None with a value: open at this end
    latest: date | None = None  # None with a value: open at this end ("since April")
    grain: Grain | None = None
    approximate: bool = False  # "about two weeks ago", "in the days after the meeting"
    anchor: str | None = None  # counted from: "itself", "publication", "dateline", "neighbour", "event"

    @property
    def open_start(self) -> bool:
        """Whether it has a value that says no beginning ("until April")."""
        return self.value is not None and self.earliest is None

    @property
    def open_end(self) -> bool:
        """Whether it has a value that says no end ("since April")."""
        return self.value is not None and self.latest is None


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
class PlaceName:
    """Words that name a place. Without a `spot` the choice among the candidates is left to a person."""

    span: Span
    name: str  # as the text has it, without line breaks
    spot: Spot | None = None
    candidates: tuple[Spot, ...] = ()  # the likeliest first, at most ten; the spot itself among them
    literal: bool = True  # the place is meant, not those who govern it or come from it
    p: float | None = None  # of the likeliest candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """All marks of one document, each tuple in order of position. Furniture is not marked."""

    sentences: tuple[Span, ...] = ()  # a sentence lies within one block
    tokens: tuple[Span, ...] = ()  # words and single punctuation marks
    names: tuple[Name, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[PlaceName, ...] = ()
