"""Which words of a document tell a time, and what do they mean?"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from sayso.annotation.relative import NUMBER, RELATIVE, SEASON, Form
from sayso.annotation.spans_of_time import Told, days, month, season, since, year
from sayso.lexicon.calendar import bare_years, day_months, explicit_dates
from sayso.model.document import Document
from sayso.model.marks import Grain, TimeWords
from sayso.model.span import Span

_VAGUE: Final = (
    r"recently|in recent (?:days|weeks|months|years)|at th(?:e|at) time|since then|soon|previously"
    r"|in the (?:days|weeks|months|years|hours) (?:following|after|before)(?: the \w+)?"
    r"|for (?:years|months|weeks|decades)|the (?:following|next|previous|same) (?:day|week|month|year)"
    rf"|(?:(?:{NUMBER}|several|a few|some) )?(?:days?|weeks?|months?|years?|hours?|nights?)"
    r" (?:later|earlier|ago|before|after)"
    r"|(?:(?:by |at )?the (?:end|start|beginning) of )?that (?:day|week|month|year|night|morning|evening)"
    r"|in the (?:coming|next few) (?:days|weeks|months|years)"
)
_BARE_MONTH: Final = re.compile(r"[A-Z][a-z]+")
_STORY: Final = 250  # code points; a story goes on for a sentence or two
_LONGEST: Final = 4000  # code points; the longest sentences of news have about 600
_UNRESOLVED: Final = re.compile(rf"\b(?:{_VAGUE})\b", re.IGNORECASE)
_NEEDS_LEAD: Final = frozenset({"March", "May", "April", "June", "August"})  # also words and first names
_LEAD: Final = re.compile(
    r"\b(?:in|since|by|until|till|of|from|during|before|after|last|this|next|early|late|mid"
    r"|between|and|to|through)[ -]$",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(
    r"\b[Ss]ince (?:at least )?(?:(?:early|late|mid|the (?:start|end|beginning) of)[ -])?$"
)
_YEAR_LEAD: Final = re.compile(
    r"\b(?:in|since|by|until|till|of|from|during|before|after|early|late|mid|the"
    r"|between|and|to|through|a|around)[ -]$",
    re.IGNORECASE,
)


def mark_times(document: Document, sentences: tuple[Span, ...]) -> tuple[TimeWords, ...]:
    """Words of time in order. Relative ones are counted from the day of publication; where that is not stated
    they are marked without a value: nothing is ever counted from today."""
    now = document.published.day if document.published else None
    found: list[TimeWords] = []
    for sentence in sentences:
        for piece in _pieces(document.text, sentence):
            found += _of_sentence(document.text, piece, now)
    return tuple(_in_story(document.text, found))


def _in_story(text: str, found: list[TimeWords]) -> Iterator[TimeWords]:
    """Bare months shortly after a month that says its year are of that year, or the next: "In June 2019
    guards walked out. By [August] they had seized two stations."."""
    last: tuple[int, date] | None = None
    for words in found:
        told = words.earliest
        if words.grain is Grain.MONTH and words.anchor == "publication" and told is not None:
            bare = _BARE_MONTH.fullmatch(words.span.of(text)) is not None
            if bare and last is not None and words.span.start - last[0] <= _STORY and last[1] < told:
                moved = month(last[1].year + (told.month < last[1].month), told.month)
                words = replace(words, value=moved.value, earliest=moved.earliest, latest=moved.latest)
                last = words.span.start, moved.earliest or last[1]
        elif words.anchor == "itself" and words.grain in (Grain.MONTH, Grain.DAY) and told is not None:
            last = words.span.start, told
        elif words.value is not None and words.anchor == "publication":
            last = None
        yield words


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence, or the pieces of what is none (a table without stops), so that time stays linear."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        end = cut if cut > start else start + _LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def _of_sentence(text: str, sentence: Span, now: date | None) -> list[TimeWords]:
    words = sentence.of(text)
    found: list[TimeWords] = []
    for told in (*_seasons(words), *_dated(words, now), *_relative(words, now), *_vague(words)):
        if not any(told.span.meets(other.span) for other in found):
            found.append(_opened(words, told))
    moved = (replace(t, span=Span(t.span.start + sentence.start, t.span.end + sentence.start)) for t in found)
    return sorted(moved, key=lambda told: told.span)


def _words(start: int, end: int, told: Told | None, anchor: str) -> TimeWords:
    span = Span(start, end)
    if told is None:
        return TimeWords(span=span)
    return TimeWords(
        span=span,
        value=told.value,
        earliest=told.earliest,
        latest=told.latest,
        grain=told.grain,
        anchor=anchor,
    )


def _seasons(words: str) -> Iterator[TimeWords]:
    """Seasons that say their year."""
    for found in SEASON.finditer(words):
        told = season(int(found["year"]), found["season"].lower())
        yield _words(found.start(), found.end(), told, "itself")


def _dated(words: str, now: date | None) -> Iterator[TimeWords]:
    """Dates that say their year, days that do not, and years alone."""
    for date_words in explicit_dates(words):
        parts = [int(part) for part in date_words.value.split("-")]
        told = month(*parts) if len(parts) == 2 else days(date(*parts))
        yield _words(date_words.start, date_words.end, told, "itself")
    for day in day_months(words):
        yield _words(day.start, day.end, _last_such(day.month, day.day, now), "publication")
    for date_words in bare_years(words):
        number = int(date_words.value)
        if 1900 <= number <= 2100 and _reads_as_year(words, date_words.start, date_words.end):
            yield _words(date_words.start, date_words.end, year(number), "itself")


def _reads_as_year(words: str, start: int, end: int) -> bool:
    before = words[max(0, start - 12) : start]
    return bool(_YEAR_LEAD.search(before)) or words[end : end + 1] in (" ", ",", ".", ")", "’", "'")


def _last_such(number: int, day: int, now: date | None) -> Told | None:
    """The last such day up to publication, a month's grace given to days that are announced."""
    if now is None:
        return None
    for back in range(-1, 5):  # 29 February comes every fourth year
        try:
            told = date(now.year - back, number, day)
        except ValueError:
            continue
        if told <= now + timedelta(days=31):
            return days(told)
    return None


def _relative(words: str, now: date | None) -> Iterator[TimeWords]:
    for form in RELATIVE:
        for found in form.pattern.finditer(words):
            if not _is_month_name(words, found):
                continue
            told = _resolved(form, found, now) if now else None
            yield _words(found.start(), found.end(), told, "publication")


def _resolved(form: Form, found: re.Match[str], now: date) -> Told | None:
    try:
        return form.resolve(found, now)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return None


def _is_month_name(words: str, found: re.Match[str]) -> bool:
    """Whether a word that may also be a verb or a first name is the month here."""
    name = found.groupdict().get("month")
    if name not in _NEEDS_LEAD or found.group() != name:
        return True
    return bool(_LEAD.search(words[max(0, found.start() - 10) : found.start()]))


def _vague(words: str) -> Iterator[TimeWords]:
    for found in _UNRESOLVED.finditer(words):
        yield TimeWords(span=Span(found.start(), found.end()))


def _opened(words: str, told: TimeWords) -> TimeWords:
    """With "since" before it, a time opens an interval: "since early April" is "2021-04/.."."""
    lead = _SINCE.search(words[max(0, told.span.start - 40) : told.span.start])
    if not lead:
        return told
    span = Span(told.span.start - len(lead.group()), told.span.end)
    if told.value is None or told.earliest is None:
        return replace(told, span=span)
    opened = since(told.value, told.earliest)
    return replace(told, span=span, value=opened.value, latest=None, grain=opened.grain)
