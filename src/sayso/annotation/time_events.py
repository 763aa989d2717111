"""When was it "in the days following the meeting", "two weeks after the strike"?"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Final

from sayso.lexicon.tables import rows
from sayso.model.marks import Grain, TimeExpression, TimeKind
from sayso.model.span import Span

_FIRST: Final = re.compile(
    r"\b(?:hours|days?|weeks?|months?|years?) (?:immediately )?(?:following|after|since|before)\b"
)
_PHRASE: Final = re.compile(
    r"\b(?:(?:(?:[Ii]n|[Oo]ver|[Ww]ithin|[Dd]uring) )?[Tt]he (?:very )?(?:few |first )?"
    r"(?P<many>hours|days|weeks|months|years)"
    r"|[Tt]he (?P<one>day|week|month|year))"
    r" (?:immediately )?(?P<which>following|after|since|before) (?P<event>[^,.;:()\n]{3,60})"
)
_NOUN: Final = re.compile(r"[^\W\d_]{4,}")
_STOP: Final = re.compile(
    r"\b(?:of|in|on|at|by|with|that|which|who|when|where|was|were|had|has|and|but|to|for|between)\b"
)
_ENDS: Final = ("ings", "ing", "tions", "tion", "ions", "ion", "ments", "ment", "als", "al", "es", "s")
_STEM: Final = 4  # letters that a stem must have left to look for
_SPREAD: Final = {"hours": 1, "days": 9, "weeks": 60, "months": 365, "years": 3650}  # days at most
_BACK: Final = 60  # sentences looked back over for the event


def of_events(
    text: str, sentences: Sequence[Span], times: Sequence[TimeExpression], now: date | None
) -> Iterator[TimeExpression]:
    """The times with those counted from an event resolved where the text dates that event before."""
    found: list[TimeExpression] = []
    for sentence in sentences:
        if _FIRST.search(text, sentence.start, sentence.end):
            found += _in(text, sentence, sentences, times, now)
    if not found:
        yield from times
        return
    inner = [one for one in times if not any(one.span.meets(other.span) for other in found)]
    yield from sorted([*inner, *found], key=lambda one: one.span)


def _in(
    text: str, sentence: Span, sentences: Sequence[Span], times: Sequence[TimeExpression], now: date | None
) -> Iterator[TimeExpression]:
    for match in _PHRASE.finditer(text, sentence.start, sentence.end):
        event = match["event"]
        stop = _STOP.search(event)
        words = event[: stop.start()].rstrip() if stop else event.rstrip()
        words = " ".join(words.split()[:5])
        nouns = _NOUN.findall(words)
        if not nouns:
            continue
        span = Span(match.start(), match.start("event") + len(words))
        if any(one.value and one.span.meets(span) and one.span.start <= span.start for one in times):
            continue  # "the day before yesterday" is no event
        own = next((t for t in times if span.end <= t.span.start <= span.end + 12 and t.earliest), None)
        anchor = own or _dated(text, nouns[-1], match.start(), sentences, times)
        yield _counted(span, match, anchor, now)


def _counted(
    span: Span, match: re.Match[str], anchor: TimeExpression | None, now: date | None
) -> TimeExpression:
    """The days after the event; up to publication, no longer than the unit allows."""
    bare = TimeExpression(span=span, approximate=True, anchor="event")
    if anchor is None or anchor.earliest is None or anchor.latest is None:
        return bare
    try:
        if match["one"]:
            return _beside(bare, match, anchor)
        spread = timedelta(days=_SPREAD[match["many"]])
        if match["which"] == "before":
            first, last = anchor.earliest - spread, anchor.earliest
        else:
            first, last = anchor.earliest, anchor.latest + spread
            last = min(last, now) if now is not None and now >= anchor.latest else last
    except OverflowError:
        return bare
    value = f"{first.isoformat()}/{last.isoformat()}"
    if first == last:
        value = first.isoformat()
    return replace(bare, value=value, timex=value, earliest=first, latest=last, grain=Grain.INTERVAL)


def _beside(bare: TimeExpression, match: re.Match[str], anchor: TimeExpression) -> TimeExpression:
    """ "the day after the strike"."""
    if match["one"] != "day" or anchor.grain is not Grain.DAY or anchor.earliest is None:
        return bare
    told = anchor.earliest + timedelta(days=-1 if match["which"] == "before" else 1)
    iso = told.isoformat()
    return replace(bare, value=iso, timex=iso, earliest=told, latest=told, grain=Grain.DAY, approximate=False)


def _dated(
    text: str, noun: str, before: int, sentences: Sequence[Span], times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The time of the last sentence before that tells of the event and has one."""
    pattern = _forms(noun.lower())
    last = bisect_right(sentences, before, key=lambda span: span.start)
    for sentence in reversed(sentences[max(0, last - _BACK) : last]):
        end = min(sentence.end, before)
        told = pattern.search(text, sentence.start, end)
        if told is None:
            continue
        near = [one for one in times if sentence.start <= one.span.start and one.span.end <= end]
        near = [one for one in near if one.earliest and one.latest and one.kind is not TimeKind.DURATION]
        if near:
            first, last = told.span()
            return min(near, key=lambda one: min(abs(one.span.start - last), abs(first - one.span.end)))
    return None


@cache
def _happenings() -> dict[str, tuple[str, ...]]:
    return {row["noun"]: tuple(row["forms"].split()) for row in rows("happenings")}


@cache
def _forms(noun: str) -> re.Pattern[str]:
    """The noun, what it is made from, and other forms for the same."""
    stem = noun
    for end in _ENDS:
        if noun.endswith(end) and len(noun) - len(end) >= _STEM:
            stem = noun[: -len(end)]
            break
    others = _happenings().get(noun) or _happenings().get(noun.removesuffix("s")) or ()
    either = "|".join(re.escape(word) for word in others)
    return re.compile(rf"\b(?:{re.escape(stem)}\w*{'|' + either if either else ''})\b", re.IGNORECASE)
