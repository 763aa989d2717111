"""Which days are "the past three weeks", "the next two years"?"""

from datetime import date, timedelta
from typing import Final

from sayso.annotation.time_grammar.meanings import Meaning, days, month_after, months, years
from sayso.model.marks import Grain

_DAYS: Final = {"TS": 0.0, "TM": 0.0, "TH": 1 / 24, "D": 1.0, "W": 7.0, "2W": 14.0, "M": 30.4, "Q": 91.3}
_YEARS: Final = {"Y": 1, "10Y": 10, "50Y": 50, "100Y": 100}


def stretch(here: date, unit: str, count: float, *, back: bool) -> Meaning | None:
    """The stretch of time before a day, or after it, told in its own unit."""
    sign = -1 if back else 1
    try:
        if unit in ("10Y", "50Y", "100Y"):
            other = here.year + sign * int(count * _YEARS[unit])
            first, last = min(other, here.year), max(other, here.year)
            return years(first, last, "")
        if unit == "Y":
            y, m = month_after(here.year, here.month, sign * int(count * 12))
            y, m = min((y, m), (here.year, here.month))
            return months(y, m, int(count * 12) + 1)
        if unit not in _DAYS:
            return None
        other_day = here + sign * timedelta(days=max(1, round(count * _DAYS[unit])))
        return days(min(here, other_day), max(here, other_day), Grain.INTERVAL)
    except (ValueError, OverflowError):
        return None
