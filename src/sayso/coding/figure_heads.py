"""How many does a noun phrase stand for, as the whole document tells: "the nurses" of "six nurses"?"""

import re
from dataclasses import dataclass

from sayso.coding.fillers import WORD
from sayso.lexicon.counted import humans, is_crowd
from sayso.lexicon.numbers import find_numbers
from sayso.model.mention import FigureKind
from sayso.model.span import Span

_BEFORE = 40  # code points before a noun in which its number stands: "six Orsk university nurses"
_BETWEEN = re.compile(
    r"(?:\s+(?!(?:and|or|in|of|by|with|from|at|to|were|was|who)\b)[\w'’-]+){0,3}\s*", re.IGNORECASE
)
_PLURALS = frozenset({"men", "women", "children", "people", "police", "policemen", "personnel", "troops"})
_MOST = 40  # mentions of one noun that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCount:
    """From `low` to `high`; many where both are None."""

    low: int | None
    high: int | None
    kind: FigureKind


def head_count(text: str, span: Span) -> HeadCount:
    """The number told right before these words, else before the same noun elsewhere; one of a singular."""
    words = [found[0] for found in WORD.finditer(span.of(text))]
    if not words:
        return HeadCount(low=None, high=None, kind=FigureKind.VAGUE)
    here = _told_before(text, span.start, span.end)
    if here:
        return here
    head = _head([word.lower() for word in words])
    if not _is_plural(head):
        return HeadCount(low=1, high=1, kind=FigureKind.EXACT)
    for number, found in enumerate(re.finditer(rf"\b{re.escape(head)}\b", text, re.IGNORECASE)):
        if number >= _MOST:
            break
        if told := _told_before(text, found.start(), found.end()):
            return told
    return HeadCount(low=None, high=None, kind=FigureKind.VAGUE)


def _told_before(text: str, start: int, end: int) -> HeadCount | None:
    first = max(0, start - _BEFORE)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    for number in reversed(find_numbers(text, first, end)):
        if text[number.end : number.end + 1] == "-":
            continue  # an age: "3-year-old"
        between = text[number.end : start]
        if number.end > start or _BETWEEN.fullmatch(between):
            return HeadCount(low=number.low, high=number.high, kind=number.kind)
    return None


def _head(words: list[str]) -> str:
    """The noun that the words are about: the last before a preposition."""
    for place, word in enumerate(words):
        if place and word in ("of", "in", "from", "at", "for", "who"):
            return words[place - 1]
    return words[-1]


def _is_plural(head: str) -> bool:
    if head in _PLURALS or is_crowd(head) or head.endswith("men"):
        return True
    return head.endswith("s") and not head.endswith("ss") and (head[:-1] in humans() or len(head) > 3)
