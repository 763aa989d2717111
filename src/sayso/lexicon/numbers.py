"""How many do number words mean: "at least five", "dozens", "two dozen", "more than 1,200"?"""

import re
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.tables import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """A number as told; offsets in code points. A bound that is not told is None."""

    start: int
    end: int
    low: int | None
    high: int | None


_MOST = 10**12  # more than the people who ever lived: longer digit runs are no counts


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
        rf"(?:(?P<vague>{_either(kinds['vague'])})"
        rf"|(?P<digits>{digits})(?P<point>\.\d{{1,3}})?(?:\s+(?P<scale>{scale}))?"
        rf"|(?P<words>(?:{cardinal})(?:[\s-](?:{cardinal}|(?:{scale})(?:\sand(?=\s(?:{cardinal})\b))?)){{0,5}}))"
        r"(?![\w%]|[.,:/-]\d|\s?%|\spercent|\sper\scent)",
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


def _exact(found: re.Match[str]) -> int | None:
    if found["words"]:
        return _spelled(found["words"])
    number = float(found["digits"].replace(",", "") + (found["point"] or ""))
    if found["scale"]:
        number *= int(_kinds()["scale"][found["scale"].lower()])
    return int(number) if number <= _MOST else None


def _bounds(found: re.Match[str]) -> tuple[int | None, int | None] | None:
    bound = _kinds()["bound"].get((found["bound"] or "").lower(), "")
    if found["vague"]:
        low, _, high = _kinds()["vague"][found["vague"].lower()].partition("-")
        if bound in ("low", "over"):
            return int(low), None
        return int(low), int(high) if high else None
    number = _exact(found)
    if number is None:
        return None
    return {"low": (number, None), "over": (number + 1, None), "high": (None, number)}.get(
        bound, (number, number)
    )


def find_numbers(text: str, start: int = 0, end: int | None = None) -> tuple[NumberWords, ...]:
    """Number words in order. Shares and sums are left out; years and ages are for the caller to weigh."""
    found: list[NumberWords] = []
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        bounds = _bounds(match)
        if bounds:
            told = NumberWords(start=match.start(), end=match.end(), low=bounds[0], high=bounds[1])
            if found and _is_range(text, found[-1], told):
                told = NumberWords(start=found[-1].start, end=told.end, low=found[-1].low, high=told.high)
                found.pop()
            found.append(told)
    return tuple(found)


def _is_range(text: str, one: NumberWords, other: NumberWords) -> bool:
    """Whether two numbers are the ends of one: "between nine and eleven"."""
    joined = text[one.end : other.start].strip().lower() == "and"
    opens = text[max(0, one.start - 9) : one.start].rstrip().lower().endswith("between")
    fits = one.low is not None and other.high is not None and one.low <= other.high
    return joined and opens and fits
