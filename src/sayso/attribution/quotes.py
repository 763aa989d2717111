"""Does a content stand in quotation marks, in part, or not at all?"""

import re
from collections import deque

from sayso.model.span import Span
from sayso.model.statement import Quoted

_OPENING, _CLOSING, _STRAIGHT = "“«„", "”»", '"'
_MARKS = _OPENING + _CLOSING + _STRAIGHT
_MARK = re.compile(f"[{_MARKS}]")
_LONGEST = 150  # characters that a quotation may have been open: a closing mark is often left out
_ASIDE = " ,.!?;:…'’‘"
_SLACK = 0.1  # share of letters that may stand outside the marks of what is quoted whole


def quoted_of(text: str, content: tuple[Span, ...], outer: tuple[Span, ...] = ()) -> Quoted:
    """Direct where all the words stand in quotation marks or behind a colon, mixed where some do.

    `outer` is the content of the statement that this one stands in: what a quoted speaker says that others
    said is quoted with him.
    """
    marks = [mark for part in content for mark in part.of(text) if mark in _MARKS]
    if not marks:
        direct = _just_opened(text, content[0]) or _behind_colon(text, content[0])
        direct = direct or any(_goes_on(text, part, content[0].start) for part in outer)
        return Quoted.DIRECT if direct else Quoted.INDIRECT
    first = content[0].of(text).lstrip("‘'( ")
    begins = first[:1] in _MARKS or _begins_inside(text, content[0])
    if begins and _outside(text, content) <= _SLACK * sum(len(part.of(text)) for part in content):
        return Quoted.DIRECT
    return Quoted.MIXED


def inside(text: str, place: int) -> bool:
    """Whether a place stands within a quotation, as far as the marks of its paragraph tell."""
    return _open_at(text, max(text.rfind("\n", 0, place) + 1, place - _LONGEST), place)


def _open_at(text: str, begin: int, place: int) -> bool:
    """Whether the last mark between two places opens a quotation."""
    last = next(iter(deque(_MARK.finditer(text, begin, place), maxlen=1)), None)
    if last is None:
        return False
    if last[0] == _STRAIGHT:
        before, after = text[max(0, last.start() - 1) : last.start()], text[last.end() : last.end() + 1]
        return not before.strip(" \n(\u2014[") and not after.isspace()
    return last[0] in _OPENING


def _goes_on(text: str, outer: Span, place: int) -> bool:
    """Whether a quotation that the outer content begins with is still open at a place within it."""
    if not outer.start <= place < outer.end:
        return False
    opened = outer.of(text)[:1] in _MARKS or _just_opened(text, outer)
    return (opened and _MARK.search(text, outer.start + 1, place) is None) or _open_at(
        text, outer.start, place
    )


def _just_opened(text: str, part: Span) -> bool:
    return text[max(0, part.start - 1) : part.start] in ("“", "«", _STRAIGHT)


def _behind_colon(text: str, part: Span) -> bool:
    """ "The minister said: We welcome": a speech set without marks."""
    return text[max(0, part.start - 4) : part.start].rstrip().endswith(":") and text[part.start].isupper()


def _begins_inside(text: str, part: Span) -> bool:
    """Whether the words begin within a quotation: opened before them, or closed and never opened."""
    words = part.of(text)
    first = next((mark for mark in words if mark in _MARKS), "")
    unopened = first in _CLOSING or (
        first == _STRAIGHT and words.count(_STRAIGHT) == 1 and words[-1] == first
    )
    return _just_opened(text, part) or bool(first and unopened)


def _outside(text: str, content: tuple[Span, ...]) -> int:
    """How many letters of the content stand outside quotation marks; an unclosed quotation goes on."""
    count, within = 0, False
    for part in content:
        words = part.of(text)
        within = within or _begins_inside(text, part)
        for k, letter in enumerate(words):
            if letter in _OPENING:
                within = True
            elif letter in _CLOSING:
                within = False
            elif letter == _STRAIGHT:
                within = not within if k else True
            elif not within and letter not in _ASIDE:
                count += 1
    return count
