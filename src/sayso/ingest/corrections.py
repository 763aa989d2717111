"""Which blocks say that an earlier version was wrong or has been changed?"""

import re
from collections.abc import Sequence
from typing import Final

from sayso.model.document import Block, BlockKind, Correction

FEWEST: Final = 4  # words: "Corrections and clarifications" is a link to them
LONGEST: Final = 900  # code points: a note, not an article about a correction

_THING: Final = (
    r"(?:article|story|report|post|piece|page|headline|item|column|version|transcript|caption|entry)"
)
_CHANGED: Final = (
    r"(?:amended|corrected|updated|changed|revised|edited|clarified|retracted|withdrawn|removed|modified|adapted"
    r"|republished)"
)
_NOTE: Final = re.compile(
    rf"\W{{0,4}}(?:"
    rf"(?:correction|clarification|corrected|amendment|retraction)s?(?:\s(?:added|appended|issued|made))?"
    rf"(?:\s?[:.—–-]|,?\s(?:on\s)?[^:\n]{{3,40}}:)"
    rf"|corrections?\s(?:&|and)\s(?:amplification|clarification)s?\b"
    rf"|(?:this|the)\s{_THING}(?:[’']s\s\w{{4,12}})?\s(?:was|has\sbeen)\s(?:\w{{4,12}}\s)?{_CHANGED}\b"
    rf"|(?:this|the)\s\w{{2,12}}\s{_THING}\s(?:was|has\sbeen)\s{_CHANGED}\b"
    rf"|(?:an?|the)\s(?:earlier|previous|original|initial|prior)\s(?:version|headline)\b[^.]{{0,80}}\b{_THING}"
    rf"|(?:an?|the)\s(?:earlier|previous|original)\sversion\s"
    rf"|{_CHANGED}\s(?:on|at)\s[^.\n]{{3,40}}\bto\s(?:correct|clarify|reflect|remove|amend)\b"
    rf")",
    re.IGNORECASE,
)
_EDITOR: Final = re.compile(
    r"\W{0,4}(?:editor[’']?s?[’']?|publisher[’']s)\s?note\b|\W{0,4}note\sto\sreaders\b", re.I
)
_OF_CHANGE: Final = re.compile(
    rf"\b(?:{_CHANGED}|corrects?|correction|earlier\sversion|previous\sversion|misstated|incorrectly|clarif\w{{1,8}})\b",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(
    r"\W{0,4}(?:corrections?|clarifications?|corrections?\s(?:&|and)\s(?:clarification|amplification)s?|editor[’']s?\snote)\W{0,3}$",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"(?:\S+\s){4}\S.*[.!?][\"”’)]*\s*$", re.DOTALL)
_NOT_NOTES: Final = frozenset({BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.DATELINE})


def is_correction(words: str) -> bool:
    """Whether a block is a note that an earlier version was wrong or has been changed."""
    words = words.strip()
    if not words or len(words) > LONGEST or " | " in words or len(words.split()) < FEWEST:
        return False
    if _NOTE.match(words):
        return True
    return _EDITOR.match(words) is not None and _OF_CHANGE.search(words) is not None


def corrections(text: str, blocks: Sequence[Block]) -> tuple[tuple[Correction, ...], frozenset[int]]:
    """The notes, and the places (indexes) of their blocks, which are furniture to the reader."""
    found: list[Correction] = []
    places: set[int] = set()
    headed = False
    for place, block in enumerate(blocks):
        words = block.span.of(text)
        if block.kind in _NOT_NOTES:
            continue
        if len(words) < 60 and _HEADING.match(words):
            headed = True
            places.add(place)
            continue
        under = (
            headed
            and len(words) <= LONGEST
            and block.kind is not BlockKind.SUBHEAD
            and _SENTENCE.search(words)
        )
        if is_correction(words) or under:
            found.append(Correction(span=block.span))
            places.add(place)
        headed = False
    return tuple(found), frozenset(places)
