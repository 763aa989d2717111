"""Where in its sentence do words stand that somebody says stand there?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.model.span import Span

# Signs that keyboards and models write alike. No letter or digit is changed: the words themselves must stand.
ALIKE = str.maketrans("‘’‚‛′“”„‟″‐‑‒–—―", "'''''\"\"\"\"\"------")


@dataclass(frozen=True, slots=True)
class Folded:
    """A stretch of text, white space as one blank, signs made alike; `at`: where each character stands."""

    words: str
    at: tuple[int, ...]


@lru_cache(maxsize=64)
def folded(text: str, span: Span) -> Folded:
    """The words of a span, folded."""
    words: list[str] = []
    at: list[int] = []
    for position, character in enumerate(span.of(text).translate(ALIKE), span.start):
        if character.isspace():
            if words and words[-1] == " ":
                continue
            character = " "
        words.append(character)
        at.append(position)
    return Folded("".join(words), tuple(at))


def places(words: str, text: str, sentence: Span) -> Iterator[Span]:
    """Every place where the words stand in the sentence, as whole words, in order."""
    sought = " ".join(words.translate(ALIKE).split())
    line = folded(text, sentence)
    start = line.words.find(sought) if sought else -1
    while start >= 0:
        end = start + len(sought)
        if _is_edge(line.words, start) and _is_edge(line.words, end):
            yield Span(line.at[start], line.at[end - 1] + 1)
        start = line.words.find(sought, start + 1)


def _is_edge(words: str, position: int) -> bool:
    """Whether no word goes on across the position."""
    return not (0 < position < len(words) and words[position - 1].isalnum() and words[position].isalnum())
