"""How is a day, week, month, season or length of time written, and which days does it cover?"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from sayso.model.marks import Grain, TimeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What words of time mean. A date that could not be resolved has neither value nor TIMEX3 value."""

    kind: TimeKind = TimeKind.DATE
    timex: str | None = None  # as TIMEX3 writes it: "2021-W27", "199", "P10Y", "PAST_REF"
    value: str | None = None  # as the interchange line writes it: "2021-07-05/2021-07-11"
    earliest: date | None = None
    latest: date | None = None
    grain: Grain | None = None
    anchor: str | None = "itself"  # what it was counted from; None: nothing known
    approximate: bool = False


_SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # their first months, north of the equator


def unresolved(kind: TimeKind = TimeKind.DATE) -> Meaning:
    """Words of time that cannot be resolved."""
    return Meaning(kind=kind, anchor=None)


def day(told: date) -> Meaning:
    """One day."""
    iso = told.isoformat()
    return Meaning(timex=iso, value=iso, earliest=told, latest=told, grain=Grain.DAY)


def days(first: date, last: date, grain: Grain = Grain.INTERVAL) -> Meaning:
    """The days from `first` to `last`."""
    if first == last:
        return day(first)
    value = f"{first.isoformat()}/{last.isoformat()}"
    return Meaning(timex=value, value=value, earliest=first, latest=last, grain=grain)


def week(told: date) -> Meaning:
    """Monday to Sunday of the week of a day."""
    monday = told - timedelta(days=told.weekday())
    year, number, _ = monday.isocalendar()
    made = days(monday, monday + timedelta(days=6), Grain.WEEK)
    return replace(made, timex=f"{year:04d}-W{number:02d}")


def weekend(told: date) -> Meaning:
    """Saturday and Sunday of the week of a day."""
    saturday = told - timedelta(days=told.weekday() - 5)
    year, number, _ = saturday.isocalendar()
    return replace(days(saturday, saturday + timedelta(days=1)), timex=f"{year:04d}-W{number:02d}-WE")


def month(year_: int, number: int) -> Meaning:
    """A month of a year."""
    first = date(year_, number, 1)
    iso = f"{year_:04d}-{number:02d}"
    last = first.replace(day=monthrange(year_, number)[1])
    return Meaning(timex=iso, value=iso, earliest=first, latest=last, grain=Grain.MONTH)


def months(year_: int, number: int, count: int) -> Meaning:
    """Several months from one on."""
    first, last = month(year_, number), month(*month_after(year_, number, count - 1))
    value = f"{first.value}/{last.value}"
    return replace(first, timex=value, value=value, latest=last.latest, grain=Grain.INTERVAL)


def month_after(year_: int, number: int, count: int) -> tuple[int, int]:
    """Year and month that lie `count` months after one (before it where negative)."""
    total = year_ * 12 + number - 1 + count
    return total // 12, total % 12 + 1


def year(number: int) -> Meaning:
    """A whole year."""
    iso = f"{number:04d}"
    first, last = date(number, 1, 1), date(number, 12, 31)
    return Meaning(timex=iso, value=iso, earliest=first, latest=last, grain=Grain.YEAR)


def years(first: int, last: int, timex: str) -> Meaning:
    """From one year to another: a decade, a century."""
    value = f"{first:04d}/{last:04d}"
    a, b = date(first, 1, 1), date(last, 12, 31)
    return Meaning(timex=timex, value=value, earliest=a, latest=b, grain=Grain.INTERVAL)


def decade(first: int) -> Meaning:
    """Ten years; TIMEX3 writes the first three digits of them."""
    return years(first, first + 9, f"{first // 10:03d}")


def century(number: int) -> Meaning:
    """A hundred years; the 20th began with 1901. TIMEX3 writes the first two digits of most of them."""
    return years(number * 100 - 99, number * 100, f"{number - 1:02d}")


def quarter(year_: int, number: int) -> Meaning:
    """Three months of a calendar year."""
    return replace(months(year_, number * 3 - 2, 3), timex=f"{year_:04d}-Q{number}")


def half(year_: int, number: int) -> Meaning:
    """Six months of a calendar year."""
    return replace(months(year_, number * 6 - 5, 6), timex=f"{year_:04d}-H{number}")


def season(year_: int, name: str) -> Meaning:
    """The three months of a season; a winter begins in December of its year."""
    return replace(months(year_, _SEASONS[name], 3), timex=f"{year_:04d}-{name}")


def length(count: str, unit: str, *, approximate: bool = False) -> Meaning:
    """A length of time; `count` is digits or X, `unit` as ISO 8601 with T before clock units."""
    if count == "X" and unit[:1].isdecimal():
        unit = {"10Y": "DE", "100Y": "CE", "2W": "W"}.get(unit, "Y")
    elif unit[:1].isdecimal():
        size = unit.rstrip("YWM")
        count, unit = _number(float(count) * int(size)), unit[len(size) :]
    clock = "T" if unit.startswith("T") else ""
    return Meaning(
        kind=TimeKind.DURATION, timex=f"P{clock}{count}{unit.removeprefix('T')}", approximate=approximate
    )


def reference(timex: str) -> Meaning:
    """Past, present or future, without a date."""
    return Meaning(timex=timex, anchor=None)


def recurring(timex: str) -> Meaning:
    """What comes again: every day, on Fridays."""
    return Meaning(kind=TimeKind.SET, timex=timex, anchor=None)


def before_christ(number: int, suffix: str = "") -> Meaning:
    """A year before Christ: no calendar of this program reaches it."""
    return Meaning(timex=f"BC{number:04d}{suffix}")


def at_clock(told: Meaning, clock: str) -> Meaning:
    """A part of a day or a time of the clock on a day: "TMO", "T22:00"."""
    if told.timex is None:
        return replace(told, kind=TimeKind.TIME)
    return replace(told, kind=TimeKind.TIME, timex=f"{told.timex}{clock}")


def counted(told: Meaning, anchor: str | None) -> Meaning:
    """The same, counted from something else than itself."""
    return replace(told, anchor=anchor)


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:g}"


def number_words(value: float) -> str:
    """A number as TIMEX3 writes it: "2", "2.5"."""
    return _number(value)
