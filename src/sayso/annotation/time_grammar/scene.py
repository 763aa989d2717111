"""What does the reader know when words of time are read: the day, the last date told, the tense?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.annotation.time_grammar.meanings import Meaning


class Tense(StrEnum):
    """Which way the clause around words of time looks."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"  # the words do not say


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What bare words ("Tuesday", "in June", "the next day") are counted from."""

    now: date | None  # the day of publication
    last: Meaning | None = None  # the date told last, where it is not too far back
    tense: Tense = Tense.OPEN
    story: date | None = None  # in a history where its thread has come to
    story_year: bool = False  # of `story` only the year was told
    period: date | None = None  # the first day of the quarter that figures were told for
    history: bool = False  # the text tells a story of its own years: it is counted from what stood before
    apart: bool = False  # read at all costs: these words are known to tell a time

    @property
    def here(self) -> date | None:
        """The day that bare words are counted from: in a history the last date, else publication."""
        return self.story if self.history and self.story is not None else self.now

    @property
    def anchor(self) -> str:
        """What `here` is."""
        return "neighbour" if self.history and self.story is not None else "publication"
