"""What is carried from one time of a text to the next?"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sayso.annotation.time_grammar.meanings import Meaning
from sayso.annotation.time_grammar.scene import Scene
from sayso.model.marks import Grain, TimeKind
from sayso.model.span import Span

STORY: Final = 250  # code points that a story goes on for after its date: a sentence or two
PERIOD: Final = 1200  # code points that figures of a quarter go on for: a report of results
_NEAR: Final = 15  # years; in a history, dates farther off are asides ("as in 1812")
_STEP: Final = 5  # years that a bare year may carry a history on; an earlier one is an aside
_DATED: Final = frozenset((Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR))


@dataclass(frozen=True, slots=True)
class Told:
    """Words of time and what they mean."""

    span: Span
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Thread:
    """The date told last, where a history has come to, the quarter that figures are told for."""

    now: date | None
    history: bool = False
    last: Told | None = None
    story: date | None = None
    story_year: bool = False
    asides: int = 0
    period: Told | None = None

    def scene(self, at: int) -> Scene:
        """What is known where words of time begin."""
        last, period = self.last, self.period
        near = last is not None and (self.history or at - last.span.end <= STORY)
        fresh = period is not None and at - period.span.end <= PERIOD
        return Scene(
            now=self.now,
            last=last.meaning if last and near else None,
            story=self.story,
            story_year=self.story_year,
            period=period.meaning.earliest if period and fresh else None,
            history=self.history,
        )

    def after(self, told: Told) -> "Thread":
        """With a date told: what is no date, or has no day in the calendar, does not count."""
        meaning = told.meaning
        if meaning.kind not in (TimeKind.DATE, TimeKind.TIME) or meaning.earliest is None:
            return self
        if meaning.timex and "-Q" in meaning.timex:
            latest = self.period.meaning.earliest if self.period else None
            if latest is None or meaning.earliest >= latest or told.span.start - self.period_at > PERIOD:
                return replace(self, period=told)
            return self
        if self.history:
            return self._story(told, meaning, meaning.earliest)
        return replace(self, last=told) if meaning.grain in _DATED else self

    @property
    def period_at(self) -> int:
        """Where the quarter was told last."""
        return self.period.span.end if self.period else 0

    def _story(self, told: Told, meaning: Meaning, day: date) -> "Thread":
        """A history goes on with days, months and seasons, and with years that are not before it."""
        bare = meaning.grain is Grain.YEAR or (meaning.timex or "").count("-") == 0
        if self.story is not None:
            step = day.year - self.story.year
            if bare and not 0 < step <= _STEP:
                if step == 0 or self.asides < 2 or meaning.grain is not Grain.YEAR:
                    return replace(self, last=told, asides=self.asides + (step != 0))
            elif abs(step) > _NEAR and self.asides < 2:
                return replace(self, last=told, asides=self.asides + 1)
        return replace(self, last=told, story=day, story_year=bare, asides=0)
