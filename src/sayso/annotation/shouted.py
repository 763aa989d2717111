"""Which names stand in a headline whose every word has a capital, by what the rest of the text names?"""

from collections.abc import Iterable, Sequence

from sayso.annotation.namesakes import NameSeen, folded
from sayso.lexicon.countries import capitals, names
from sayso.lexicon.roles import role_of
from sayso.model.marks import NameKind

_LONGEST = 6  # words of a name that is looked for


class Known:
    """The names that the sentences with plain capitals told."""

    def __init__(self, found: Iterable[NameSeen]) -> None:
        self._kinds: dict[tuple[str, ...], NameKind] = {}
        for name in found:
            words = tuple(map(folded, name.words))
            self._kinds.setdefault(words, name.kind)
            if name.kind is NameKind.PERSON and len(words) > 1:
                self._kinds.setdefault(words[-1:], name.kind)

    def names(self, told: Sequence[str]) -> list[tuple[int, int, NameKind]]:
        """First word, end and kind of each known name and country, the longest at each place."""
        out: list[tuple[int, int, NameKind]] = []
        words = tuple(map(folded, told))
        k = 0
        while k < len(words):
            end, kind = self._at(words, k)
            if kind is not None:
                out.append((k, end, kind))
            k = end
        return out

    def _at(self, words: tuple[str, ...], k: int) -> tuple[int, NameKind | None]:
        if not words[k][:1].isupper():
            return k + 1, None
        for end in range(min(len(words), k + _LONGEST), k, -1):
            kind = self._kinds.get(words[k:end])
            if kind is not None and not (end == k + 1 and role_of(words[k])):
                return end, kind
        lower = words[k].lower()
        place = lower in names() or lower in capitals()
        return k + 1, NameKind.PLACE if place else None
