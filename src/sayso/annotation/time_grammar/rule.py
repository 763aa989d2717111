"""What is a rule of the grammar, and what does it get to see of the words it took?"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from sayso.annotation.time_grammar.meanings import Meaning
from sayso.annotation.time_grammar.scene import Scene
from sayso.annotation.time_grammar.words import Line, Word

PART = r"(?:t?e-?[OI]?t?)?"  # "early", "the end of the", "mid-"
NUMBER = r"(?:[03Y](?:0/0)?n?|n(?:-?n)*)(?:-?A-?a?-?Q)?"  # "10", "2 1/2", "twenty-four", "two and a half"
MANY = r"(?:a?q+O?)"  # "several", "a few", "a couple of"
NEAR = r"(?:z+T?)?"  # "about", "more than", "up to"


@dataclass(frozen=True, slots=True)
class Found:
    """The words a rule took."""

    line: Line
    match: re.Match[str]

    def has(self, group: str) -> bool:
        """Whether the pattern has such a group and it took any word."""
        return group in self.match.re.groupindex and bool(self.match[group])

    def words(self, group: str) -> tuple[Word, ...]:
        """The words of a group."""
        return self.line.words[self.match.start(group) : self.match.end(group)] if self.has(group) else ()

    def letters(self, group: str) -> str:
        """The letters of the words of a group."""
        return "".join(word.letter for word in self.words(group))

    def value(self, group: str) -> str:
        """What the first word of a group stands for; "" where it took none."""
        told = self.words(group)
        return told[0].value if told else ""

    def number(self, group: str) -> float | None:
        """The number that a group spells; None for "several", "a few", and where it took no word."""
        return spelled(self.words(group))

    def joined(self) -> bool:
        """Whether no white space stands between the words."""
        told = self.line.words[self.match.start() : self.match.end()]
        return all(a.end == b.start for a, b in pairwise(told))

    @property
    def before(self) -> tuple[Word, ...]:
        """Up to three words before."""
        return self.line.words[max(0, self.match.start() - 3) : self.match.start()]

    @property
    def after(self) -> tuple[Word, ...]:
        """Up to three words after."""
        return self.line.words[self.match.end() : self.match.end() + 3]


Resolve = Callable[[Found, Scene], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over letters of kinds, with what the words mean; None: they tell no time after all."""

    pattern: re.Pattern[str]
    resolve: Resolve


def rule(pattern: str, resolve: Resolve) -> Rule:
    """A rule from its pattern."""
    return Rule(re.compile(pattern), resolve)


def spelled(words: tuple[Word, ...]) -> float | None:
    """The number that words spell: "24", "twenty-four", "2 1/2", "a hundred", "two and a half"."""
    total: float | None = None
    part = 0.0
    k = 0
    while k < len(words):
        word = words[k]
        if word.letter in "03Y":
            if [w.letter for w in words[k + 1 : k + 3]] == ["/", "0"]:
                part += float(word.value) / max(1.0, float(words[k + 2].value))
                k += 2
            else:
                part += float(word.value.replace(",", ""))
            total = part
        elif word.letter == "n":
            told = float(word.value)
            if told == 12 and word.lower == "dozen":
                part = max(part, 1) * 12
            elif told >= 100:
                part = max(part, 1) * told
            else:
                part += told
            total = part
        elif word.letter == "Q":
            part += 0.5
            total = part
        elif word.lower == "couple":
            total = 2.0
        elif word.letter == "a" and len(words) == 1:
            total = 1.0
        k += 1
    return total
