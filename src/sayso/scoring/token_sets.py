"""Which tokens do spans touch, and in which unbroken runs do they stand?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from sayso.model.span import Span

TOKEN = re.compile(r"\w+|[^\w\s]")  # punctuation is a token: exact is exact to the quotation mark

Tokens = frozenset[int]


class TokenSets:
    """The tokens of one text, numbered; spans are compared as sets of them: white space never matters."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._words: list[bool] = []
        for found in TOKEN.finditer(text):
            self._starts.append(found.start())
            self._ends.append(found.end())
            first = found.group()[0]
            self._words.append(first.isalnum() or first == "_")

    def of(self, spans: Iterable[Span]) -> Tokens:
        """The numbers of the tokens that share a code point with one of the spans."""
        return frozenset(
            number
            for span in spans
            for number in range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))
        )

    def span(self, first: int, last: int) -> Span:
        """From the beginning of one token to the end of another."""
        return Span(self._starts[first], self._ends[last])

    def words(self, tokens: Tokens) -> Tokens:
        """The tokens without the punctuation."""
        return frozenset(number for number in tokens if self._words[number])


def runs(tokens: Tokens) -> list[Tokens]:
    """The unbroken runs of a set of tokens, in order."""
    out: list[list[int]] = []
    for number in sorted(tokens):
        if out and number == out[-1][-1] + 1:
            out[-1].append(number)
        else:
            out.append([number])
    return [frozenset(run) for run in out]


def overlap_f1(one: Tokens, other: Tokens) -> float:
    """F1 of two sets of tokens; 1 where both are empty."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0
