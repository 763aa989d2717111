"""How many troops, rounds, how much money does an act tell of?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from sayso.lexicon.counted import counted_words, currencies
from sayso.lexicon.numbers import find_numbers
from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.mention import Count, EventType, Figure, Mention
from sayso.model.span import Span

_SENT = frozenset({EventType.MOBILIZE, EventType.RETREAT, EventType.SUPPORT, EventType.AID, EventType.AGREE,
                   EventType.COOPERATE, EventType.REQUEST, EventType.THREATEN})  # fmt: skip
_FIRED = frozenset({EventType.ASSAULT, EventType.THREATEN, EventType.MOBILIZE, EventType.AID})
_PAID = frozenset({EventType.AID, EventType.SANCTION, EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE,
                   EventType.REQUEST, EventType.REJECT, EventType.COERCE})  # fmt: skip
_FAR = 90  # code points between an act and what it is told to have sent, fired or paid
_SUM = re.compile(
    r"(?P<sign>US\$|[$€£¥₽₪])\s?(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,9})(?P<point>\.\d{1,3})?"
    r"(?:\s?(?P<scale>thousand|million|billion|trillion|bn|m|k)\b)?",
    re.IGNORECASE,
)
_APART = re.compile(  # between a number and a noun it does not count: "nine killed as drones"
    r"\b(?:and|or|years?|days?|hours?|people|in|by|with|as|when|after|while|before|since|the|an?|on|at|from|to|that"
    r"|killed|dead|died|wounded|injured|hurt|is|are|was|were|has|have|had)\b",
    re.IGNORECASE,
)
_SCALES = {
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}


@cache
def _nouns() -> re.Pattern[str]:
    words = counted_words("troops") | counted_words("rounds") | {w for w in currencies() if w.isalpha()}
    either = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


def things_of(document: Document, marks: Marks, mentions: Sequence[Mention]) -> dict[str, tuple[Figure, ...]]:
    """By id of a mention what its sentence tells that it sent, fired or paid; each with the nearest act."""
    text = document.text
    out: dict[str, list[Figure]] = {}
    starts = [mention.trigger.start for mention in mentions]
    for sentence in marks.sentences:
        here = mentions[bisect_left(starts, sentence.start) : bisect_right(starts, sentence.end)]
        if not here:
            continue
        for figure in (*_counted(text, sentence), *_sums(text, sentence)):
            fits = [
                m for m in here if m.type in _types(figure.of) and _gap(m.trigger, figure.mention) <= _FAR
            ]
            if fits:
                best = min(fits, key=lambda m: _gap(m.trigger, figure.mention))
                out.setdefault(best.id, []).append(figure)
    return {name: tuple(found) for name, found in out.items()}


def _types(of: str) -> frozenset[EventType]:
    return {"troops": _SENT, "rounds": _FIRED}.get(of, _PAID)


def _gap(one: Span, other: Span | None) -> int:
    return max(0, one.start - other.end, other.start - one.end) if other else 0


def _counted(text: str, sentence: Span) -> list[Figure]:
    """Numbers right before a noun: "2,000 extra troops", "a barrage of 14 rockets"."""
    found_nouns = _nouns().finditer(text, sentence.start, sentence.end)
    nouns = [(found.start(), found.end(), found[0].lower()) for found in found_nouns]
    if not nouns:
        return []
    out = []
    for number in find_numbers(text, sentence.start, sentence.end):
        noun = next((one for one in nouns if 0 <= one[0] - number.end <= 40), None)
        between = text[number.end : noun[0]] if noun else ","
        if noun is None or len(between.split()) > 3 or not re.fullmatch(r"[\w\s’'-]*", between):
            continue
        if between.startswith("-") or _APART.search(between):
            continue
        money = noun[2] in currencies()
        words = between.split()
        of = "money" if money else "troops" if noun[2] in counted_words("troops") else "rounds"
        out.append(
            Figure(
                of=of,
                count=Count(low=number.low, high=number.high),
                mention=Span(number.start, noun[1]),
                unit=currencies()[noun[2]] if money else noun[2] if of == "rounds" else None,
                population=" ".join(words[words[:1] == ["of"] :]) or None,
                kind=number.kind,
                further=number.further,
            )
        )
    return out


def _sums(text: str, sentence: Span) -> list[Figure]:
    out = []
    for found in _SUM.finditer(text, sentence.start, sentence.end):
        value = float(found["digits"].replace(",", "") + (found["point"] or ""))
        amount = round(value * _SCALES.get((found["scale"] or "").lower(), 1))
        out.append(
            Figure(
                of="money",
                count=Count(low=amount, high=amount),
                mention=Span(found.start(), found.end()),
                unit=currencies().get(found["sign"].lower()),
            )
        )
    return out
