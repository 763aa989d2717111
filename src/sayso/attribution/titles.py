"""Who holds the office that a phrase like "the foreign secretary" names?"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.lexicon.countries import actor_country
from sayso.lexicon.roles import role_of
from sayso.model.marks import Name, NameKind
from sayso.model.statement import Number, VoiceKind

_RANK = (
    r"(?:Gen|Sen|Gov|Rep|Col|Capt|Sgt|Maj|Lt|Brig|Adm|U\.S|U\.N|U\.K)\."  # a full stop that ends no sentence
)
_BEFORE = re.compile(rf"((?:(?:{_RANK}|[\w’'-]+)\s+){{0,3}}(?:{_RANK}|[\w’'-]+)),?\s+\Z")
_AFTER = re.compile(
    r",\s+((?:[\w’'-]+\s+){0,6}[\w’'-]+?)(?=,|\.|\s+(?:of|for|in|at|to|and|who)\b)",
)
_OF = re.compile(r"\s(?:of|for)\s")
_OWNED = re.compile(r"[\w’'. ]*?\w[’']s\s")  # "Turkey's": of that nation and of no other
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
        """Its last two words, its nation and last word, its last word: by the first told it is looked up."""
        keys = [" ".join(self.words[-2:])] if len(self.words) > 1 else []
        if self.nation:
            keys.append(f"{self.nation} {self.words[-1]}")
        return [*keys, self.words[-1]]


class Titles:
    """Offices told beside names, and the people who hold them."""

    def __init__(self, told: Sequence[tuple[str, _Told]]) -> None:
        self._by_title: dict[str, list[_Told]] = {}
        for title, each in told:
            self._by_title.setdefault(title, []).append(each)

    def holder(self, head: str, place: int, *, headline: bool = False) -> str | None:
        """Whom "the foreign secretary" means: the last told before the place, else the first after. The
        office of one nation is not held by who holds that of another; in a headline "the" may be missing."""
        office = _office(head)
        owned = _OWNED.match(head) is not None
        if office is None or not (headline or owned or _is_definite(head)) or (owned and not office.nation):
            return None
        nations = {office.nation} if owned else {office.nation, None}
        for key in office.keys:
            held = self._by_title.get(key, ())
            fits = [each for each in held if not office.nation or each.nation in nations]
            if fits:
                before = [each for each in fits if each.place < place]
                return (before[-1] if before else fits[0]).who
        return None


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
        for office in (_office_before(before[1]) if before else None, _office(after[1]) if after else None):
            if office is not None:
                each = _Told(start, name.full, office.nation)
                told += [(key, each) for key in office.keys if " " in key or key not in _GENERIC]
    return Titles(told)


def _is_definite(head: str) -> bool:
    words = head.lower().split()
    return len(words) > 1 and words[0] == "the"


def _office_before(words: str) -> _Office | None:
    """The office before a name: "secretary of state", but of "spokesman for President" the last."""
    last = _OF.split(words)[-1]
    return _office(last) or _office(words)


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
