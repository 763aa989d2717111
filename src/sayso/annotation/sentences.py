"""Where does each sentence of a document begin and end?"""

import re
from functools import cache
from itertools import pairwise

from sayso.lexicon.grammar import words_of
from sayso.lexicon.tables import rows
from sayso.model.document import READ_KINDS, Document
from sayso.model.span import Span, trimmed

# A stop, closing marks, white space, then what may begin a sentence: opening marks, a capital, a digit.
_STOP = re.compile(
    r"""(?P<stop>[.!?…])(?P<close>["'”’»)\]]{0,3})(?P<gap>\s+)"""
    r"""(?=(?P<next>["'“‘«(\[—–-]{0,3}\s?\w+))"""
)
_LAST_WORD = re.compile(r"(?:[A-Za-z]\.)*[^\W_]+\Z")
_LINE = re.compile(r"\n\s*\n|(?<=[.!?:”\"’)])[ \t]*\n")
_LOOK_BACK = 24  # no abbreviation in the table is longer


@cache
def _abbreviations() -> dict[str, bool]:
    """Each abbreviation without its last stop, and whether a sentence may end with it."""
    return {row["word"]: row["follows"] == "any" for row in rows("abbreviations")}


def _ends(text: str, found: re.Match[str]) -> bool:
    following = found["next"].lstrip("\"'“‘«([—–- ")
    if not following:
        return True
    if found["stop"] != ".":
        return not following[0].islower()
    if following[0].islower():
        return False
    opens = following.lower() in words_of("sentence-opener")  # "the U.S. The" ends one, "the U.S. Army" none
    before = _LAST_WORD.search(text[max(0, found.start() - _LOOK_BACK) : found.start()])
    word = before[0] if before else ""
    may_end = _abbreviations().get(word.lower())
    if may_end is not None and not found["close"]:
        return may_end and opens
    if len(word) == 1 and word.isupper() and not found["close"]:  # an initial: "George W. Bush"
        return opens
    return True


def split_sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of text[start:end], in order, without the white space between them."""
    cuts = {start, end}
    cuts |= {m.end() for m in _LINE.finditer(text, start, end)}
    for found in _STOP.finditer(text, start, end):
        if _ends(text, found):
            cuts.add(found.end("gap"))
    spans = (trimmed(text, a, b) for a, b in pairwise(sorted(cuts)))
    return tuple(span for span in spans if span)


def mark_sentences(document: Document) -> tuple[Span, ...]:
    """The sentences of every block that is read: no furniture, no repeated caption, no byline."""
    return tuple(
        sentence
        for block in document.blocks
        if block.kind in READ_KINDS and not block.repeat
        for sentence in split_sentences(document.text, block.span.start, block.span.end)
    )
