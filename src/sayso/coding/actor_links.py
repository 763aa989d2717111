"""Which actors of the record are the voices and parties of one document?"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from sayso.coding.actor_descriptions import Place, described, group_before, is_group, is_no_state
from sayso.coding.actor_phrases import linked, named_alike
from sayso.coding.actor_scene import Scene, scene_of
from sayso.coding.actor_trail import Trail
from sayso.lexicon import countries
from sayso.lexicon.actor_book import actor_of, id_by_name
from sayso.lexicon.actor_keys import name_key
from sayso.lexicon.offices import titles
from sayso.lexicon.roles import role_of
from sayso.model.actor import ActorKind
from sayso.model.document import Document
from sayso.model.marks import Marks, NameKind
from sayso.model.mention import Mention, Party
from sayso.model.span import Span
from sayso.model.statement import Hop, Number, Statement, VoiceKind

_PLACED = frozenset({NameKind.PLACE, NameKind.OTHER})
_TAILED = frozenset({NameKind.PERSON, NameKind.ORGANISATION})
_LED = re.compile(r"-(?:backed|led|allied|based|held|linked)$", re.IGNORECASE)
_HE = frozenset({"he", "she", "him", "her", "his"})
_BACK = 60  # names to look back over: about a page
_AROUND = 300  # code points of the sentence on each side: more is no sentence
_TITLE = 48  # letters beside a name that hold its title
_MORE = 40  # letters that the words may have beside the name they hold
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
    linker.look(statements, mentions)
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
        self._sentences = marks.sentences
        self._names = marks.names
        self._scene: Scene = scene_of(document, marks)
        self._kinds = {name.full: name.kind for name in marks.names}
        self._known: dict[str, str | None] = {}
        self._tails: dict[str, str] | None = None
        self._trail = Trail(())

    def look(self, statements: tuple[Statement, ...], mentions: tuple[Mention, ...]) -> None:
        """Links what needs no other: every name of the text, every voice and party by its own words."""
        told = [(name.span.start, self._once(name.full)) for name in self._names]
        for statement in statements:
            told += [
                (hop.mention.start, self._own(hop.voice.who, hop.mention.of(self._text)))
                for hop in statement.chain
                if hop.mention and hop.voice.who and hop.voice.kind not in _UNNAMED
            ]
        for mention in mentions:
            told += [
                (party.mention.start, self._own(party.who, party.mention.of(self._text)))
                for party in (*mention.actors, *mention.recipients)
                if party.mention
            ]
        self._trail = Trail((at, found) for at, found in told if found)

    def hop(self, hop: Hop) -> Hop:
        """The hop with its voice linked."""
        voice = hop.voice
        if voice.who is None or voice.kind in _UNNAMED:
            return hop
        found = self._found(voice.who, hop.mention)
        if found is None and voice.named and voice.number is not Number.SEVERAL:
            found = self._by_name(voice.who)
        return replace(hop, voice=replace(voice, actor=found)) if found else hop

    def party(self, party: Party) -> Party:
        """The party linked."""
        found = self._found(party.who, party.mention)
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
            return self._once(fuller) or id_by_name(fuller)
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

    def _own(self, who: str, words: str) -> str | None:
        """By the name, else by the words that name it here."""
        found = self._once(who)
        if found is None and words and words != who and len(words) < 2 * len(who) + _MORE and who in words:
            found = self._once(words)
        return found

    def _found(self, who: str, span: Span | None) -> str | None:
        words = span.of(self._text) if span else ""
        own = self._own(who, words)
        taken = span is not None and who.lower() not in words.lower()  # another's name, by coreference
        if span is None or (own is None and taken and self._kinds.get(who) is not None):
            return own
        if words.lower() in _HE and own is not None and not _is_person(own):
            return self._person(span)
        before = self._text[max(0, span.start - 4) : span.start].lower()
        told = f"the {words}" if before == "the " else words
        if is_group(told) and not (own and is_no_state(own)):
            own = group_before(self._at(span), self._trail) or own  # no state is "the group"
        return own or self._titled(told, span) or described(told, self._at(span), self._trail, self._scene)

    def _person(self, span: Span) -> str | None:
        """The person named last, where "he" was taken for a body."""
        at = bisect_left(self._names, span.start, key=lambda name: name.span.start)
        for name in self._names[max(0, at - _BACK) : at][::-1]:
            if name.kind is NameKind.PERSON:
                return self._once(name.full) or self._by_name(name.full)
        return None

    def _titled(self, told: str, span: Span) -> str | None:
        """Whom the text gave that very title: "Ann Lee, the home secretary", "Home Secretary Ann Lee"."""
        title = told.lower().removeprefix("the ")
        if title not in titles() or title == told.lower():
            return None
        at = bisect_left(self._names, span.start, key=lambda name: name.span.start)
        for name in self._names[max(0, at - _BACK) : at][::-1]:
            lead = self._text[max(0, name.span.start - _TITLE) : name.span.start].lower().rstrip()
            tail = self._text[name.span.end : name.span.end + _TITLE].lower()
            apposed = tail.startswith((f", the {title}", f", {title}"))
            if name.kind is NameKind.PERSON and (lead.endswith(title) or apposed):
                return self._once(name.full) or self._by_name(name.full)
        return None

    def _at(self, span: Span) -> Place:
        at = bisect_right(self._sentences, span.start, key=lambda sentence: sentence.start) - 1
        sentence = self._sentences[at] if at >= 0 else span
        start = max(sentence.start, span.start - _AROUND)
        around = self._text[start : min(sentence.end, span.end + _AROUND)]
        return Place(start=span.start, sentence=around, into=span.start - start)

    def _once(self, words: str) -> str | None:
        if words not in self._known:
            self._known[words] = linked(words, self._scene) or (
                named_alike(words) if _is_name(words) else None
            )
        return self._known[words]


def _is_person(name_id: str) -> bool:
    actor = actor_of(name_id)
    return actor is None or actor.kind is ActorKind.PERSON


def _tail(words: str) -> str:
    return _ARTICLE.sub("", name_key(words))


def _is_name(words: str) -> bool:
    """Whether words are a proper name of their own: all in capitals, no office, no adjective of a country."""
    told = words.split()
    if not told or len(told) > _LONGEST:
        return False
    plain = words.lower()
    if any(_LED.search(word) for word in told):
        return False
    opens = told[0][:1].isupper() or plain.startswith(("al-", "el-"))
    small = [word for word in told if word.islower() and len(word) > 3 and "-" not in word]
    if not opens or small or plain in countries.demonyms() or plain in titles():
        return False
    role = role_of(plain)
    return role is None or role.kind is not VoiceKind.PERSON
