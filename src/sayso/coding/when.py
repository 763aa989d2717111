"""When was it, as far as the text tells?"""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from sayso.coding.nearby import caption_at, meeting
from sayso.model.document import Caption, Document
from sayso.model.marks import Grain, Marks, TimeExpression, TimeKind
from sayso.model.mention import Realis, When
from sayso.model.span import Span

_BARE = re.compile(r"[A-Z][a-z]+(?: (?:morning|afternoon|evening|night))?")
_AHEAD = re.compile(
    r"\b(?:to be (?:held|signed)|(?:due|expected|scheduled|set) to|to begin|starting|beginning)\b"
)
_BEGINS = re.compile(r"\b(?:begin|beginning|start|starting)(?: on)? $")
_SINCE = re.compile(r"\b[Ss]ince (?:\w+ ){0,12}$")
_CLAUSE = 100  # code points before words of time: twelve words
_GRAINS = {4: Grain.YEAR, 7: Grain.MONTH, 10: Grain.DAY}


def when_of(
    document: Document, marks: Marks, trigger: Span, times: tuple[Span, ...], realis: Realis
) -> When | None:
    """The time of an act from the words that the reader linked to it; in a caption without such words of its
    own the photo's date. A length of time ("the 10-year conflict") dates nothing.

    Of what is planned, a bare "Tuesday" or "June" is the next one.

    Other times of the sentence do not stand in where the reader linked none: in the training texts not one in
    five would be right. Never the publication date for want of another; words that cannot be resolved keep a
    value of None.
    """
    linked = [words for span in times for words in meeting(marks.times, span)[:1]]
    caption = caption_at(document, trigger)
    if caption is not None and caption.date is not None:
        own = [words for words in linked if words.value and not _is_photos(caption, words)]
        if not own:
            return _of_photo(caption)
        linked = own
    dated = [words for words in linked if words.kind is not TimeKind.DURATION or words.value]
    if linked and not dated:
        return When(value=None, mention=linked[0].span)  # "the 10-year conflict": how long, not when
    if dated:
        return when_told(document, trigger, dated[0], realis)
    return When(value=None, mention=times[0]) if times else None


def when_told(document: Document, trigger: Span, words: TimeExpression, realis: Realis) -> When:
    """What words of time mean for an act: of what is planned, a bare "Tuesday" or "June" is the next one."""
    if document.published and _is_ahead(document.text, trigger, words, realis):
        words = _next(words, document.published.day)
    if _is_open(document.text, trigger, words, realis):
        words = replace(words, value=f"{words.value}/..", latest=None, grain=Grain.INTERVAL)
    return When(
        value=words.value,
        mention=words.span,
        earliest=words.earliest,
        latest=words.latest,
        grain=words.grain,
        anchor=words.anchor,
    )


def _is_photos(caption: Caption, words: TimeExpression) -> bool:
    """Whether words of time are the photo's date: what else a caption tells a time of may be older."""
    return caption.date_span is not None and caption.date_span.meets(words.span)


def _of_photo(caption: Caption) -> When:
    earliest, latest = _days_of(caption.date or "")
    return When(
        value=caption.date,
        mention=caption.date_span,
        earliest=earliest,
        latest=latest,
        grain=_GRAINS.get(len(caption.date or "")),
        anchor="itself",
    )


def _days_of(value: str) -> tuple[date | None, date | None]:
    """First and last day of an ISO day, month or year; None where it is none of them."""
    try:
        year, month, day = ([int(part) for part in value.split("-")] + [0, 0])[:3]
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None, None
    return first, last


def _is_ahead(text: str, trigger: Span, words: TimeExpression, realis: Realis) -> bool:
    """Whether bare words of time ("Tuesday", "in June") mean the time to come."""
    if words.anchor != "publication" or not _BARE.fullmatch(words.span.of(text)):
        return False
    between = text[trigger.end : words.span.start] if trigger.end <= words.span.start else ""
    return realis is Realis.PLANNED or bool(_AHEAD.search(between))


def _is_open(text: str, trigger: Span, words: TimeExpression, realis: Realis) -> bool:
    """Whether words of time tell only a beginning: of what is planned "to begin on Tuesday", of what went on
    "since the rebels took the town in 2015". In the training texts 6 of 6."""
    if words.value is None or "/" in words.value:
        return False
    lead = text[max(0, words.span.start - _CLAUSE) : words.span.start]
    if realis is Realis.PLANNED and _BEGINS.search(lead):
        return True
    since = _SINCE.search(lead)
    return since is not None and words.span.end <= trigger.start


def _next(words: TimeExpression, published: date) -> TimeExpression:
    """The first such day or month that is not over on the day of publication."""
    if words.earliest is None or words.latest is None or words.latest >= published:
        return words
    if words.grain is Grain.DAY:
        day = words.earliest + timedelta(days=7)
        return replace(words, value=day.isoformat(), earliest=day, latest=day)
    if words.grain is Grain.MONTH:
        year, number = words.earliest.year + 1, words.earliest.month
        last = date(year, number, monthrange(year, number)[1])
        return replace(words, value=f"{year:04d}-{number:02d}", earliest=date(year, number, 1), latest=last)
    return words
