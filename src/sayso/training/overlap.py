"""Which texts share a run of words with the texts that judge us? Those are not learned from."""

import re
from collections.abc import Iterable

RUN = 13  # words: the project's rule for what training may not have seen
_WORD = re.compile(r"\w+")


def runs(text: str, size: int = RUN) -> frozenset[int]:
    """A number for each run of that many words, whatever their case and what stands between them."""
    words = _WORD.findall(text.lower())
    return frozenset(hash(tuple(words[i : i + size])) for i in range(len(words) - size + 1))


def unseen(texts: Iterable[str], judges: Iterable[str]) -> list[bool]:
    """For each text whether it shares no run of words with any of the judges."""
    kept_out = frozenset[int]().union(*(runs(judge) for judge in judges))
    return [not runs(text) & kept_out for text in texts]
