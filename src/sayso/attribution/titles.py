"""Who holds the office that a phrase like "the foreign secretary" names?"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.lexicon.countries import actor_country
from sayso.lexicon.roles import role_of
from sayso.model.marks import Name, NameKind
from sayso.model.statement import Number, VoiceKind

_WORDS = r"(?:[\w’'-]+\.?\s+){0,5}[\w’'-]+"
_BEFORE = re.compile(rf"({_WORDS})[.,]?\s+\Z")
_AFTER = re.compile(
    r",\s+((?:[\w’'-]+\s+){0,6}[\w’'-]+?)(?=,|\.|\s+(?:of|for|in|at|to|and|who)\b)",
)
_OF = re.compile(r"\s(?:of|for)\s")
_REACH = 60  # characters before a name in which its title stands
_GENERIC = frozenset({"leader", "man", "woman", "politician", "diplomat", "candidate"})
_SHORT = {
    "gen": "general",
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
}
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their"})


class _Told(NamedTuple):
    place: int
    who: str
    nation: str | None


class _Office(NamedTuple):
    """An office as a phrase tells it: its words without determiner and nation."""

    words: tuple[str, ...]
    nation: str | None

    @property
    def keys(self) -> list[str]:
        """Its last two words, else its last, by which it is looked up."""
        return [" ".join(self.words[-2:]), self.words[-1]] if len(self.words) > 1 else [*self.words]


class Titles:
    """Offices told beside names, and the people who hold them."""

    def __init__(self, told: Sequence[tuple[str, _Told]]) -> None:
        self._by_title: dict[str, list[_Told]] = {}
        self._of: dict[str, set[str]] = {}
        for title, each in told:
            self._by_title.setdefault(title, []).append(each)
            if title not in _GENERIC:
                self._of.setdefault(each.who, set()).add(title)

    def holder(self, head: str, place: int, *, headline: bool = False) -> str | None:
        """Whom "the foreign secretary" means: the last told before the place, else the first after. The
        office of one nation is not held by who holds that of another; in a headline "the" may be missing."""
        office = _office(head)
        if office is None or not (headline or _is_definite(head)):
            return None
        for key in office.keys:
            held = self._by_title.get(key, ())
            fits = [each for each in held if not (office.nation and each.nation not in (None, office.nation))]
            if fits:
                before = [each for each in fits if each.place < place]
                return (before[-1] if before else fits[0]).who
        return None

    def may_hold(self, who: str, head: str) -> bool:
        """Whether nothing speaks against a person's holding an office: no other office is told of him."""
        office = _office(head)
        held = self._of.get(who, set())
        return office is not None and (not held or any(key in held for key in office.keys))


def is_generic(word: str) -> bool:
    """Whether "the leader", "the diplomat" only points back to the person named last."""
    return word in _GENERIC


def titles_of(text: str, names: tuple[Name, ...]) -> Titles:
    """The titles that stand beside the names of persons: "President Cole", "Ada Brook, the mayor of"."""
    told: list[tuple[str, _Told]] = []
    for name in names:
        if name.kind is not NameKind.PERSON:
            continue
        start, end = name.span.start, name.span.end
        before = _BEFORE.search(text[max(0, start - _REACH) : start])
        after = _AFTER.match(text, end, end + 2 * _REACH)
        for found in (before, after):
            office = _office(found[1]) if found else None
            if office is not None:
                each = _Told(start, name.full, office.nation)
                told += [(key, each) for key in office.keys if " " in key or key not in _GENERIC]
    return Titles(told)


def _is_definite(head: str) -> bool:
    words = head.lower().split()
    return len(words) > 1 and (words[0] == "the" or words[0].endswith(("’s", "'s")))


def _office(words: str) -> _Office | None:
    """The office that a stretch of text ends with: of one person, and of which nation."""
    cut = _OF.split(words)
    head = cut[0].lower().replace("secretary-general", "secretary general")
    parts = [part.rstrip(".") for part in head.split()]
    for k in range(len(parts) - 1, -1, -1):
        if parts[k] in _DETERMINERS:
            parts = parts[k + 1 :]
            break
    parts = [_SHORT.get(part, part) for part in parts]
    bare = [re.sub(r"[’']s$", "", part) for part in parts]
    nations = [country for part in bare if (country := actor_country(part))]
    plain = tuple(part for part, each in zip(parts, bare, strict=True) if not actor_country(each))
    role = role_of(plain[-1]) if plain else None
    if role is None or role.kind is not VoiceKind.PERSON or role.number is not Number.ONE:
        return None
    return _Office(plain, nations[-1].iso3 if nations else None)
