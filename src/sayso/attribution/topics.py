"""What are the sentence before a place, and its own up to there, about: which phrases are their subjects?"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.attribution.quotes import inside
from sayso.model.span import Span
from sayso.reading.rules.line import line_of
from sayso.reading.rules.subjects import sentence_subject

_BACK = 2  # sentences before its own in which a pronoun finds what it takes up
_SKIP = 8  # sentences to look back over where some are captions


class Topics:
    """The sentences of one document, to be asked for their subjects; nothing is worked out before."""

    def __init__(
        self, text: str, sentences: tuple[Span, ...], tokens: tuple[Span, ...], asides: Sequence[Span] = ()
    ) -> None:
        self._asides = asides
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
        near = self._near(k)
        return out + [(sentence, self._subject(sentence.start, sentence.end)) for sentence in near]

    def _near(self, k: int) -> list[Span]:
        """The sentences before the k-th, the last first, captions left out that stand between paragraphs."""
        own = self._sentences[k]
        out: list[Span] = []
        for sentence in reversed(self._sentences[max(0, k - _SKIP) : k]):
            aside = next((each for each in self._asides if each.meets(sentence)), None)
            if aside is None or aside.meets(own):
                out.append(sentence)
        return out[:_BACK]

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
        return inside(self._text, place)
