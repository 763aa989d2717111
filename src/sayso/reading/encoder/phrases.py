"""Which noun phrase does a party or a place have, where an encoder marked some of its words?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final

from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.span import Span
from sayso.reading.rules.syntax import clauses

_INSIDE: Final = frozenset("dhnN#")  # tags of `rules.syntax`: determiner, possessive, noun, name, number
_HEADS: Final = frozenset("nN#or")  # a phrase has one of these, or it names nobody
_LEADS: Final = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my"})  # end no phrase
_DESCRIBES: Final = re.compile(r", (?:an?|the) [^,.;]*")
_OWNER: Final = frozenset({"'s", "’s"})


class Phrases:
    """The words of one document with their tags; phrases never reach into the words that name an act."""

    def __init__(self, document: Document, marks: Marks, acts: Iterable[Span]) -> None:
        self.text = document.text
        self.words: list[Span] = []
        tags: list[str] = []
        edges: list[int] = [0]
        for clause in clauses(document, marks):
            self.words += clause.words
            tags.append(clause.tags)
            edges.append(len(self.words))
        self.tags = "".join(tags)
        self.edges = edges
        self.starts = [word.start for word in self.words]
        self.ends = [word.end for word in self.words]
        self.taken = {k for act in acts for k in range(*self._range(act))}

    def whole(self, span: Span) -> Span | None:
        """The phrase that the span lies in; None where it holds nothing that could act or suffer."""
        first, last = self._range(span)
        if first >= last:
            return None
        edge = bisect_right(self.edges, first)
        low, high = self.edges[edge - 1], self.edges[edge] if edge < len(self.edges) else len(self.words)
        last = min(last, high)
        first, last = self._bare(first, last)
        if first >= last:
            return None
        last = self._onward(last, high)
        while first > low and self._goes_before(first):
            first -= 1
        if first > low and [self._word(first - 1), self._word(first)] in (["at", "least"], ["at", "most"]):
            first -= 1
        while last - first > 1 and self.tags[last - 1] in "or":
            last -= 1  # "the drivers [who]"
        if not any(self.tags[k] in _HEADS for k in range(first, last)):
            return None
        return Span(self.words[first].start, self.words[last - 1].end)

    def ended(self, span: Span, *, loose: bool = False) -> Span:
        """The span with the nouns that its last word leads to; `loose`: without joining words at its end."""
        first, last = self._range(span)
        if first >= last:
            return span
        high = self.edges[bisect_right(self.edges, first)] if first < self.edges[-1] else last
        end = self._onward(last, high) if self._word(last - 1) in _LEADS else last
        while loose and end > first + 1 and self.tags[end - 1] in "pcd":
            end -= 1
        return span if end == last else Span(span.start, self.words[end - 1].end)

    def sentence(self, span: Span) -> Span | None:
        """The sentence, or piece of a very long one, in which the span begins."""
        first = self._range(span)[0]
        edge = bisect_right(self.edges, first)
        if not 0 < edge < len(self.edges):
            return None
        return Span(self.starts[self.edges[edge - 1]], self.ends[self.edges[edge] - 1])

    def _range(self, span: Span) -> tuple[int, int]:
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def _bare(self, first: int, last: int) -> tuple[int, int]:
        """Without joining words at either end, and without the sign of an owner."""
        while first < last and (self.tags[first] in "pcsxabmt.TV" or self._is_owner(first)):
            first += 1
        while last > first and (self.tags[last - 1] in "pcsxabmt.TV" or self._is_owner(last - 1)):
            last -= 1
        return first, last

    def _onward(self, last: int, high: int) -> int:
        """To the end of the nouns that follow, if no act is among them."""
        end = last
        while end < high and self.tags[end] in "nN" and self.tags[end - 1] in _INSIDE:
            if end in self.taken:
                return last
            end += 1
        return end

    def _goes_before(self, first: int) -> bool:
        before = first - 1
        if before in self.taken or self._is_owner(before) or self.tags[first] not in "nN#":
            return False
        return self.tags[before] in _INSIDE

    def _word(self, k: int) -> str:
        return self.words[k].of(self.text).lower()

    def _is_owner(self, k: int) -> bool:
        return self.words[k].of(self.text) in _OWNER


def apart(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, without those that lie in another or only describe the one before them."""
    told = sorted(dict.fromkeys(spans))
    out: list[Span] = []
    for one in told:
        if any(other != one and other.holds(one) for other in told):
            continue
        if out and _DESCRIBES.fullmatch(text, out[-1].end, one.end):
            continue  # "the Harbour Front, [an armed group]"
        out.append(one)
    return tuple(out)


def nearest(
    spans: Iterable[Span], trigger: Span, sentence: Span | None, captions: Iterable[Span]
) -> tuple[Span, ...]:
    """The spans of the trigger's own sentence, else those of others; a caption tells only its own scene."""
    there = [one for one in captions if not one.holds(trigger)]
    told = [span for span in spans if not any(one.holds(span) for one in there)]
    own = [span for span in told if sentence is not None and sentence.holds(span)]
    return tuple(own or told)
