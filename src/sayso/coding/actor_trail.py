"""Which actors were named before a place in the text?"""

from bisect import bisect_left
from collections.abc import Callable, Iterable

from sayso.lexicon.actor_book import actor_of
from sayso.model.actor import Actor

_BACK = 80  # names to look back over: about a page


class Trail:
    """The actors that a document names, by place; asked for the last that fits."""

    def __init__(self, told: Iterable[tuple[int, str]]) -> None:
        self._told = sorted(set(told))

    def last(self, place: int, fits: Callable[[Actor], bool]) -> str | None:
        """The actor named last before a place of those that fit."""
        at = bisect_left(self._told, (place, ""))
        for _, name_id in self._told[max(0, at - _BACK) : at][::-1]:
            actor = actor_of(name_id)
            if actor is not None and fits(actor):
                return name_id
        return None

    def first(self, fits: Callable[[Actor], bool]) -> str | None:
        """The first actor of the text that fits."""
        for _, name_id in self._told:
            actor = actor_of(name_id)
            if actor is not None and fits(actor):
                return name_id
        return None

    def between(self, start: int, end: int) -> list[str]:
        """The actors named in a stretch of the text."""
        first, last = (bisect_left(self._told, (at, "")) for at in (start, end))
        return [name_id for _, name_id in self._told[first:last]]
