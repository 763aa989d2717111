"""Which words do spans cover, and how far do two sets of words agree?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence, Set
from typing import TypeVar

from sayso.model.span import Span

A = TypeVar("A")
B = TypeVar("B")
WORD = re.compile(r"\w+")
EMPTY = frozenset({"the", "a", "an", "of", "in", "s", "and", "to", "for"})  # say nothing in a name


class Words:
    """The words of one text, numbered; spans are compared as sets of them: punctuation never matters."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for found in WORD.finditer(text):
            self._starts.append(found.start())
            self._ends.append(found.end())

    def of(self, spans: Iterable[Span]) -> frozenset[int]:
        """The numbers of the words that share a code point with one of the spans."""
        return frozenset(
            number
            for span in spans
            for number in range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))
        )


def name_words(name: str | None) -> frozenset[str]:
    """The words of a name that say something, in lower case."""
    return frozenset(WORD.findall((name or "").lower())) - EMPTY


def overlap(one: Set[A], other: Set[A]) -> float:
    """F1 of two sets, 0 to 1; 0 where either is empty."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def pair(
    ones: Sequence[A], others: Sequence[B], likeness: Callable[[A, B], float], floor: float
) -> list[tuple[int, int]]:
    """Pairs one to one, the likest first, earlier ones first among equals; none below `floor` or at 0."""
    ranked = sorted((-likeness(a, b), i, j) for i, a in enumerate(ones) for j, b in enumerate(others))
    taken: set[int] = set()
    given: set[int] = set()
    out = []
    for unlike, i, j in ranked:
        if -unlike >= floor and unlike < 0 and i not in taken and j not in given:
            taken.add(i)
            given.add(j)
            out.append((i, j))
    return out
