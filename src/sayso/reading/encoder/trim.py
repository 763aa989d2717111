"""Where does a span end that an encoder marked piece by piece: at whole words, without stray marks?"""

from bisect import bisect_right
from typing import Final

from sayso.model.marks import Marks
from sayso.model.span import Span, trimmed

_LOOSE: Final = " \t\n,;:.–—-"  # at the ends of words vouched for; a mark within quotation marks stays


class Words:
    """The words and marks of one document, to which spans are widened."""

    def __init__(self, text: str, marks: Marks, quotations: tuple[Span, ...] = ()) -> None:
        self.text = text
        self.quotations = quotations
        self.tokens = marks.tokens
        self.starts = [token.start for token in marks.tokens]

    def whole(self, span: Span) -> Span:
        """The span widened to the whole words that it cuts."""
        start, end = span.start, span.end
        first = self._at(start)
        if first is not None and first.start < start < first.end:
            start = first.start
        last = self._at(end - 1)
        if last is not None and last.start < end < last.end:
            end = last.end
        return Span(start, end)

    def phrase(self, span: Span) -> Span | None:
        """A name or a noun phrase without the marks around it; None where no word is left."""
        words = self.whole(span)
        start, end = words.start, words.end
        if self.text[start:end].startswith(("’s ", "'s ")):
            start += 3  # of an owner who is not meant
        while start < end and not _is_word(self.text[start]):
            start += 1
        while end > start and not _is_word(self.text[end - 1]):
            end -= 1
        if self.text.count("(", start, end) > self.text.count(")", start, end):
            closed = self.text.find(")", end, end + 3)  # "(R-Utah)", "(D-Ga.)"
            end = closed + 1 if closed >= 0 else end
        return Span(start, end) if start < end else None

    def content(self, span: Span) -> Span | None:
        """Words vouched for, with their quotation marks, without loose marks at the ends."""
        words = self.whole(span)
        start, end = words.start, words.end
        text = self.text
        while start < end and text[start] in _LOOSE:
            start += 1
        while end > start and text[end - 1] in _LOOSE and not (_keeps(text, end) or self._goes_on(end)):
            end -= 1
        if start >= end or not any(map(_is_word, text[start:end])):
            return None
        if start and text[start - 1] in '“"«' and any(sign in text[start:end] for sign in '”"»'):
            start -= 1
        behind = end
        while behind < len(text) and behind < end + 3 and text[behind] in ",.!?…":
            behind += 1
        if behind < len(text) and _closes(text, start, behind):
            end = behind + 1
        return trimmed(text, start, end)

    def _goes_on(self, end: int) -> bool:
        """Whether a quotation runs on behind this place, so that a full stop before it is part of it."""
        k = bisect_right(self.quotations, end, key=lambda one: one.start) - 1
        return k >= 0 and self.quotations[k].end > end and self.text[end - 1] in ".!?…"

    def _at(self, position: int) -> Span | None:
        k = bisect_right(self.starts, position) - 1
        return self.tokens[k] if k >= 0 and self.tokens[k].end > position else None


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign in "$€£%"


def _keeps(text: str, end: int) -> bool:
    """Whether the mark before `end` belongs to the words: "U.S.", or a full stop within quotation marks."""
    return end >= 3 and text[end - 1] == "." and text[end - 3] in ". " and text[end - 2].isupper()


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the mark behind the words closes a quotation that opens in them."""
    if text[end] == '"':
        return text[start:end].count('"') % 2 == 1
    return text[end] in "”»" and any(sign in text[start:end] for sign in "“«")
