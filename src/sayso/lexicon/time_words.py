"""Of what kind is a word that times are told with?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from sayso.lexicon.tables import rows

LETTERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "month": "M",
        "weekday": "W",
        "weekdays": "w",
        "number": "n",
        "ordinal": "o",
        "unit": "U",
        "units": "u",
        "season": "S",
        "daypart": "P",
        "decades": "K",
        "the": "t",
        "a": "a",
        "this": "i",
        "these": "j",
        "last": "l",
        "next": "x",
        "previous": "v",
        "following": "f",
        "same": "k",
        "that": "h",
        "latest": "L",
        "part": "e",
        "ago": "g",
        "after": "R",
        "later": "r",
        "many": "q",
        "near": "z",
        "day": "d",
        "now": "N",
        "loose": "V",
        "fiscal": "y",
        "each": "E",
        "often": "X",
        "of": "O",
        "in": "I",
        "and": "A",
        "to": "T",
        "between": "B",
        "from": "F",
        "since": "G",
        "old": "b",
        "era": "C",
        "clock": "c",
        "zone": "Z",
        "half": "Q",
        "ordinalend": "p",
        "s": "s",
        "time": "m",
        "holiday": "H",
        "period_letter": "J",
    }
)  # one letter a kind: the grammar's patterns run over strings of them


@dataclass(frozen=True, slots=True)
class TimeWord:
    """The kind of a word, as the letter that the grammar knows it by, and what it stands for."""

    letter: str
    value: str


@cache
def time_words() -> Mapping[str, TimeWord]:
    """All words of `time_words.tsv` by their lower-case form."""
    return MappingProxyType(
        {row["word"]: TimeWord(LETTERS[row["kind"]], row["value"]) for row in rows("time_words")}
    )


@cache
def beside(kind: str) -> frozenset[str]:
    """The words of a kind of `tense_words.tsv`: those that stand beside a time and tell how to read it."""
    return frozenset(row["word"] for row in rows("tense_words") if row["kind"] == kind)
