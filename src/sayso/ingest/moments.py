"""When was a page published, as somebody states it?"""

import re
from datetime import date, datetime, timedelta
from typing import Final

from sayso.errors import PageError
from sayso.model.document import Moment

UNSTATED: Final = frozenset({"", "unknown", "none", "null", "n/a"})
AHEAD: Final = timedelta(days=2)  # zones differ by up to 26 hours, clocks by some; a later date cannot be

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}$")
_TIME: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?P<seconds>:\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$"
)


def stated(words: str | None, *, source: str = "caller") -> Moment | None:
    """A caller's day or time; None for "unknown". PageError("bad-date") for what no calendar has."""
    plain = (words or "").strip()
    if plain.casefold() in UNSTATED:
        return None
    value = _iso(plain)
    if value is None:
        raise PageError(
            "bad-date",
            f"published is {plain[:60]!r}: give an ISO day or time (2021-07-13, 2021-07-13T10:21+02:00)"
            " or leave it out",
        )
    return Moment(value=value, source=source)


def possible(moment: Moment | None, *, fetched: datetime) -> Moment | None:
    """What a page states, unless it cannot be: no day of the calendar, or days after the page was fetched."""
    if moment is None or _iso(moment.value) is None:
        return None
    return moment if moment.day - fetched.date() <= AHEAD else None


def _iso(words: str) -> str | None:
    """The value as ISO writes it, to the precision stated; None where it is none."""
    try:
        if _DAY.match(words):
            return date.fromisoformat(words).isoformat()
        time = _TIME.match(words)
        if not time:
            return None
        when = datetime.fromisoformat(words.replace(",", "."))
    except ValueError:
        return None
    return when.isoformat(timespec="seconds" if time["seconds"] else "minutes")
