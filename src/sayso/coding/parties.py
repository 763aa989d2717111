"""Who are the parties of an act, by their fullest names in the text?"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from sayso.coding.nearby import meeting
from sayso.lexicon.countries import actor_country, demonyms, names
from sayso.model.document import Document
from sayso.model.marks import Marks, Name, NameKind
from sayso.model.mention import Party
from sayso.model.span import Span
from sayso.model.statement import Voice, VoiceKind

_BACK = 60  # names before a pronoun that may be meant: about a page
_SPEAKER = frozenset(["i", "me", "my", "we", "us", "our", "myself", "ourselves"])
_SINGULAR = frozenset(["he", "she", "him", "her", "his", "himself", "herself"])
_PLURAL = frozenset(["they", "them", "their", "themselves"])
_THING = frozenset(["it", "its", "itself"])
_OTHER = frozenset(
    ["who", "which", "that", "whom", "whose", "there", "this", "these", "those", "what", "you", "your"]
)
_OBJECT = frozenset(["him", "her", "them"])  # of "X said that ... attacked him" nothing tells that he is X
_PRONOUNS = _SPEAKER | _SINGULAR | _PLURAL | _THING | _OTHER
_ENDS = re.compile(  # what may follow the head
    r"[’']?s?[ ,)’'\"”]*$|,? (?:of|in|from|who|which|at|on)\b|, | \("
)
_BODIES = frozenset({VoiceKind.ORGANISATION, VoiceKind.STATE, VoiceKind.GROUP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known where a party is told: who speaks there, and which parties were told before."""

    voice: Voice | None = None
    earlier: tuple[Party, ...] = ()


def party_of(document: Document, marks: Marks, span: Span, context: Context) -> Party:
    """The party that the words name; a pronoun takes the speaker, or the nearest that fits before it."""
    text = document.text
    words = " ".join(span.of(text).split())
    lower = words.lower()
    if lower in _PRONOUNS:
        return Party(who=_referent(marks, span, lower, context) or words, mention=span)
    return Party(who=name_in(text, marks, span) or _plain(words), mention=span)


def name_in(text: str, marks: Marks, span: Span) -> str | None:
    """The full name of the phrase where a name is its head: "the defence secretary, [Adam Cole]"."""
    inside = [name for name in meeting(marks.names, span) if span.holds(name.span)]
    if not inside:
        return None
    for name in inside:
        tail = text[name.span.end : span.end]
        if _ENDS.match(tail) and not _hangs(text, span, name):
            lone = name.kind is NameKind.OTHER and actor_country(name.full) is None and len(inside) > 1
            return None if lone else name.full
    return None


def _hangs(text: str, span: Span, name: Name) -> bool:
    """Whether the name only hangs on the head of the phrase: "the president of [Iran]"."""
    before = f" {text[span.start : name.span.start]} ".lower()
    return any(f" {word} " in before for word in ("of", "in", "from", "for", "at", "with", "to"))


def _plain(words: str) -> str:
    country = demonyms().get(words.lower())
    if country is not None and words.lower() not in names() and not words.endswith("s"):
        return country.name  # "[Turkish] airstrikes" are Turkey's
    return words.removeprefix("the ").removeprefix("The ")


def _referent(marks: Marks, span: Span, pronoun: str, context: Context) -> str | None:
    """Whom a pronoun means."""
    voice = context.voice
    told = voice.who if voice is not None and pronoun not in _OBJECT else None
    last = bisect_left(marks.names, span.start, key=lambda name: name.span.start)
    before = marks.names[max(0, last - _BACK) : last]
    if pronoun in _SPEAKER:
        return told
    if pronoun in _SINGULAR:
        if told and voice is not None and voice.kind is VoiceKind.PERSON:
            return told
        return next((name.full for name in reversed(before) if name.kind is NameKind.PERSON), None)
    if pronoun in _PLURAL | _THING and told and voice is not None and voice.kind in _BODIES:
        return told
    if pronoun in _THING:
        fitting = (NameKind.ORGANISATION, NameKind.PLACE)
        return next((name.full for name in reversed(before) if name.kind in fitting), None)
    return next((p.who for p in reversed(context.earlier) if p.mention and p.mention.end <= span.start), None)
