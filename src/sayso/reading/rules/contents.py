"""Which words of the document does a cue vouch for?"""

from bisect import bisect_left, bisect_right

from sayso.model.span import Span
from sayso.reading.rules.extents import clause_end
from sayso.reading.rules.found import Hung
from sayso.reading.rules.line import Line


class Quotations:
    """The quotations of a document, and its sentences, to be looked up by place."""

    def __init__(self, spans: tuple[Span, ...], sentences: tuple[Span, ...]) -> None:
        self.spans = spans
        self.sentences = sentences
        self._starts = [span.start for span in spans]
        self._sentence_starts = [span.start for span in sentences]

    def at(self, position: int) -> Span | None:
        """The quotation that covers a code point."""
        k = bisect_right(self._starts, position) - 1
        return self.spans[k] if k >= 0 and position < self.spans[k].end else None

    def last_in(self, start: int, end: int) -> Span | None:
        """The last quotation that begins in text[start:end]."""
        k = bisect_left(self._starts, end) - 1
        return self.spans[k] if k >= 0 and self.spans[k].start >= start else None

    def sentences_in(self, start: int, end: int) -> list[Span]:
        """The sentences, or parts of them, in text[start:end]."""
        k = max(0, bisect_right(self._sentence_starts, start) - 1)
        out = []
        for sentence in self.sentences[k:]:
            if sentence.start >= end:
                break
            a, b = max(sentence.start, start), min(sentence.end, end)
            if b > a:
                out.append(Span(a, b))
        return out


def contents_of(
    line: Line, hung: Hung, cuts: frozenset[int], hard: frozenset[int], quotations: Quotations
) -> tuple[Span, ...]:
    """The fragments of the content, in order; quotations are followed into other sentences."""
    out: list[Span] = []
    if hung.subject:
        out.append(line.span(*hung.subject))
    if hung.back:
        out += _backward(line, hung, hard, quotations)
    for first, last in hung.content:
        out += _forward(
            line, first, last, cuts | _short_cuts(line, first) if hung.short else cuts, quotations
        )
    return tuple(sorted(set(out)))


def _short_cuts(line: Line, first: int) -> frozenset[int]:
    """Where a noun phrase that is content ends at the latest: before a clause, or "and" with a verb."""
    for k in range(first + 1, len(line) - 1):
        tag, word, following = line.tags[k], line.words[k], line.tags[k + 1]
        if tag == "," and (following in "SGNJAV" or line.words[k + 1] in ("with", "after", "during")):
            return frozenset({k})
        if tag in ",C" and following in "CVAJ" and line.tags[k + 2 : k + 3] in (("V",), ("A",), ("B",)):
            return frozenset({k})
        if tag == "C" and following in "VA":
            return frozenset({k})
        if word in ("when", "while", "after", "because") and tag in "SP" and k > first + 1:
            return frozenset({k})
        if word == "as" and following in "RDK" and k > first + 1 and line.tag(k + 2) not in "PC.":
            return frozenset({k})
        if word == "on" and following == "T" and k > first + 1:
            return frozenset({k})
        if word == "–":
            return frozenset({k})
    return frozenset()


def _quote_at(line: Line, k: int, quotations: Quotations) -> Span | None:
    return quotations.at(line.spans[k].start)


def _forward(line: Line, first: int, last: int, cuts: frozenset[int], quotations: Quotations) -> list[Span]:
    inside = _quote_at(line, first - 1, quotations) if first else None
    stop = last
    if inside and inside.end <= line.spans[last - 1].end:  # said within a quotation: it ends with it
        stop = next((k for k in range(first, last) if line.spans[k].start >= inside.end - 1), last)
        here = cuts
    else:
        here = frozenset(cut for cut in cuts if inside or _quote_at(line, cut, quotations) is None)
    if not inside and first and line.words[first - 1] == ":":
        here = frozenset()  # "The minister said: We welcome ...": all that follows
    end = clause_end(line, first, stop, here)
    if end <= first:
        return []
    span = line.span(first, end)
    opened = None if inside else quotations.last_in(span.start, span.end)
    if opened and opened.end > line.spans[-1].end:
        return [span, *quotations.sentences_in(line.spans[-1].end + 1, opened.end)]
    return [span]


def _backward(line: Line, hung: Hung, hard: frozenset[int], quotations: Quotations) -> list[Span]:
    assert hung.back is not None
    first, end = hung.back
    while end > first and line.tags[end - 1] in ",;":
        end -= 1
    own = _quote_at(line, hung.site.head, quotations)
    outer = [cut for cut in hard if cut < end - 3 and _quote_at(line, cut, quotations) == own]
    first = max([first, *(cut + 1 for cut in outer)])
    while first < end and line.tags[first] in ",;":
        first += 1
    if end <= first:
        return []
    span = line.span(first, end)
    quote = _quote_at(line, end - 1, quotations)
    if quote and quote.start < line.spans[0].start:
        return [*quotations.sentences_in(quote.start, line.spans[0].start), span]
    inside = _quote_at(line, hung.site.head, quotations)
    if inside and inside.start > span.start:
        return [Span(inside.start, span.end)] if inside.start < span.end else []
    return [span]
