"""Which dates that stand together are one time: "between April and July", "June 27 and 28", "since 2015"?"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from sayso.model.marks import Grain, TimeExpression, TimeKind
from sayso.model.span import Span

_LEAD: Final = 40  # code points looked at before a time
_BETWEEN: Final = re.compile(r"\b(?:between|from|From|Between)\s+(?:the\s+)?$")
_FROM_TO: Final = re.compile(
    r"\s*(?:to|until|till|through|up to|and|[-–—])\s*(?:the\s+|around\s+|about\s+)?", re.IGNORECASE
)
_TO: Final = re.compile(r"\s*(?:to|through|[-–—])\s*(?:the\s+)?", re.IGNORECASE)
_AND: Final = re.compile(r"\s*(?:and|&|,)\s*(?:on\s+)?(?:the\s+)?")
_SINCE: Final = re.compile(
    r"\b[Ss]ince\s+(?:at\s+least\s+)?(?:(?:early|late|mid|the\s+(?:start|end|beginning)\s+of)[\s-]+)?$"
)
_UNTIL: Final = re.compile(r"\b(?:[Uu]ntil|[Tt]ill|[Uu]p to)\s+(?:at\s+least\s+)?(?:the\s+)?$")


def joined(text: str, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times with those that are one put together, and with ends opened by "since" and "until"."""
    out: list[TimeExpression] = []
    for one in times:
        last = out[-1] if out else None
        whole = _one(text, last, one) if last is not None else None
        if whole is not None:
            out[-1] = whole
        else:
            out.append(_opened(text, one, last.span.end if last else 0))
    return out


def _dated(one: TimeExpression) -> bool:
    return one.kind in (TimeKind.DATE, TimeKind.TIME) and one.value is not None and "." not in one.value


def _one(text: str, a: TimeExpression, b: TimeExpression) -> TimeExpression | None:
    """The time from one date to another, where the words between say so."""
    if not (_dated(a) and _dated(b)) or not (a.earliest and a.latest and b.earliest and b.latest):
        return None
    if not (a.earliest <= b.earliest and a.latest <= b.latest) or a.value == b.value:
        return None
    gap = text[a.span.end : b.span.start]
    lead = _BETWEEN.search(text[max(0, a.span.start - _LEAD) : a.span.start])
    days = a.grain is Grain.DAY and b.grain is Grain.DAY
    following = days and b.earliest - a.latest == timedelta(days=1)
    if not (
        (lead and _FROM_TO.fullmatch(gap))
        or (_TO.fullmatch(gap) and a.grain == b.grain)
        or (_AND.fullmatch(gap) and following)
    ):
        return None
    start = a.span.start - len(lead.group()) if lead else a.span.start
    value = f"{_begin(a)}/{_finish(b)}"
    return replace(
        b,
        span=Span(start, b.span.end),
        value=value,
        timex=value,
        kind=TimeKind.DATE,
        earliest=a.earliest,
        latest=b.latest,
        grain=Grain.INTERVAL,
        approximate=a.approximate or b.approximate,
        anchor=a.anchor if a.anchor == b.anchor else b.anchor if a.anchor == "itself" else a.anchor,
    )


def _begin(one: TimeExpression) -> str:
    return (one.value or "").partition("/")[0]


def _finish(one: TimeExpression) -> str:
    return (one.value or "").rpartition("/")[2]


def _opened(text: str, one: TimeExpression, floor: int) -> TimeExpression:
    """With "since" before it a time has no end ("2021-04/.."); with "until" no beginning."""
    before = text[max(floor, one.span.start - _LEAD) : one.span.start]
    since = _SINCE.search(before)
    if since:
        span = Span(one.span.start - len(since.group()), one.span.end)
        if not _dated(one):
            return replace(one, span=span)
        value = f"{_begin(one)}/.."
        return replace(one, span=span, value=value, latest=None, grain=Grain.INTERVAL)
    until = _UNTIL.search(before)
    if until and _dated(one):
        span = Span(one.span.start - len(until.group()), one.span.end)
        value = f"../{_finish(one)}"
        return replace(one, span=span, value=value, earliest=None, grain=Grain.INTERVAL)
    return one
