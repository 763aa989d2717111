"""Where do quotations stand in a document?"""

import re
from itertools import pairwise

from sayso.model.span import Span

_MARK = re.compile(r"[“”\"«»„]")
_OPEN, _CLOSE = frozenset("“«„"), frozenset("”»")
_LOOSE = 1200  # characters: a quotation that is not closed is taken to go on no farther than its sentence


def _opens(text: str, at: int, begins: set[int]) -> bool:
    """Whether the mark at this place opens a quotation."""
    mark = text[at]
    if mark in _OPEN:
        return True
    if mark in _CLOSE:
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return at in begins or ((before.isspace() or before in "([—–-") and not after.isspace())


def _goes_on(text: str, here: int, after: int) -> bool:
    """Whether an unclosed quotation runs to the next opening mark: newspapers open each paragraph anew."""
    return after < len(text) and after - here < _LOOSE and "\n\n" not in text[here:after].rstrip()


def find_quotations(text: str, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Quotations with their marks, in order, disjoint; one may run over several sentences.

    One that is never closed ends with its sentence, or, where the next one opens a sentence as newspapers do
    in quotations of several paragraphs, goes on with it.
    """
    begins = {sentence.start for sentence in sentences}
    ends = sorted(sentence.end for sentence in sentences)
    marks = [
        (found.start(), _opens(text, found.start(), begins))
        for sentence in sentences
        for found in _MARK.finditer(text, sentence.start, sentence.end)
    ]
    out: list[Span] = []
    at = 0  # of the ends of sentences
    for (here, opening), (after, next_opens) in pairwise([*marks, (len(text), True)]):
        if not opening:
            continue
        while at < len(ends) and ends[at] <= here:
            at += 1
        if not next_opens:
            out.append(Span(here, after + 1))
        elif here in begins and after in begins and text[here] == "“" and _goes_on(text, here, after):
            out.append(Span(here, len(text[:after].rstrip())))
        elif at < len(ends):
            out.append(Span(here, ends[at]))
    return tuple(span for span in out if span.end - span.start > 2)
