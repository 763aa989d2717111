"""Is a name that of a body, where nothing in the name says so?"""

from collections.abc import Sequence
from functools import cache

from sayso.lexicon.tables import rows
from sayso.model.statement import VoiceKind


@cache
def _bodies() -> dict[str, VoiceKind]:
    return {row["name"].replace("’", "'"): VoiceKind(row["kind"]) for row in rows("bodies")}


def body_of(name: str) -> VoiceKind | None:
    """Organisation or state for a listed name, "the" aside; None for others."""
    plain = name.replace("’", "'")
    return _bodies().get(plain.removeprefix("the ").removeprefix("The "))


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    told: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(_bodies(), key=lambda name: (-len(name.split()), name)):
        words = tuple(name.split())
        if len(words) > 1:
            told.setdefault(words[0], []).append(words)
    return {first: tuple(names) for first, names in told.items()}


def words_of_body(words: Sequence[str], at: int) -> int:
    """How many words the longest listed body of several words has that begins at a place; 0 for none."""
    for name in _by_first_word().get(words[at], ()):
        if tuple(words[at : at + len(name)]) == name:
            return len(name)
    return 0
