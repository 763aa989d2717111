"""Which words of a document tell a time, and what do they mean?"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.annotation.time_events import of_events
from sayso.annotation.time_grammar.tell import given, tell
from sayso.annotation.time_grammar.thread import Told
from sayso.annotation.time_ranges import joined
from sayso.model.document import Document
from sayso.model.marks import TimeExpression, TimeKind
from sayso.model.span import Span

_LONGEST: Final = 4000  # code points; the longest sentences of news have about 600
_NOT_DATES: Final = frozenset(("PRESENT_REF",))


def mark_times(document: Document, sentences: tuple[Span, ...]) -> tuple[TimeExpression, ...]:
    """Words of time in order. Relative ones are counted from the day of publication, else of the dateline;
    where neither is stated they are marked without a value: nothing is ever counted from today.

    Dates joined to one time ("between April and July", "June 27 and 28", "since 2015") are one mark. What
    recurs ("every Friday") and "now" are no marks: they date nothing.
    """
    now, source = day_of(document)
    told = tuple(tell(document.text, _pieces(document.text, sentences), now))
    atoms = [expression(one, source) for one in told]
    dating = [one for one in atoms if one.kind is not TimeKind.SET and one.timex not in _NOT_DATES]
    whole = joined(document.text, dating)
    return tuple(of_events(document.text, sentences, whole, now))


def tell_times(document: Document, sentences: tuple[Span, ...]) -> tuple[TimeExpression, ...]:
    """Words of time each by itself, as TIMEX3 marks them, with durations, what recurs and "now"."""
    now, source = day_of(document)
    pieces = _pieces(document.text, sentences)
    return tuple(expression(one, source) for one in tell(document.text, pieces, now))


def times_given(
    document: Document, sentences: tuple[Span, ...], extents: Iterable[Span]
) -> tuple[TimeExpression, ...]:
    """What the words of each given span mean, which are known to tell a time; in order of position."""
    now, source = day_of(document)
    pieces = _pieces(document.text, sentences)
    return tuple(expression(one, source) for one in given(document.text, extents, pieces, now))


def day_of(document: Document) -> tuple[date | None, str]:
    """The day that relative times are counted from, and what it is: "publication" or "dateline"."""
    if document.published is not None:
        return document.published.day, "publication"
    told = document.dateline.date if document.dateline else None
    try:
        return (date.fromisoformat(told), "dateline") if told else (None, "publication")
    except ValueError:
        return None, "publication"


def expression(told: Told, source: str) -> TimeExpression:
    """The mark of words of time; `source` is what stands in for the day of publication."""
    meaning = told.meaning
    return TimeExpression(
        span=told.span,
        value=meaning.value,
        kind=meaning.kind,
        timex=meaning.timex,
        earliest=meaning.earliest,
        latest=meaning.latest,
        grain=meaning.grain,
        approximate=meaning.approximate,
        anchor=source if meaning.anchor == "publication" else meaning.anchor,
    )


def _pieces(text: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """The sentences, and the pieces of what is none (a table without stops), so that time stays linear."""
    for sentence in sentences:
        start = sentence.start
        while sentence.end - start > _LONGEST:
            cut = text.rfind(" ", start + 1, start + _LONGEST)
            end = cut if cut > start else start + _LONGEST
            yield Span(start, end)
            start = end
        yield replace(sentence, start=start)
