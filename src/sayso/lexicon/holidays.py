"""On which days of a year does a feast fall?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final

from sayso.lexicon.tables import rows

_ISLAMIC_EPOCH: Final = 227015  # day number of 1 Muharram 1, the civil form (19 July 622 in today's calendar)
_FIRST, _LAST = 1583, 2400  # years for which the rules below are known to hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """First and last day of a feast; by the arithmetic Islamic calendar it may be a day off."""

    first: date
    last: date
    approximate: bool = False


@cache
def feasts() -> Mapping[str, str]:
    """The rule of every feast by its lower-case name."""
    return MappingProxyType({row["name"]: row["rule"] for row in rows("holidays")})


def feast_in(year: int, name: str) -> Feast | None:
    """The feast in a year; None for one that is not listed, or in a year without it."""
    rule = feasts().get(name, "")
    if not rule or not _FIRST <= year <= _LAST:
        return None
    if rule.startswith("easter"):
        day = _easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    elif rule.startswith("nth"):
        _, month, weekday, number = rule.split()
        day = _nth(year, int(month), int(weekday), int(number))
    elif rule.startswith("islamic"):
        _, month, told = rule.split()
        return _islamic(year, int(month), told)
    else:
        day = date(year, int(rule[:2]), int(rule[3:]))
    return Feast(first=day, last=day)


def _easter(year: int) -> date:
    """Easter Sunday by the Gregorian reckoning (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    """The n-th such weekday of a month; the last one where n is -1."""
    if number < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def _islamic(year: int, month: int, told: str) -> Feast | None:
    """The first such day or month that begins in the year."""
    about = int((year - 622) * 33 / 32)
    for islamic in range(about - 1, about + 3):
        first = _day_of(islamic, month, 1 if told == "*" else int(told))
        if first.year == year:
            days = 29 + month % 2 if told == "*" else 1
            return Feast(first=first, last=first + timedelta(days=days - 1), approximate=True)
    return None


def _day_of(year: int, month: int, day: int) -> date:
    """A day of the arithmetic Islamic calendar (eleven leap years in thirty)."""
    before = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_ISLAMIC_EPOCH + before + day - 1)
