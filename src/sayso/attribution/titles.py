"""Who holds the office that a phrase like "the foreign secretary" names?"""

import re
from bisect import bisect_left

from sayso.lexicon.roles import role_of
from sayso.model.marks import Name, NameKind
from sayso.model.statement import Number, VoiceKind

_BEFORE = re.compile(r"((?:[\w’'-]+\s+){0,3}[\w’'-]+),?\s+\Z")
_AFTER = re.compile(
    r",\s+(?:the|an?|his|her|its|their|[\w’']+[’']s)?\s*((?:[\w-]+\s+){0,4}[\w-]+?)(?=,|\.|\s+(?:of|for|in|at|to|and|who)\b)"
)
_REACH = 60  # characters before a name in which its title stands
_GENERIC = frozenset({"leader", "man", "woman", "politician", "diplomat", "candidate"})


class Titles:
    """Offices told beside names, and the people who hold them."""

    def __init__(self, told: list[tuple[str, int, str]]) -> None:
        self._by_title: dict[str, list[tuple[int, str]]] = {}
        for title, place, who in told:
            self._by_title.setdefault(title, []).append((place, who))

    def holder(self, head: str, place: int) -> str | None:
        """Whom "the foreign secretary" means: the last told before the place, else the first after."""
        words = head.lower().split()
        if len(words) < 2 or words[0] != "the":
            return None
        keys = [" ".join(words[-2:])] if len(words) > 2 else []
        for key in [*keys, words[-1]]:
            held = self._by_title.get(key)
            if held:
                k = bisect_left(held, (place, ""))
                return held[k - 1][1] if k else held[0][1]
        return None


def is_generic(word: str) -> bool:
    """Whether "the leader", "the diplomat" only points back to the person named last."""
    return word in _GENERIC


def titles_of(text: str, names: tuple[Name, ...]) -> Titles:
    """The titles that stand beside the names of persons: "President Cole", "Ada Brook, the mayor of"."""
    told: list[tuple[str, int, str]] = []
    for name in names:
        if name.kind is not NameKind.PERSON:
            continue
        start, end = name.span.start, name.span.end
        before = _BEFORE.search(text[max(0, start - _REACH) : start])
        after = _AFTER.match(text, end, end + 2 * _REACH)
        for found in (before, after):
            if found:
                told += [(title, start, name.full) for title in _titles(found[1])]
    return Titles(told)


def _titles(words: str) -> list[str]:
    """The office as its last word and as its last two: "secretary", "foreign secretary"."""
    parts = words.lower().split()
    role = role_of(parts[-1])
    if role is None or role.kind is not VoiceKind.PERSON or role.number is not Number.ONE:
        return []
    return [" ".join(parts[-2:])] * (len(parts) > 1) + ([parts[-1]] if parts[-1] not in _GENERIC else [])
