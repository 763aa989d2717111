"""What may a number count: people, troops, rounds, money, or a mere measure?"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from sayso.lexicon.tables import rows
from sayso.lexicon.triggers import plural_of


@cache
def counted_words(name: str) -> frozenset[str]:
    """The words of one class of `counted.tsv` ("measure"), in small letters."""
    return frozenset(w for row in rows("counted") if row["class"] == name for w in row["words"].split())


@cache
def currencies() -> Mapping[str, str | None]:
    """Signs and words of money with their code; None where several countries share the word."""
    told = (row for row in rows("counted") if row["class"] == "currency")
    return MappingProxyType({word: row["value"] or None for row in told for word in row["words"].split()})


def is_human(word: str) -> bool:
    """Whether a noun tells of one person: "teenager"."""
    return word in counted_words("human")


@cache
def humans() -> frozenset[str]:
    """The nouns for one person with their plurals."""
    told = counted_words("human")
    men = {word[:-3] + "men" for word in told if word.endswith("man")}
    return told | {plural_of(word) for word in told} | men | {"children", "people", "police", "others"}


def is_crowd(word: str) -> bool:
    """Whether a noun tells of many without saying how many: "family"."""
    return word in counted_words("crowd")


def is_measure(word: str) -> bool:
    """Whether a number before the word measures and counts nobody: "hours"."""
    return word in counted_words("measure")


def is_thing(word: str) -> bool:
    """Whether a noun names what is nobody: "tanks"."""
    return word in counted_words("thing")
