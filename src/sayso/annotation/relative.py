"""What do "Tuesday", "last month", "overnight" mean on the day of publication?"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from sayso.annotation.spans_of_time import Told, days, month, months, months_back, season, week, year, years
from sayso.lexicon.calendar import MONTHS, WEEKDAYS
from sayso.model.marks import Grain

_MONTH: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
NUMBER: Final = (
    "an|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|\\d{1,3}"
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
class Form:
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
    unit = found["unit"].lower()
    if unit == "decade":
        return years(now.year - 10 * count, now.year) if 10 * count < now.year else None
    if unit == "year":
        return months((now.year - count, now.month), (now.year, now.month)) if count < now.year else None
    length = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.4}[unit]
    back = max(1, round(count * length))
    return days(now - timedelta(days=back), now, Grain.INTERVAL) if back < now.toordinal() else None


def _overnight(found: re.Match[str], now: date) -> Told:
    return days(now - timedelta(days=1), now, Grain.INTERVAL)


def _weekend(found: re.Match[str], now: date) -> Told:
    """The last Saturday and Sunday up to publication."""
    first = now - timedelta(days=(now.weekday() - 5) % 7)
    return days(first, first + timedelta(days=1), Grain.INTERVAL)


def _season(found: re.Match[str], now: date) -> Told | None:
    """ "last autumn": the last that is over; "the summer of 2016"; "this spring"."""
    name = found["season"].lower()
    which = (found["which"] or "last").lower()
    if which != "last":
        return season(now.year + (which == "next"), name)
    told = season(now.year, name)
    over = told.latest is not None and told.latest < now
    return told if over else season(now.year - 1, name)


def _end_of(found: re.Match[str], now: date) -> Told:
    return month(now.year, 12) if found["unit"].lower() == "year" else month(now.year, now.month)


def form_of(pattern: str, resolve: Resolve) -> Form:
    """A form from its pattern."""
    return Form(re.compile(pattern), resolve)


SEASON: Final = re.compile(
    r"\b(?:[Tt]he )?(?P<season>spring|summer|autumn|fall|winter) (?:of )?(?P<year>(?:19|20)\d\d)\b"
)
RELATIVE: Final = (  # in the order in which words are taken; capitals count in names of days and months
    form_of(r"\b(?:[Oo]vernight)\b(?! \w+(?:ing|s)\b)", _overnight),
    form_of(r"\b(?:[Oo]ver|[Aa]t|[Dd]uring) the weekend\b", _weekend),
    form_of(
        r"\b(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext) |[Tt]he (?!fall))"
        r"(?P<season>spring|summer|autumn|fall|winter)\b",
        _season,
    ),
    form_of(r"\b[Tt]he end of (?:the|this) (?P<unit>month|year)\b", _end_of),
    form_of(r"\b(?P<word>[Rr]ight now)\b", _today),
    form_of(r"\b(?P<word>[Tt]oday|[Yy]esterday|[Tt]onight|[Tt]omorrow|[Ll]ast night)\b", _today),
    form_of(
        rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|this coming) )?(?P<day>{_DAY})\b"
        r"(?: (?:morning|afternoon|evening|night)\b)?",
        _weekday,
    ),
    form_of(r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext) (?P<unit>weekend|week|month|year)\b", _unit),
    form_of(
        rf"\b(?P<number>(?i:{NUMBER})) (?P<unit>day|week|month|year)s? ago\b",
        _ago,
    ),
    form_of(
        rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|within|throughout) the (?:past|last)"
        rf" (?:(?P<number>{NUMBER}) )?(?P<unit>hour|day|week|month|year|decade)s?\b",
        _stretch,
    ),
    form_of(
        rf"\b(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext) )?(?:(?:early|late|mid)[ -])?"
        rf"(?P<month>{_MONTH})\b(?! \d|[’']s [A-Z])",
        _month_alone,
    ),
)
