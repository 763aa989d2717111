"""Which days does an ISO time cover, and how far do two times agree?"""

from calendar import monthrange
from datetime import date

AGREE = 0.5  # days in common over days covered by either: the corpus' own definition
OPEN_DAYS = 3653  # an open end is cut ten years from the other end

Days = tuple[date, date]


def days_of(value: str | None) -> Days | None:
    """First and last day of an ISO day, month, year, interval or open interval; None if it is none."""
    if not value:
        return None
    start, _, end = value.partition("/")
    try:
        return _day(start, last=False), _day(end or start, last=True)
    except ValueError:
        return None


def _day(text: str, *, last: bool) -> date:
    if text == "..":
        return date.max if last else date.min
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    if not month:
        return date(year, 12, 31) if last else date(year, 1, 1)
    return date(year, month, day or (monthrange(year, month)[1] if last else 1))


def days_agree(want: Days | None, told: Days | None) -> bool:
    """Whether half of the days that either covers are covered by both."""
    if want is None or told is None:
        return False
    (a, b), (c, d) = _closed(want), _closed(told)
    return (min(b, d) - max(a, c)) / (max(b, d) - min(a, c)) >= AGREE


def _closed(days: Days) -> tuple[int, int]:
    """As day numbers, the end beyond the last day."""
    start, end = (day.toordinal() for day in days)
    if days[0] == date.min:
        start = end - OPEN_DAYS
    if days[1] == date.max:
        end = start + OPEN_DAYS
    return start, end + 1
