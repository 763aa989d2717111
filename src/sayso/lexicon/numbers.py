"""How many do number words mean: "at least five", "dozens", "two dozen", "more than 1,200"?"""

import re
from dataclasses import dataclass, replace
from functools import cache

from sayso.lexicon.tables import rows
from sayso.model.mention import FigureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """A number as told; offsets in code points. A bound that is not told is None."""

    start: int
    end: int
    low: int | None
    high: int | None
    kind: FigureKind = FigureKind.EXACT
    further: bool = False  # "another three": beyond a number told before


_MOST = 10**12  # more than the people who ever lived: longer digit runs are no counts
_NEARLY = 0.8  # the least that "nearly n" may be, as a share of n (the reference on corroboration)
_APART = 24  # code points between the ends of a range: "hundreds, and possibly thousands"


@cache
def _kinds() -> dict[str, dict[str, str]]:
    """Words by kind: cardinal, scale, vague, bound."""
    out: dict[str, dict[str, str]] = {}
    for row in rows("numbers"):
        out.setdefault(row["kind"], {})[row["words"]] = row["value"]
    return out


def _either(words: object) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


@cache
def _pattern() -> re.Pattern[str]:
    kinds = _kinds()
    cardinal, scale = _either(kinds["cardinal"]), _either(kinds["scale"])
    digits = r"\d{1,3}(?:,\d{3})+|\d{1,12}"
    return re.compile(
        rf"(?<![\w.,:/$£€-])(?:(?P<bound>{_either(kinds['bound'])})\s+)?"
        rf"(?:(?P<more>{_either(kinds['further'])})\s+)?"
        rf"(?:(?P<vague>{_either(kinds['vague'])})"
        rf"|(?P<digits>{digits})(?P<point>\.\d{{1,3}})?(?:[–-](?P<upto>{digits}))?(?:\s+(?P<scale>{scale}))?"
        rf"|(?P<words>(?:{cardinal})(?:[\s-](?:{cardinal}|(?:{scale})(?:\sand(?=\s(?:{cardinal})\b))?)){{0,5}}))"
        rf"(?![\w%]|[.,:/-]\d|\s?%|\spercent|\sper\scent)(?:\s(?P<after>{_either(kinds['after'])})\b)?",
        re.IGNORECASE,
    )


def _spelled(words: str) -> int | None:
    kinds, total, part = _kinds(), 0, 0
    for word in re.split(r"(?:\s+and)?[\s-]+", words.lower()):
        if word in kinds["cardinal"]:
            part += int(kinds["cardinal"][word])
        elif word in kinds["scale"]:
            scale = int(kinds["scale"][word])
            if scale >= 1000:
                total, part = total + max(part, 1) * scale, 0
            else:
                part = max(part, 1) * scale
    return total + part if total + part <= _MOST else None


def _exact(found: re.Match[str], group: str = "digits") -> int | None:
    if found["words"]:
        return _spelled(found["words"])
    number = float(found[group].replace(",", "") + ((found["point"] or "") if group == "digits" else ""))
    if found["scale"]:
        number *= int(_kinds()["scale"][found["scale"].lower()])
    return round(number) if number <= _MOST else None


Bounds = tuple[int | None, int | None, FigureKind]


def _bounds(found: re.Match[str]) -> Bounds | None:
    bound = _kinds()["bound"].get(" ".join((found["bound"] or "").lower().split()), "")
    bound = bound or _kinds()["after"].get((found["after"] or "").lower(), "")
    if found["vague"]:
        low, _, high = _kinds()["vague"][" ".join(found["vague"].lower().split())].partition("-")
        kind = FigureKind.NONE if high == "0" else FigureKind.EXACT if low == high else FigureKind.VAGUE
        if bound in ("low", "over"):
            return int(low), None, FigureKind.FLOOR
        return int(low), int(high) if high else None, kind
    number = _exact(found)
    if number is None:
        return None
    if found["upto"] and len(found["digits"]) == 4:
        return None  # "1914-1918"
    if found["upto"]:
        most = _exact(found, "upto")
        return (number, most, FigureKind.RANGE) if most is not None and number < most else None
    return _bounded(number, bound)


def _bounded(number: int, bound: str) -> Bounds:
    """What a word before a number makes of it. "Up to" leaves the low end open, as the annotation guide does;
    so does it take "about 80" for 80: the manner tells that it is not exact."""
    if bound == "nearly":
        return round(number * _NEARLY), max(number - 1, 0), FigureKind.APPROX
    return {
        "low": (number, None, FigureKind.FLOOR),
        "over": (number + 1, None, FigureKind.FLOOR),
        "high": (None, number, FigureKind.CEILING),
        "under": (None, max(number - 1, 0), FigureKind.CEILING),
        "near": (number, number, FigureKind.APPROX),
    }.get(bound, (number, number, FigureKind.EXACT))


def find_numbers(text: str, start: int = 0, end: int | None = None) -> tuple[NumberWords, ...]:
    """Number words in order. Shares and sums are left out; years and ages are for the caller to weigh."""
    found: list[NumberWords] = []
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        bounds = _bounds(match)
        if bounds is None:
            continue
        low, high, kind = bounds
        told = NumberWords(
            start=match.start(), end=match.end(), low=low, high=high, kind=kind, further=bool(match["more"])
        )
        if found and _is_range(text, found[-1], told):
            told = replace(found.pop(), end=told.end, high=told.high, kind=FigureKind.RANGE)
        found.append(told)
    return tuple(found)


def _is_range(text: str, one: NumberWords, other: NumberWords) -> bool:
    """Whether two numbers are the ends of one: "between nine and eleven", "two or three", "hundreds, perhaps
    thousands"; not where one has grown into the other: "from five to seven"."""
    if one.low is None or other.high is None or one.low >= other.high or other.start - one.end > _APART:
        return False
    joined = " ".join(text[one.end : other.start].lower().replace(",", " ").split())
    opens = text[max(0, one.start - 9) : one.start].rstrip().lower()
    if joined == "and":
        return opens.endswith("between")
    vague = one.kind is FigureKind.VAGUE and other.kind is FigureKind.VAGUE
    if joined in _kinds()["range"]:
        return (_kinds()["range"][joined] == "any" or vague) and not opens.endswith("from")
    return False
