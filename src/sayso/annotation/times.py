"""Which words of a document tell a time, and what do they mean?"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from sayso.annotation.spans_of_time import Told, days, month, months_back, since, week, year
from sayso.lexicon.calendar import MONTHS, WEEKDAYS, bare_years, day_months, explicit_dates
from sayso.model.document import Document
from sayso.model.marks import Grain, TimeWords
from sayso.model.span import Span

_MONTH: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_NUMBER: Final = (
    "an|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|\\d{1,3}"
)
_VAGUE: Final = (
    r"recently|in recent (?:days|weeks|months|years)|at th(?:e|at) time|since then|soon|previously"
    r"|in the (?:days|weeks|months|years|hours) (?:following|after|before)(?: the \w+)?"
    r"|for (?:years|months|weeks|decades)|the (?:following|next|previous|same) (?:day|week|month|year)"
    r"|(?:days|weeks|months|years|hours) (?:later|earlier|ago)"
    r"|in the (?:coming|next few) (?:days|weeks|months|years)"
)
_COUNT: Final[Mapping[str, int]] = MappingProxyType(
    {
        w: n
        for n, w in enumerate(
            [
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ],
            1,
        )
    }
    | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
)

Resolve = Callable[[re.Match[str], date], Told | None]


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of time words with what it means on the day of publication."""

    pattern: re.Pattern[str]
    resolve: Resolve


def _today(found: re.Match[str], now: date) -> Told:
    back = {"yesterday": 1, "last night": 1, "tomorrow": -1}.get(found["word"].lower(), 0)
    return days(now - timedelta(days=back))


def _weekday(found: re.Match[str], now: date) -> Told:
    """The last such day up to publication; "next Tuesday" the first after it."""
    number = WEEKDAYS[found["day"].lower()]
    which = (found["which"] or "").lower()
    if which in ("next", "this coming"):
        return days(now + timedelta(days=(number - now.weekday() - 1) % 7 + 1))
    back = (now.weekday() - number) % 7
    return days(now - timedelta(days=back or (7 if which == "last" else 0)))


def _unit(found: re.Match[str], now: date) -> Told | None:
    """ "last week", "this month", "next year"."""
    step = {"last": -1, "this": 0, "next": 1}[found["which"].lower()]
    match found["unit"].lower():
        case "week":
            told = week(now, step)
            return days(told.earliest, now, Grain.WEEK) if step == 0 and told.earliest else told
        case "weekend":
            monday = now - timedelta(days=now.weekday())
            first = monday + timedelta(days=5 + 7 * step)
            return days(first, first + timedelta(days=1), Grain.INTERVAL)
        case "month":
            return month(*months_back(now, -step))
        case _:
            return year(now.year + step)


def _month_alone(found: re.Match[str], now: date) -> Told:
    """The last such month up to publication; "last July" where that is now, the one before."""
    number = MONTHS[found["month"].lower()]
    which = (found["which"] or "").lower()
    if which == "next":
        return month(now.year + (number <= now.month), number)
    past = number > now.month or (which == "last" and number == now.month)
    return month(now.year - past, number)


def _ago(found: re.Match[str], now: date) -> Told | None:
    number = found["number"].lower()
    count = int(number) if number.isdecimal() else _COUNT[number]
    match found["unit"].lower():
        case "day":
            return days(now - timedelta(days=count))
        case "week":
            return week(now, -count)
        case "month":
            return month(*months_back(now, count))
        case _:
            return year(now.year - count) if count < now.year else None


def _stretch(found: re.Match[str], now: date) -> Told | None:
    """ "in the past three days", "over the last year": up to publication."""
    number = (found["number"] or "one").lower()
    count = int(number) if number.isdecimal() else _COUNT[number]
    length = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.4, "year": 365.25}[found["unit"].lower()]
    back = max(1, round(count * length))
    return days(now - timedelta(days=back), now, Grain.INTERVAL) if back < now.toordinal() else None


def _form(pattern: str, resolve: Resolve) -> _Form:
    return _Form(re.compile(pattern), resolve)


_RELATIVE: Final = (  # in the order in which words are taken; capitals count in names of days and months
    _form(r"\b(?P<word>[Tt]oday|[Yy]esterday|[Tt]onight|[Tt]omorrow|[Ll]ast night)\b", _today),
    _form(
        rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|this coming) )?(?P<day>{_DAY})\b"
        r"(?: (?:morning|afternoon|evening|night)\b)?",
        _weekday,
    ),
    _form(r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext) (?P<unit>weekend|week|month|year)\b", _unit),
    _form(
        rf"\b(?P<number>(?i:{_NUMBER})) (?P<unit>day|week|month|year)s? ago\b",
        _ago,
    ),
    _form(
        rf"\b(?:in|over|during|for|within) the (?:past|last) (?:(?P<number>{_NUMBER}) )?"
        r"(?P<unit>hour|day|week|month|year)s?\b",
        _stretch,
    ),
    _form(
        rf"\b(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext) )?(?:(?:early|late|mid)[ -])?"
        rf"(?P<month>{_MONTH})\b(?! \d|[’']s [A-Z])",
        _month_alone,
    ),
)
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
    return tuple(found)


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
    for told in (*_dated(words, now), *_relative(words, now), *_vague(words)):
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
    for form in _RELATIVE:
        for found in form.pattern.finditer(words):
            if not _is_month_name(words, found):
                continue
            told = _resolved(form, found, now) if now else None
            yield _words(found.start(), found.end(), told, "publication")


def _resolved(form: _Form, found: re.Match[str], now: date) -> Told | None:
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
