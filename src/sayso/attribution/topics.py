"""What are the sentence before a place, and its own up to there, about: which phrases are their subjects?"""

from bisect import bisect_left, bisect_right

from sayso.model.span import Span
from sayso.reading.rules.line import line_of
from sayso.reading.rules.subjects import sentence_subject

_BACK = 2  # sentences before its own in which a pronoun finds what it takes up
_OPENING, _CLOSING = "“", "”"


class Topics:
    """The sentences of one document, to be asked for their subjects; nothing is worked out before."""

    def __init__(self, text: str, sentences: tuple[Span, ...], tokens: tuple[Span, ...]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._tokens = tokens
        self._token_starts = [token.start for token in tokens]
        self._told: dict[tuple[int, int], Span | None] = {}

    def before(self, place: int) -> list[tuple[Span, Span | None]]:
        """Stretches of text before a place with their subjects: its own sentence first, then those before."""
        k = bisect_right(self._starts, place) - 1
        if k < 0:
            return []
        out: list[tuple[Span, Span | None]] = []
        own = self._sentences[k]
        if place > own.start:
            out.append((Span(own.start, place), self._subject(own.start, place)))
        near = reversed(self._sentences[max(0, k - _BACK) : k])
        return out + [(sentence, self._subject(sentence.start, sentence.end)) for sentence in near]

    def _subject(self, start: int, end: int) -> Span | None:
        """The subject of the main clause, unless it stands in a quotation."""
        key = (start, end)
        if key not in self._told:
            tokens = self._tokens[
                bisect_left(self._token_starts, start) : bisect_left(self._token_starts, end)
            ]
            line = line_of(self._text, tokens)
            found = sentence_subject(line, len(line))
            span = line.span(*found) if found else None
            self._told[key] = None if span is None or self.quoted(span.start) else span
        return self._told[key]

    def quoted(self, place: int) -> bool:
        """Whether a place stands within a quotation, as far as the marks of its paragraph tell."""
        begin = self._text.rfind("\n\n", 0, place) + 1
        before = self._text[begin:place]
        curly = before.rfind(_OPENING) > before.rfind(_CLOSING)
        return curly or before.count('"') % 2 == 1
