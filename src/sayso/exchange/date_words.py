"""How is a time told in words: "5–11 Jul 2021", "2020 or later"?"""

from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNDATED = "undated"
OPEN = ".."


def date_in_words(value: str | None) -> str:
    """An ISO day, month, year, interval or open interval in words; as it stands where it is none of these."""
    if not value:
        return UNDATED
    start, slash, end = value.partition("/")
    try:
        if not slash or start == end:
            return " ".join(_parts(start))
        if start == OPEN:
            return f"{' '.join(_parts(end))} or earlier"
        if end == OPEN:
            return f"{' '.join(_parts(start))} or later"
        return _interval(_parts(start), _parts(end))
    except ValueError:
        return value


def day_in_words(day: date | None) -> str:
    """A calendar day in words."""
    return date_in_words(day.isoformat()) if day else UNDATED


def _parts(iso: str) -> list[str]:
    """Day, month and year, as far as told: ["5", "Jul", "2021"], ["Jul", "2021"], ["2021"]."""
    numbers = [int(part) for part in iso[:10].split("-")]
    year, month, day = [*numbers, 1, 1][:3]
    date(year, month, day)
    return [str(day), MONTHS[month - 1], str(year)][3 - len(numbers) :]


def _interval(start: list[str], end: list[str]) -> str:
    """Both ends, what they share told once."""
    if len(start) != len(end):
        return f"{' '.join(start)} – {' '.join(end)}"
    shared = 0
    while shared < len(start) and start[len(start) - 1 - shared :] == end[len(end) - 1 - shared :]:
        shared += 1
    first = start[: len(start) - shared]
    dash = "–" if len(first) == 1 else " – "
    return f"{' '.join(first)}{dash}{' '.join(end)}"
