"""Which words are dates written out, and of which day, month or year?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

_MONTH_NAMES: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final[Mapping[str, int]] = MappingProxyType(
    {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
    | {name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)}
    | {"sept": 9}
)  # lower case, without a full stop
WEEKDAYS: Final[Mapping[str, int]] = MappingProxyType(
    {name: number for number, name in enumerate(_WEEKDAY_NAMES)}
    | {name[:3]: number for number, name in enumerate(_WEEKDAY_NAMES)}
    | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
)  # Monday is 0, as in `date.weekday()`

# A month is written with a capital or wholly in capitals: "may 5 people" and "march 3 miles" are no dates.
_M: Final = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)(?![A-Za-z])\.?"
)
_D: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
# 1000 to 2199, and not followed by what is counted: "On May 5, 3000 people marched" holds no year.
_Y: Final = (
    r"(?P<year>1\d{3}|2[01]\d{2})(?![\d%]|[.,]\d)"
    r"(?!\s(?:people|men|women|children|troops|soldiers|protesters|homes|families|others)\b)"
)
_DAY_FORMS: Final = (
    re.compile(rf"\b{_M}\s?{_D},?\s{{1,3}}{_Y}"),  # January 25, 2018
    re.compile(
        rf"(?<![\w.,:/-]){_D}(?:\s|-|\sof\s){_M}(?:,?\s{{1,3}}|-){_Y}"
    ),  # 25 January 2018, 25-Jan-2018
    re.compile(r"(?<![\w./-])(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])"),  # 2018-01-25
)
_MONTH_FORM: Final = re.compile(rf"\b{_M}(?:,?\s{{1,3}}|\sof\s){_Y}")  # July 2010
_DAY_MONTH_FORMS: Final = (
    re.compile(rf"\b{_M}\s?{_D}(?![,.:]?\d|\s?%)"),  # March 31, Oct. 03
    re.compile(rf"(?<![\w.,:/$£€-]){_D}(?:\s|\sof\s){_M}"),  # 31 March
)
_BARE_YEAR: Final = re.compile(rf"(?<![\w.,:/$£€#+-]){_Y}(?![\w/:]|-\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """A date written out in full; offsets in code points of the text that was given."""

    start: int
    end: int
    value: str  # ISO: "2018-01-25", "2018-01", "2018"
    grain: str  # "day", "month", "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMonth:
    """A day of a month whose year is not said."""

    start: int
    end: int
    month: int
    day: int


def explicit_dates(text: str) -> tuple[DateWords, ...]:
    """Days and months written with their year, in order; impossible ones (February 30) are no dates."""
    found: list[DateWords] = []
    taken: set[int] = set()  # code points
    for form in _DAY_FORMS:
        for match in form.finditer(text):
            if not taken.isdisjoint(range(*match.span())):
                continue
            taken.update(range(*match.span()))  # an impossible day is not read as a month either
            day = _iso_day(match)
            if day:
                found.append(DateWords(start=match.start(), end=match.end(), value=day, grain="day"))
    for match in _MONTH_FORM.finditer(text):
        if taken.isdisjoint(range(*match.span())) and not _looks_back_at_day(text, match.start()):
            value = f"{match['year']}-{MONTHS[match['month'].lower()]:02d}"
            found.append(DateWords(start=match.start(), end=match.end(), value=value, grain="month"))
    return tuple(sorted(found, key=lambda words: words.start))


def day_months(text: str) -> tuple[DayMonth, ...]:
    """Days named by month and day alone ("March 31", "31 March"), outside dates that say their year."""
    taken = {at for words in explicit_dates(text) for at in range(words.start, words.end)}
    found: list[DayMonth] = []
    for form in _DAY_MONTH_FORMS:
        for match in form.finditer(text):
            month, day = MONTHS[match["month"].lower()], int(match["day"])
            free = taken.isdisjoint(range(*match.span()))
            if free and _possible(2000, month, day):  # 2000 has a February 29
                taken.update(range(*match.span()))
                found.append(DayMonth(start=match.start(), end=match.end(), month=month, day=day))
    return tuple(sorted(found, key=lambda words: words.start))


def bare_years(text: str) -> tuple[DateWords, ...]:
    """Four digits that may be a year, 1000 to 2199, outside fuller dates: for the caller to weigh."""
    taken = {at for words in explicit_dates(text) for at in range(words.start, words.end)}
    return tuple(
        DateWords(start=match.start(), end=match.end(), value=match["year"], grain="year")
        for match in _BARE_YEAR.finditer(text)
        if taken.isdisjoint(range(*match.span()))
    )


def iso_day(year: int, month: int, day: int) -> str | None:
    """The day as ISO writes it; None where the calendar has no such day."""
    return date(year, month, day).isoformat() if _possible(year, month, day) else None


def _iso_day(match: re.Match[str]) -> str | None:
    month = match["month"]
    number = int(month) if month.isdecimal() else MONTHS[month.lower()]
    return iso_day(int(match["year"]), number, int(match["day"]))


def _possible(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _looks_back_at_day(text: str, start: int) -> bool:
    """Whether a day number stands before: "30 February 2018" is no "February 2018"."""
    return re.search(r"\d(?:st|nd|rd|th)?(?:\s|\sof\s|-)$", text[max(0, start - 8) : start]) is not None
