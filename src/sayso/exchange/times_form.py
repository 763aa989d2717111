"""What does a line of annotated times hold, and how is it read and written?"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.errors import InputError
from sayso.exchange.annotated import text_page
from sayso.exchange.corpus import corpus_lines
from sayso.model.marks import TimeExpression
from sayso.model.page import Page
from sayso.model.span import Span
from sayso.scoring.times import Timed, TimesTold

FORM = '{"id", "text", "dct", "timexes": [{"start", "end", "type", "value"}, ...]}'


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexLine:
    """One time; offsets are [start, end) in code points."""

    start: int
    end: int
    type: str | None = None  # DATE, TIME, DURATION, SET
    value: str | None = None  # of TIMEX3


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesLine:
    """One text with its times; what is told of one also has values for the extents given."""

    id: str
    text: str
    dct: str | None = None  # when the document was made: an ISO day or time
    timexes: tuple[TimexLine, ...]
    given: tuple[TimexLine, ...] = ()


def times_lines(path: Path) -> list[TimesLine]:
    """Every line of the file. InputError names the place of a mistake and the next step."""
    lines = corpus_lines(path, TimesLine, form=FORM)
    for line in lines:
        for one in line.timexes:
            if not 0 <= one.start < one.end <= len(line.text):
                raise InputError(
                    f"{path.name}, {line.id!r}: a time [{one.start}, {one.end}) is empty or outside the text,"
                    f" which has {len(line.text)} code points; count offsets in code points"
                )
    return lines


def encode(line: TimesLine) -> bytes:
    """The line as UTF-8 JSON, without a line break."""
    return msgspec.json.encode(line)


def page_of(line: TimesLine) -> Page:
    """What a reader is given of a line: text and day."""
    return text_page(id=line.id, text=line.text, published=line.dct)


def gold_of(line: TimesLine) -> tuple[Timed, ...]:
    """The times of a line as they are scored."""
    return tuple(Timed(start=one.start, end=one.end, value=one.value) for one in line.timexes)


def extents_of(line: TimesLine) -> tuple[Span, ...]:
    """Where the times of a line stand."""
    return tuple(sorted({Span(one.start, one.end) for one in line.timexes}))


def told_of(found: Sequence[TimeExpression], given: Sequence[TimeExpression]) -> TimesTold:
    """What was told of a line as it is scored."""
    return TimesTold(found=tuple(map(_timed, found)), given=tuple(map(_timed, given)))


def line_of(line: TimesLine, found: Sequence[TimeExpression], given: Sequence[TimeExpression]) -> TimesLine:
    """A line with the times told in place of its own."""
    return TimesLine(
        id=line.id,
        text=line.text,
        dct=line.dct,
        timexes=tuple(map(_line, found)),
        given=tuple(map(_line, given)),
    )


def _timed(one: TimeExpression) -> Timed:
    return Timed(start=one.span.start, end=one.span.end, value=one.timex)


def _line(one: TimeExpression) -> TimexLine:
    return TimexLine(start=one.span.start, end=one.span.end, type=one.kind.value, value=one.timex)
