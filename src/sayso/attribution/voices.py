"""Who is the voice that a phrase names: what kind, named or not, one or several?"""

import re
from bisect import bisect_left

from sayso.attribution.holders import behind_office, beside, called
from sayso.attribution.people import Before
from sayso.attribution.phrase import head_of, role_in
from sayso.attribution.press import is_generic_press, is_press, press_name
from sayso.attribution.recalled import Bodies, bare_head
from sayso.attribution.titles import is_generic, titles_of
from sayso.attribution.topics import Topics
from sayso.lexicon.bodies import body_of
from sayso.lexicon.countries import actor_country, country_of, demonyms
from sayso.lexicon.roles import Role, role_of
from sayso.model.document import BlockKind, Document
from sayso.model.marks import Marks, Name, NameKind
from sayso.model.span import Span
from sayso.model.statement import Number, Voice, VoiceKind

UNKNOWN = Voice(who=None, kind=VoiceKind.UNKNOWN, named=False, number=None)
_INDEFINITE = re.compile(
    r"(?:an?|some|several|many|two|three|other|another|one|most|few|various|multiple)\b", re.I
)
_PERSONAL = {"he", "she", "him", "her", "his", "i", "me", "my"}
_PLURAL = {"they", "them", "their", "we", "our", "us"}
_NEUTER = {"it", "its"}
_PRONOUNS = _PERSONAL | _PLURAL | _NEUTER
_EDGES = ' []“”"‘,;:'
_ONE = Number.ONE
_NEXT = 4  # names to look ahead over for the one that "who goes by the name" gives
_BACK = 60  # names to look back over for "the agency"
_BODIES = frozenset({VoiceKind.ORGANISATION, VoiceKind.STATE})
_APPOSABLE = _BODIES | {VoiceKind.PERSON}
_PERSONS = frozenset({VoiceKind.PERSON})
_BODILY = _BODIES | {VoiceKind.AGENCY, VoiceKind.DOCUMENT}
_MANY = _BODILY | {VoiceKind.GROUP}


class Voices:
    """Reads phrases of one document as voices; remembers those heard, for pronouns to come."""

    def __init__(self, document: Document, marks: Marks) -> None:
        text, names = document.text, marks.names
        self._text = text
        self._headlines = [block for block in document.blocks if block.kind is BlockKind.HEADLINE]
        asides = [block.span for block in document.blocks if block.kind is BlockKind.CAPTION]
        self._topics = Topics(text, marks.sentences, marks.tokens, asides)
        self._bodies = Bodies(text, names)
        self._names = names
        self._starts = [name.span.start for name in names]
        self.before = Before(names, asides)
        self._press: dict[str, str] | None = None  # outlets and their fullest names, once one is asked for
        self._titles = titles_of(text, names)

    def names_in(self, span: Span) -> list[Name]:
        """The proper names that stand within a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [name for name in self._names[first:last] if name.span.end <= span.end]

    def voice(self, span: Span, speaker: Voice | None = None) -> Voice:
        """The voice that a phrase names; `speaker` is who says the sentence, for "I"."""
        span = _bare(self._text, span)
        words = span.of(self._text).strip()
        pronoun = (
            None if words.isupper() and words != "I" else self._pronoun(words.lower(), span.start, speaker)
        )
        voice = pronoun or self._phrase(words, span)
        if voice.who not in _PRONOUNS:  # a pronoun that means nobody known is nobody to come back to
            self.before.add(span.start, voice)
        return voice

    def press(self, span: Span) -> Voice:
        """The outlet that a phrase means, known to mean one."""
        voice = self._phrase(span.of(self._text).strip(), span)
        if voice.kind is not VoiceKind.AGENCY:
            words = span.of(self._text).strip()
            named = any(word[:1].isupper() for word in words.split()[1:]) or words[:1].isupper()
            who = words.removeprefix("the ").removeprefix("The ")
            voice = Voice(who=who, kind=VoiceKind.AGENCY, named=named, number=_ONE)
        self.before.add(span.start, voice)
        return voice

    def _pronoun(self, word: str, place: int, speaker: Voice | None) -> Voice | None:
        if word == "who":
            return self._relative(place)
        if word in _PERSONAL:
            if word in ("i", "me", "my") and speaker:
                return speaker
            but = speaker.who if speaker and self._topics.quoted(place) else None
            person = self._topic(place, speaker, _PERSONS) or self.before.person(place, but)
            return person or Voice(who=word, kind=VoiceKind.PERSON, named=False, number=_ONE)
        if word in _NEUTER:
            body = self._topic(place, speaker, _BODILY) or self.before.body(place)
            return body or Voice(who=word, kind=VoiceKind.ORGANISATION, named=False, number=_ONE)
        if word in _PLURAL:
            many = None
            if word[0] == "t":
                many = self._topic(place, speaker, _MANY) or self.before.several(place)
            return many or Voice(who=word, kind=VoiceKind.GROUP, named=False, number=Number.SEVERAL)
        return None

    def _relative(self, place: int) -> Voice | None:
        """Whom "who" means where a reader hands over no more: the person last named in the sentence."""
        k = bisect_left(self._starts, place)
        for name in reversed(self._names[max(0, k - _NEXT) : k]):
            if name.kind is NameKind.PERSON and "." not in self._text[name.span.end : place]:
                return Voice(who=name.full, kind=VoiceKind.PERSON, named=True, number=_ONE)
        return None

    def _topic(self, place: int, speaker: Voice | None, kinds: frozenset[VoiceKind]) -> Voice | None:
        """Whom the text was just about: who spoke in the sentence before, else its subject."""
        but = speaker.who if speaker and self._topics.quoted(place) else None
        for stretch, subject in self._topics.before(place):
            told = self.before.heard(stretch.start, stretch.end)
            if subject is not None and subject.end <= place:
                about = self._about(subject)
                told += [about] if about else []
            for voice in told:
                if voice.kind in kinds and voice.who != but:
                    return voice
        return None

    def _about(self, subject: Span) -> Voice | None:
        """The voice that a subject would be; None for things that cannot speak."""
        words = subject.of(self._text).strip()
        if words.lower() in _PRONOUNS:
            return None
        voice = self._phrase(words, subject)
        plain = role_in(head_of(words)) is None
        return None if plain and not voice.named else voice

    def _phrase(self, words: str, span: Span) -> Voice:
        if is_generic_press(words):
            known = self._press_named(span.start) or self.before.press(span.start)
            if known:
                return known
        named_press = None if body_of(words) else press_name(words)
        if named_press:
            return Voice(
                who=self._fullest_press(named_press, words), kind=VoiceKind.AGENCY, named=True, number=_ONE
            )
        head = head_of(words)
        inside = self.names_in(span)
        return self._named(words, head, span, inside) or self._described(words, head, span, inside)

    def _press_named(self, place: int) -> Voice | None:
        """The last outlet that the text named before a place, as a voice or otherwise."""
        for name in reversed(
            self._names[max(0, bisect_left(self._starts, place) - _BACK) : bisect_left(self._starts, place)]
        ):
            known = press_name(name.span.of(self._text))
            if known:
                who = self._fullest_press(known, name.full)
                return Voice(who=who, kind=VoiceKind.AGENCY, named=True, number=_ONE)
        return None

    def _fullest_press(self, known: str, words: str) -> str:
        """The longest name by which the text calls an outlet."""
        if self._press is None:
            self._press = {}
            for name in self._names:
                told = press_name(name.full)
                full = told if told and told.upper() == name.full else name.full  # "REUTERS/Ann Lee"
                if told and len(self._press.get(told, "")) < len(full):
                    self._press[told] = full
        plain = words.removeprefix("the ")
        return max(self._press.get(known, known), known if known in plain else "", key=len) or plain

    def _named(self, words: str, head: str, span: Span, inside: list[Name]) -> Voice | None:
        """A person or body whose proper name the phrase gives."""
        limit = span.start + len(head)
        heads = [name for name in inside if name.span.end == limit or name.span.end == span.end]
        last = next((name for name in heads if name.span.end <= limit), None)
        role = role_in(head)
        if last is not None and not _is_office(last):
            return self._by_name(last, head, words, inside)
        if role is None or (role.kind in _APPOSABLE and role.number is _ONE):
            for name in inside:
                if name.span.start < limit:
                    continue
                if behind_office(self._text, span, limit, name):
                    return Voice(who=name.full, kind=VoiceKind.PERSON, named=True, number=_ONE)
                if not beside(self._text, span, name):
                    continue
                if role is None and name.kind is NameKind.ORGANISATION:
                    return self._by_name(name, name.full, name.full, [name])
                if name.kind is NameKind.PERSON or (role and name.kind is not NameKind.PLACE):
                    kind = role.kind if role else VoiceKind.PERSON
                    return Voice(who=name.full, kind=kind, named=True, number=_ONE)
        return self._pair(head, span, inside) if role and role.kind is VoiceKind.GROUP else None

    def _pair(self, head: str, span: Span, inside: list[Name]) -> Voice | None:
        """ "His parents, Ann and Adam Lee": two persons named in apposition."""
        told = [name for name in inside if name.span.start >= span.start + len(head)]
        two = [name for name in told if name.kind is NameKind.PERSON]
        if len(told) != 2 or len(two) != 2 or not beside(self._text, span, two[0]):
            return None
        if self._text[two[0].span.end : two[1].span.start].strip() != "and":
            return None
        who = " and ".join(name.full for name in two)
        return Voice(who=who, kind=VoiceKind.PERSON, named=True, number=Number.SEVERAL)

    def _by_name(self, name: Name, head: str, words: str, inside: list[Name]) -> Voice:
        full, told = name.full, name.span.of(self._text)
        several = self._several(name, head, inside)
        if several:
            return several
        body = body_of(told) or body_of(full)
        if body:
            return Voice(who=full, kind=body, named=True, number=_ONE)
        role = role_in(told)
        if role and role.kind in _BODIES and name.kind is not NameKind.PERSON:
            return Voice(who=full, kind=role.kind, named=True, number=_ONE)
        if actor_country(told) or (name.kind is NameKind.PLACE and country_of(told)):
            kind = VoiceKind.GROUP if told.lower() in demonyms() and told.endswith("s") else VoiceKind.STATE
            number = Number.SEVERAL if kind is VoiceKind.GROUP else _ONE
            return Voice(who=full, kind=kind, named=kind is VoiceKind.STATE, number=number)
        if name.kind is NameKind.ORGANISATION:
            return Voice(who=full, kind=VoiceKind.ORGANISATION, named=True, number=_ONE)
        if name.kind is NameKind.OTHER and words.lower() == f"the {told.lower()}" and told.endswith("s"):
            return Voice(who=full, kind=VoiceKind.GROUP, named=False, number=Number.SEVERAL)
        return Voice(who=full, kind=VoiceKind.PERSON, named=True, number=_ONE)

    def _several(self, last: Name, head: str, inside: list[Name]) -> Voice | None:
        """ "A and B": two names joined, of which the second ends the phrase."""
        before = [n for n in inside if n.span.end < last.span.start]
        if not before or not re.search(
            r"\band\s+(?:the\s+)?(?:\w+\s+){0,3}$", self._text[before[-1].span.end : last.span.start]
        ):
            return None
        kind = self._by_name(last, "", "", [last]).kind
        who = " and ".join(dict.fromkeys([before[-1].full, last.full]))
        return Voice(who=who, kind=kind, named=True, number=Number.SEVERAL)

    def _recalled(self, words: str, place: int, role: Role | None) -> Voice | None:
        """What "the command" or "the official" points back to, told before with more words."""
        head = bare_head(words)
        if head is None:
            return None
        name = self._bodies.meant(head, place) if role and role.kind in _BODIES else None
        if name is not None:
            return self._by_name(name, name.full, name.full, [name])
        return self.before.described(head, place) if role else None

    def _holder(self, words: str, head: str, span: Span, role: Role | None) -> str | None:
        """The person who is known to be so described."""
        if role is None or role.kind is not VoiceKind.PERSON or role.number is not _ONE:
            return None
        k = bisect_left(self._starts, span.start)
        name = called(self._text, span, self._names[k : k + _NEXT])
        if name is not None:
            return name.full
        return self._titles.holder(head, span.start, headline=self._in_headline(span.start))

    def _in_headline(self, place: int) -> bool:
        return any(block.span.start <= place < block.span.end for block in self._headlines)

    def _described(self, words: str, head: str, span: Span, inside: list[Name]) -> Voice:
        """A voice without a name of its own: "a senior official", "residents", "the interior ministry"."""
        role = role_in(head)
        holder = self._holder(words, head, span, role)
        if holder is None and role and is_generic(role.word) and words.lower().startswith("the "):
            person = self.before.person(span.start)
            holder = person.who if person and person.named and not inside else None
        if holder:
            return Voice(who=holder, kind=VoiceKind.PERSON, named=True, number=_ONE)
        recalled = self._recalled(words, span.start, role)
        if recalled:
            return recalled
        who = words.split(",")[0].strip()
        if who.lower().startswith(("a ", "an ", "the ")) and role and role.kind in _BODIES:
            who = who if _INDEFINITE.match(who) else who.partition(" ")[2]
        if is_press(words) and (role is None or role.kind is VoiceKind.AGENCY):
            number = Number.SEVERAL if role and role.number is Number.SEVERAL else _ONE
            named = (
                any(name.kind is not NameKind.PERSON and name.span.end for name in inside) and number is _ONE
            )
            return Voice(who=who, kind=VoiceKind.AGENCY, named=named, number=number)
        if role is None:
            plural = (
                head.split()[-1:] and head.split()[-1].endswith("s") and not head.split()[-1].endswith("ss")
            )
            kind = VoiceKind.GROUP if plural else VoiceKind.PERSON
            return Voice(who=who, kind=kind, named=False, number=Number.SEVERAL if plural else _ONE)
        if role.kind is VoiceKind.PERSON and re.search(
            r"\b(?:father|mother|wife|husband|son|daughter)\b", head
        ):
            return Voice(who=who, kind=role.kind, named=False, number=role.number)
        definite = not _INDEFINITE.match(words)
        told = words.lower().startswith("the ")
        told |= not definite and any(name.kind is not NameKind.PERSON for name in inside)
        if role.kind in _BODIES and role.number is _ONE:
            return Voice(who=who, kind=role.kind, named=definite, number=_ONE)
        if role.kind is VoiceKind.STATE and any(actor_country(word) for word in head.split()):
            return Voice(who=who, kind=role.kind, named=definite, number=role.number)
        if role.kind is VoiceKind.DOCUMENT:
            return Voice(
                who=who,
                kind=role.kind,
                named=told and role.number is _ONE,
                number=role.number,
            )
        return Voice(who=who, kind=role.kind, named=False, number=role.number)


def _bare(text: str, span: Span) -> Span:
    """The phrase without brackets around it and without the ending that makes it an owner: "the mayor's"."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    end = span.end - len(words) + len(words.rstrip(_EDGES))
    if end - start > 2 and text[end - 2 : end] in ("’s", "'s"):
        end -= 2
    return Span(start, end) if start < end else span


def _is_office(name: Name) -> bool:
    """Whether the capitals are those of an office: "US Secretary"."""
    role = role_of(name.full.split()[-1])
    return role is not None and role.kind is VoiceKind.PERSON and role.title
