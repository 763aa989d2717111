"""Which actors of the record are the voices and parties of one document?"""

import re
from collections.abc import Callable
from dataclasses import replace

from sayso.coding.actor_phrases import bare_organ, linked, named_alike
from sayso.coding.actor_scene import Scene, scene_of
from sayso.lexicon import countries
from sayso.lexicon.actor_book import id_by_name
from sayso.lexicon.actor_keys import name_key
from sayso.lexicon.actor_words import actor_words
from sayso.lexicon.offices import titles
from sayso.lexicon.organs import organ_id
from sayso.lexicon.roles import role_of
from sayso.model.document import Document
from sayso.model.marks import Marks, NameKind
from sayso.model.mention import Mention, Party
from sayso.model.statement import Hop, Number, Statement, VoiceKind

_PLACED = frozenset({NameKind.PLACE, NameKind.OTHER})
_TAILED = frozenset({NameKind.PERSON, NameKind.ORGANISATION})
_LONGEST = 8  # words of a name
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|ar|as|at|an|ash|de|von|van|bin|the) ")
_UNNAMED = frozenset({VoiceKind.DOCUMENT, VoiceKind.UNKNOWN})


def link_actors(
    document: Document,
    marks: Marks,
    statements: tuple[Statement, ...],
    mentions: tuple[Mention, ...],
) -> tuple[tuple[Statement, ...], tuple[Mention, ...]]:
    """The same, each voice and party with the id of its actor. Unnamed ones have none, but for the organs of
    states and the people of listed bodies; a name that no table lists has an id made from the name."""
    linker = _Linker(document, marks)
    said = tuple(replace(told, chain=tuple(map(linker.hop, told.chain))) for told in statements)
    done = tuple(
        replace(
            told,
            actors=tuple(map(linker.party, told.actors)),
            recipients=tuple(map(linker.party, told.recipients)),
        )
        for told in mentions
    )
    return said, done


class _Linker:
    """Links the words of one document; each phrase once."""

    def __init__(self, document: Document, marks: Marks) -> None:
        self._text = document.text
        self._scene: Scene = scene_of(document, marks)
        self._kinds = {name.full: name.kind for name in marks.names}
        self._known: dict[str, str | None] = {}
        self._tails: dict[str, str] | None = None
        self._heads: dict[str, str] = {}  # who was told last, by the noun at the end of the words
        self._organs: dict[str, str] = {}  # the state whose organ was told last, by organ

    def hop(self, hop: Hop) -> Hop:
        voice = hop.voice
        if voice.who is None or voice.kind in _UNNAMED:
            return hop
        words = hop.mention.of(self._text) if hop.mention else ""
        found = self._found(voice.who, words)
        if found is None and voice.named and voice.number is not Number.SEVERAL:
            found = self._by_name(voice.who)
        return replace(hop, voice=replace(voice, actor=found)) if found else hop

    def party(self, party: Party) -> Party:
        words = party.mention.of(self._text) if party.mention else ""
        found = self._found(party.who, words)
        if found is None and self._is_named(party.who):
            found = self._by_name(party.who)
        return replace(party, actor=found) if found else party

    def _is_named(self, who: str) -> bool:
        kind = self._kinds.get(who)
        return kind not in _PLACED if kind is not None else _tail(who) in self._fuller()

    def _by_name(self, who: str) -> str | None:
        """The id of a name that nobody listed: by its fuller form, where the text has one alone."""
        if not _is_name(who):
            return None
        fuller = self._fuller().get(_tail(who)) if " " not in _tail(who) else None
        if fuller is not None and fuller != who:
            return self._once(fuller, self._listed) or id_by_name(fuller)
        return id_by_name(who)

    def _fuller(self) -> dict[str, str]:
        """Names of two words or more by their last ones, where these are the end of one name alone."""
        if self._tails is None:
            found: dict[str, set[str]] = {}
            for full, kind in self._kinds.items():
                words = full.split()
                if kind in _TAILED and 1 < len(words) <= _LONGEST and _is_name(full):
                    for tail in {_tail(" ".join(words[at:])) for at in range(1, len(words))} - {_tail(full)}:
                        found.setdefault(tail, set()).add(full)
            self._tails = {tail: next(iter(fulls)) for tail, fulls in found.items() if len(fulls) == 1}
        return self._tails

    def _found(self, who: str, words: str) -> str | None:
        found = self._once(who, self._listed)
        if found is None and words and words != who and len(words) < 2 * len(who) + 40 and who in words:
            found = self._once(words, self._listed)
        if found is not None:
            self._heads[who.split()[-1].lower()] = found
            return found
        return self._bare(who) or self._again(who)

    def _again(self, who: str) -> str | None:
        """ "The coalition": whom the text named last with that noun at the end."""
        word = who.lower().removeprefix("the ")
        role = role_of(word)
        takes_up = word == who.removeprefix("the ").removeprefix("The ") and " " not in word
        body = role is None or role.kind is not VoiceKind.PERSON
        return self._heads.get(word) if takes_up and body and word in actor_words("taken-up") else None

    def _once(self, words: str, find: Callable[[str], str | None]) -> str | None:
        if words not in self._known:
            self._known[words] = find(words)
        return self._known[words]

    def _listed(self, words: str) -> str | None:
        found = linked(words, self._scene) or (named_alike(words) if _is_name(words) else None)
        if found and "-" in found:
            state, _, organ = found.partition("-")
            if len(state) == 3:
                self._organs[organ] = state
        return found

    def _bare(self, who: str) -> str | None:
        """ "The army": of the state whose army was told last, else of the one that the text is about."""
        organ = bare_organ(who)
        if organ is None:
            return None
        state = self._organs.get(organ) or (self._scene.home or "").lower()
        return organ_id(state, organ) if state else None


def _tail(words: str) -> str:
    return _ARTICLE.sub("", name_key(words))


def _is_name(words: str) -> bool:
    """Whether words are a proper name of their own: all in capitals, no office, no adjective of a country."""
    told = words.split()
    if not told or len(told) > _LONGEST:
        return False
    plain = words.lower()
    opens = told[0][:1].isupper() or plain.startswith(("al-", "el-"))
    small = [word for word in told if word.islower() and len(word) > 3 and "-" not in word]
    if not opens or small or plain in countries.demonyms() or plain in titles():
        return False
    role = role_of(plain)
    return role is None or role.kind is not VoiceKind.PERSON
