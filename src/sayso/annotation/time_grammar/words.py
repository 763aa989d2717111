"""Of which kinds are the words of a sentence, as far as they can tell a time?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from sayso.lexicon.holidays import feasts
from sayso.lexicon.time_words import TimeWord, beside, time_words

_WORD: Final = re.compile(
    r"[0-9]+(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?|(?<![^\W\d_])[AaPp]\.[Mm]\b\.?"
    r"|(?<![^\W\d_])[BA]\.[CD]\b\.?|[^\W\d_]+|[^\w\s]"
)
_MARKS: Final[Mapping[str, str]] = MappingProxyType(
    {"-": "-", "–": "-", "—": "-", "’": "'", "'": "'", "‘": "'", ",": ",", ".": ".", ":": ":", "/": "/"}
)
_CAPITAL: Final = frozenset("MWwJ")  # "march", "may" and "sun" are words of other things too
_CORE: Final = re.compile(r"[MWwUuSPKdNXYHgcVJ]|'0|[0n]:?0?[pc]|to")
_MONEY: Final = frozenset("$£€¥#%")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a sentence, with the letter of its kind and what it stands for."""

    start: int
    end: int
    letter: str
    value: str  # of the kind; else the word in lower case
    lower: str


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence, and their letters as one string for patterns to run over."""

    words: tuple[Word, ...]
    letters: str

    @property
    def may_tell(self) -> bool:
        """Whether any word could be the core of words of time; most sentences of most texts have none."""
        return _CORE.search(self.letters) is not None


def line_of(text: str, start: int, end: int) -> Line:
    """The words of `text` from `start` to `end`; offsets are those of the whole text."""
    known = time_words()
    spans = [found.span() for found in _WORD.finditer(text, start, end)]
    words: list[Word] = []
    k = 0
    while k < len(spans):
        a, b = spans[k]
        raw = text[a:b]
        lower = raw.lower()
        first = raw[0]
        feast = _feast(text, spans, k) if first.isupper() and lower in _feast_words() else 0
        if feast:
            b = spans[k + feast - 1][1]
            name = " ".join(text[a:b].lower().split())
            words.append(Word(a, b, "H", name, name))
            k += feast
            continue
        if "0" <= first <= "9":
            following = text[spans[k + 1][0] : spans[k + 1][1]].lower() if k + 1 < len(spans) else ""
            words.append(Word(a, b, _digits(text, a, b, following), lower, lower))
        else:
            words.append(_word(raw, a, b, lower, known.get(lower)))
        k += 1
    return Line(tuple(words), "".join(word.letter for word in words))


def _word(raw: str, a: int, b: int, lower: str, told: TimeWord | None) -> Word:
    if told is None:
        return Word(a, b, _MARKS.get(raw, "_"), lower, lower)
    if told.letter in _CAPITAL and not raw[0].isupper():
        return Word(a, b, "_", lower, lower)
    return Word(a, b, told.letter, told.value or lower, lower)


def _digits(text: str, a: int, b: int, following: str) -> str:
    """The letter of a run of digits: 0 for one or two, Y for a year, 3 for others, _ for money."""
    if (a and text[a - 1] in _MONEY) or following == "%":
        return "_"
    if b - a <= 2:
        return "0"
    raw, counted = text[a:b], following in beside("counted")
    if len(raw) == 4 and raw.isdigit() and raw[0] in "12" and raw < "2200" and not counted:
        before = text[a - 1] if a else " "
        if before.isalnum() or (before == "." and a > 1 and text[a - 2].isdigit()):
            return "3"
        return "Y"
    return "3"


@cache
def _feast_words() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The names of feasts as words, by their first word, longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for name in feasts():
        parts = tuple(_WORD.findall(name))
        out.setdefault(parts[0], []).append(parts)
    return MappingProxyType({w: tuple(sorted(p, key=len, reverse=True)) for w, p in out.items()})


def _feast(text: str, spans: list[tuple[int, int]], k: int) -> int:
    """How many words from the k-th on name a feast; 0 where none do."""
    for parts in _feast_words()[text[spans[k][0] : spans[k][1]].lower()]:
        here = tuple(text[a:b].lower() for a, b in spans[k : k + len(parts)])
        if here == parts:
            return len(parts)
    return 0
