"""How is a day, week, month or year written, and which days does it cover?"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model.marks import Grain


@dataclass(frozen=True, slots=True)
class Told:
    """What words of time mean: the value as ISO writes it, its first and last day, its unit."""

    value: str
    earliest: date | None
    latest: date | None
    grain: Grain


def days(first: date, last: date | None = None, grain: Grain = Grain.DAY) -> Told:
    """One day, or the days from `first` to `last`."""
    if last is None or last == first:
        return Told(first.isoformat(), first, first, Grain.DAY)
    return Told(f"{first.isoformat()}/{last.isoformat()}", first, last, grain)


def week(now: date, step: int) -> Told:
    """Monday to Sunday of the week of `now`, or of one before or after it."""
    monday = now - timedelta(days=now.weekday()) + timedelta(weeks=step)
    return days(monday, monday + timedelta(days=6), Grain.WEEK)


def month(year_: int, number: int) -> Told:
    """A month of a year."""
    first = date(year_, number, 1)
    return Told(
        f"{year_:04d}-{number:02d}", first, first.replace(day=monthrange(year_, number)[1]), Grain.MONTH
    )


def year(number: int) -> Told:
    """A whole year."""
    return Told(f"{number:04d}", date(number, 1, 1), date(number, 12, 31), Grain.YEAR)


def months_back(now: date, count: int) -> tuple[int, int]:
    """Year and month that lie `count` months before `now`."""
    months = now.year * 12 + now.month - 1 - count
    return months // 12, months % 12 + 1


def since(value: str, earliest: date) -> Told:
    """From the beginning of a time on, without an end."""
    start = value.partition("/")[0]
    return Told(f"{start}/..", earliest, None, Grain.INTERVAL)


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def months(first: tuple[int, int], last: tuple[int, int]) -> Told:
    """From one month of a year to another."""
    a, b = month(*first), month(*last)
    return Told(f"{a.value}/{b.value}", a.earliest, b.latest, Grain.INTERVAL)


def years(first: int, last: int) -> Told:
    """From one year to another."""
    return Told(f"{first:04d}/{last:04d}", date(first, 1, 1), date(last, 12, 31), Grain.INTERVAL)


def season(year_: int, name: str) -> Told:
    """The three months of a season; a winter begins in December of its year."""
    first = _SEASONS[name]
    return months((year_, first), (year_ + (first == 12), (first + 1) % 12 + 1))
