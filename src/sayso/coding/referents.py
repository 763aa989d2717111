"""Whom does a pronoun mean?"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sayso.coding.called import Called
from sayso.lexicon.countries import actor_country
from sayso.lexicon.roles import role_of
from sayso.model.marks import Marks, Name, NameKind
from sayso.model.mention import Party
from sayso.model.span import Span
from sayso.model.statement import Number, Voice, VoiceKind

_BACK = 60  # names before a pronoun that may be meant: about a page
_NEAR = 400  # code points back to a party or speaker that a pronoun means: about two sentences
_SPEAKER = frozenset(["i", "me", "my", "we", "us", "our", "myself", "ourselves"])
_SINGULAR = frozenset(["he", "she", "him", "her", "his", "himself", "herself"])
_PLURAL = frozenset(["they", "them", "their", "themselves"])
_THING = frozenset(["it", "its", "itself"])
_OTHER = frozenset(
    ["who", "which", "that", "whom", "whose", "there", "this", "these", "those", "what", "you", "your"]
)
_OBJECT = frozenset(["him", "her", "them"])  # of "X said that ... attacked him" nothing tells that he is X
OURS = frozenset(["we", "us", "our", "ourselves"])
PRONOUNS = _SPEAKER | _SINGULAR | _PLURAL | _THING | _OTHER
_BODIES = frozenset({VoiceKind.ORGANISATION, VoiceKind.STATE, VoiceKind.AGENCY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known where a party is told: who speaks there, and who was told before."""

    voice: Voice | None = None
    earlier: tuple[Party, ...] = ()
    voices: tuple[tuple[int, Voice], ...] = ()  # who spoke before, with the place of their words, in order
    bodies: Mapping[str, str] = field(default_factory=dict)  # "front": "Harouj Front", as the text has it
    called: Called = field(default_factory=Called)


def referent(marks: Marks, span: Span, pronoun: str, context: Context) -> str | None:
    """Whom a pronoun means; None where nothing fits."""
    voice = context.voice
    told = voice.who if voice is not None and pronoun not in _OBJECT else None
    before = tuple(reversed(names_before(marks, span)))
    if pronoun in _SPEAKER:
        return told
    if pronoun in _SINGULAR:
        if told and voice is not None and voice.kind is VoiceKind.PERSON:
            return told
        return next((name.full for name in reversed(before) if name.kind is NameKind.PERSON), None)
    if told and voice is not None and _fits(voice.kind, voice.number, pronoun):
        return told
    for who, kind, number in _before(span, context):
        if _fits(kind or _kind_of(who, before), number, pronoun):
            return who
    if pronoun in _THING:
        return next((name.full for name in reversed(before) if _is_body(name)), None)
    return None


def names_before(marks: Marks, span: Span) -> tuple[Name, ...]:
    """The names told before, as far back as about a page, the nearest first."""
    last = bisect_left(marks.names, span.start, key=lambda name: name.span.start)
    return marks.names[max(0, last - _BACK) : last][::-1]


def _before(span: Span, context: Context) -> Iterator[tuple[str, VoiceKind | None, Number | None]]:
    """Who spoke or acted shortly before, the nearest first; who suffered only after these."""
    near = [(at, who.who, who.kind, who.number) for at, who in context.voices if who.who and _near(at, span)]
    found: list[tuple[int, str, VoiceKind | None, Number | None]] = [
        (at, who, kind, number) for at, who, kind, number in near if who
    ]
    found += [
        (party.mention.start, party.who, None, None)
        for party in context.earlier
        if party.mention and _near(party.mention.start, span)
    ]
    for _, who, kind, number in sorted(found, key=lambda one: -one[0]):
        if who.lower() not in PRONOUNS:
            yield who, kind, number


def _near(at: int, span: Span) -> bool:
    return span.start - _NEAR <= at < span.start


def _kind_of(who: str, names: tuple[Name, ...]) -> VoiceKind | None:
    """What a party seems to be, from its name or its head word."""
    named = next((name for name in reversed(names) if name.full == who), None)
    if named is not None and named.kind is NameKind.PERSON:
        return VoiceKind.PERSON
    if actor_country(who) is not None:
        return VoiceKind.STATE
    if named is not None and named.kind is NameKind.ORGANISATION:
        return VoiceKind.ORGANISATION
    words = who.split()
    role = role_of(words[-1]) if words else None
    return role.kind if role is not None else None


def _fits(kind: VoiceKind | None, number: Number | None, pronoun: str) -> bool:
    if pronoun in _THING:
        return kind in _BODIES and number is not Number.SEVERAL
    if pronoun in _PLURAL:
        return kind is VoiceKind.GROUP or number is Number.SEVERAL or kind in _BODIES
    return False


def _is_body(name: Name) -> bool:
    return name.kind is NameKind.ORGANISATION or actor_country(name.full) is not None
