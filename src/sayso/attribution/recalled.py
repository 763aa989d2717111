"""Which body does a bare description mean: "the command", "the group", by what was named before?"""

import re
from bisect import bisect_left

from sayso.attribution.press import press_name
from sayso.lexicon.grammar import words_of
from sayso.model.marks import Name, NameKind

_BARE = re.compile(r"(?:the|that|this)\s+([\w’'-]+)", re.IGNORECASE)
_APPOSED = re.compile(
    r",\s+(?:an?|the|one of)\s+((?:[\w’'-]+\s+){0,5}?[\w’'-]+)"
    r"(?=[,.;]|\s+(?:that|which|who|of|from|in|for|made|based)\b)"
)
_REACH = 90  # characters after a name in which "an armed group" tells what it is
_FAR = 2500  # characters that "the group" may look back for a name


def bare_head(words: str) -> str | None:
    """The noun of "the command", where nothing else stands beside it."""
    found = _BARE.fullmatch(words)
    return found[1].lower() if found else None


class Bodies:
    """The bodies that a document names, to be asked by the noun that heads them or tells what they are."""

    def __init__(self, text: str, names: tuple[Name, ...]) -> None:
        self._text = text
        self._names = [
            name for name in names if name.kind is NameKind.ORGANISATION and not press_name(name.full)
        ]
        self._starts = [name.span.start for name in self._names]
        self._headed: dict[str, dict[str, Name]] | None = None
        self._apposed: dict[str, Name] | None = None

    def meant(self, head: str, place: int) -> Name | None:
        """The one body whose name ends with this noun, or that the text says is one; else, for "the group",
        the last body named."""
        headed = self._by_head().get(head, {})
        if len(headed) == 1:
            only = next(iter(headed.values()))
            return only if only.span.start < place else None
        told = self._by_apposition().get(head)
        if (told is not None and told.span.start < place) or head not in words_of("body-noun"):
            return told
        k = bisect_left(self._starts, place) - 1
        return self._names[k] if k >= 0 and place - self._starts[k] < _FAR else None

    def _by_head(self) -> dict[str, dict[str, Name]]:
        if self._headed is None:
            self._headed = {}
            for name in self._names:
                parts = name.full.split()
                if len(parts) > 1:
                    self._headed.setdefault(parts[-1].lower(), {}).setdefault(name.full, name)
        return self._headed

    def _by_apposition(self) -> dict[str, Name]:
        if self._apposed is None:
            self._apposed = {}
            for name in self._names:
                found = _APPOSED.match(self._text, name.span.end, name.span.end + _REACH)
                if found:
                    self._apposed.setdefault(found[1].split()[-1].lower(), name)
        return self._apposed
