"""What time does a worded or coded date of a page mean, with the zone exactly as stated?"""

import re
from datetime import date, datetime, time, timedelta, timezone

from sayso.lexicon.calendar import MONTHS
from sayso.lexicon.zones import AMERICAN, ZONES

_YEARS = range(1900, 2100)  # outside, the number is none

_ISO = re.compile(
    r"^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]{1,2}(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?)?"
    r"\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$",
    re.IGNORECASE,
)
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s/.-]{{1,3}}({_NAME})\b\.?,?[\s/.-]{{0,3}}(\d{{4}})\b", re.I
)
_MONTH_FIRST = re.compile(
    rf"\b({_NAME})\b\.?\s{{0,2}}(\d{{1,2}})(?:st|nd|rd|th)?\b,?\s{{1,3}}(\d{{4}})\b", re.I
)
_SCRIPT = re.compile(rf"^\w{{3}} ({_NAME}) (\d{{1,2}}) (\d{{4}}) (\d\d):(\d\d):(\d\d) GMT([+-]\d{{4}})", re.I)
_YEAR_FIRST = re.compile(r"\b(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})\b")
_HOUR = re.compile(
    r"\b([01]?\d|2[0-3])[:.h]([0-5]\d)(?::([0-5]\d))?\s{0,2}([ap]\.?\s?m\b\.?)?"
    r"(?:\s{0,2}\(?(?:(?:GMT|UTC)\s?)?([+-]\d{1,2}(?::?\d{2})?)\b|\s{0,2}\(?([A-Z]{1,4})\b)?|\b(1[0-2]"
    r"|0?\d)\s?([ap]\.?m\b\.?)"
    r"(?:\s{0,2}\(?([A-Z]{2,4})\b)?",
    re.IGNORECASE,
)


def _offset(text: str | None, day: date) -> timezone | None:
    """The zone that a suffix names; None where it names none."""
    if not text:
        return None
    name = text.strip().lower()
    if name in AMERICAN:
        return timezone(timedelta(hours=AMERICAN[name] + _summer(day)))
    if name in ZONES:
        return timezone(timedelta(hours=ZONES[name]))
    if found := re.match(r"^([+-])(\d{1,2}):?(\d{2})?$", name):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        if minutes > 14 * 60:
            return None
        return timezone(timedelta(minutes=-minutes if found[1] == "-" else minutes))
    return None


def _summer(day: date) -> int:
    """One where daylight saving holds in the United States: second Sunday of March to first of November."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    begins = march + timedelta(days=(6 - march.weekday()) % 7)
    ends = november + timedelta(days=(6 - november.weekday()) % 7)
    return int(begins <= day < ends)


def _written(day: date, clock: time | None, zone: timezone | None) -> str:
    if clock is None:
        return day.isoformat()
    when = datetime.combine(day, clock, tzinfo=zone)
    return when.isoformat(timespec="seconds" if clock.second else "minutes")


def _day(year: str, month: str, day: str) -> date | None:
    number = MONTHS.get(month.lower()) or (int(month) if month.isdigit() else 0)
    if int(year) not in _YEARS:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def coded(text: str) -> str | None:
    """A date in code (ISO 8601, RFC 2822, JavaScript) as ISO with the zone stated; None where impossible."""
    text = " ".join(text.split())[:60]
    if found := _ISO.match(text):
        day = _day(found[1], found[2], found[3])
        if day is None:
            return None
        try:
            clock = time(int(found[4]), int(found[5]), int(found[6] or 0)) if found[4] else None
        except ValueError:
            return None
        return _written(day, clock, _offset(found[7], day))
    if found := _SCRIPT.match(text):
        text = f"{found[1]} {found[2]}, {found[3]} {found[4]}:{found[5]}:{found[6]} {found[7]}"
    return worded(text)


def worded(text: str) -> str | None:
    """The first date told in words ("November 20, 2019 - 11:28 AMT"), with the clock that stands by it."""
    text = " ".join(text.split())[:300]
    best: tuple[int, int, date] | None = None
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2)), (_YEAR_FIRST, (1, 2, 3))):
        for found in pattern.finditer(text):
            day = _day(*(found[i] for i in order))
            if day and (best is None or found.start() < best[0]):
                best = (found.start(), found.end(), day)
            break
    if best is None:
        return None
    start, end, day = best
    after = _HOUR.search(text[end : end + 40])
    before = _HOUR.search(text[max(0, start - 40) : start])
    clock, zone = _clock(after or before, day)
    return _written(day, clock, zone)


def _clock(found: re.Match[str] | None, day: date) -> tuple[time | None, timezone | None]:
    if found is None:
        return None, None
    hour, minute = int(found[1] or found[7]), int(found[2] or 0)
    half = (found[4] or found[8] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute, int(found[3] or 0)), _offset(found[5] or found[6] or found[9], day)
