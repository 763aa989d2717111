"""Whom do a pronoun or a bare description mean, by what was named before?"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from sayso.model.marks import Name, NameKind
from sayso.model.span import Span
from sayso.model.statement import Voice, VoiceKind

_SINGULAR = frozenset({"he", "she", "him", "her", "his"})
_BODY = frozenset({VoiceKind.ORGANISATION, VoiceKind.STATE, VoiceKind.AGENCY, VoiceKind.DOCUMENT})
_FAR = 2500  # characters a pronoun may look back for a name
_RECENT = 40  # voices to look back over


class Before:
    """The voices and names that stood before a place, in order; it only grows."""

    def __init__(self, names: Sequence[Name], asides: Sequence[Span] = ()) -> None:
        self._asides = asides  # captions: whom they name, no pronoun of a paragraph takes up
        self._names = [
            name for name in names if name.kind is NameKind.PERSON and not self._is_aside(name.span.start)
        ]
        self._starts = [name.span.start for name in self._names]
        self._voices: list[tuple[int, Voice]] = []

    def add(self, place: int, voice: Voice) -> None:
        """Remembers a voice that was heard at a place."""
        if voice.who and not self._is_aside(place):
            self._voices.append((place, voice))

    def _is_aside(self, place: int) -> bool:
        return any(aside.start <= place < aside.end for aside in self._asides)

    def heard(self, start: int, end: int) -> list[Voice]:
        """The voices heard in a stretch of text, the last first."""
        return [voice for at, voice in reversed(self._voices[-_RECENT:]) if start <= at < end]

    def described(self, head: str, place: int) -> Voice | None:
        """The last voice without a proper name whose description this noun heads, with more words."""
        return self._last(place, lambda voice: not _is_person_named(voice) and _heads(head, voice.who or ""))

    def person(self, place: int, but: str | None = None) -> Voice | None:
        """The person that "he" or "she" means: the last named, whether as a voice or otherwise.

        `but` is whom it cannot mean: who speaks a quotation.
        """
        name = self._name(place, but)
        for at, voice in reversed(self._voices[-_RECENT:]):
            if voice.kind is VoiceKind.PERSON and at < place and voice.who != but:
                if name and name.span.start > at + 200 and name.full != voice.who:
                    break
                return voice
        if name is None:
            return None
        return Voice(who=name.full, kind=VoiceKind.PERSON, named=True, number=None)

    def _name(self, place: int, but: str | None) -> Name | None:
        for k in range(bisect_left(self._starts, place) - 1, -1, -1):
            if place - self._starts[k] >= _FAR:
                break
            if self._names[k].full != but:
                return self._names[k]
        return None

    def body(self, place: int) -> Voice | None:
        """What "it" means as a speaker: the last body or document heard."""
        return self._last(place, lambda voice: voice.kind in _BODY)

    def several(self, place: int) -> Voice | None:
        """Whom "they" means: the last voice of several, else the last body."""
        return self._last(place, lambda voice: voice.kind in _BODY or voice.kind is VoiceKind.GROUP)

    def speaker(self, place: int) -> Voice | None:
        """The last voice heard."""
        return self._last(place, lambda voice: voice.kind is not VoiceKind.AGENCY)

    def press(self, place: int) -> Voice | None:
        """The last outlet or agency named."""
        return self._last(place, lambda voice: voice.kind is VoiceKind.AGENCY and voice.named)

    def _last(self, place: int, fits: Callable[[Voice], bool]) -> Voice | None:
        for at, voice in reversed(self._voices[-_RECENT:]):
            if at < place and fits(voice):
                return voice
        return None


_TAIL = re.compile(r"\s(?:of|for|in|at|from|with|on|to|who|near|inside|by|close|familiar|briefed)\s|[,(]")


def _heads(head: str, who: str) -> bool:
    """Whether a noun heads a description of several words: "official", "a Turkish official in Ankara"."""
    words = _TAIL.split(who, maxsplit=1)[0].lower().split()
    return len(words) > 1 and words[-1] == head and words[:-1] != ["the"]


def _is_person_named(voice: Voice) -> bool:
    return voice.named and voice.kind is VoiceKind.PERSON
