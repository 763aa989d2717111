"""Who are the parties of an act, by their fullest names in the text?"""

import re

from sayso.coding.called import Called, nation_meant
from sayso.coding.nearby import meeting
from sayso.coding.referents import OURS, PRONOUNS, Context, names_before, referent
from sayso.coding.stand_ins import group_meant, office_holder, spoken_for
from sayso.lexicon.countries import actor_country
from sayso.lexicon.numbers import find_numbers
from sayso.lexicon.roles import role_of
from sayso.lexicon.triggers import word_class
from sayso.model.document import Document
from sayso.model.marks import Marks, Name, NameKind
from sayso.model.mention import Party
from sayso.model.span import Span
from sayso.model.statement import VoiceKind

_ENDS = re.compile(  # what may follow the head
    r"[’']?s?[ ,)’'\"”]*$|,? (?:of|in|from|who|which|at|on)\b|, | \("
)
_TITLE = 24  # code points before a name that hold its title
_BODIES = frozenset({VoiceKind.ORGANISATION, VoiceKind.STATE, VoiceKind.GROUP})


def bodies_of(marks: Marks) -> dict[str, str]:
    """The bodies that a text introduces by a name with a common noun for head, by that noun.

    A noun that heads two bodies of the text stands for neither.
    """
    found: dict[str, set[str]] = {}
    for name in marks.names:
        words = name.full.split()
        if len(words) > 1 and name.kind is not NameKind.PERSON and _is_common(words[-1]):
            found.setdefault(words[-1].lower(), set()).add(name.full)
    out = {}
    for noun, fulls in found.items():
        longest = max(fulls, key=len)
        if all(set(full.lower().split()) <= set(longest.lower().split()) for full in fulls):
            out[noun] = longest
    return out


def _is_common(word: str) -> bool:
    role = role_of(word)
    body = role is not None and role.kind in _BODIES
    return body or any(word.lower() in word_class(name) for name in ("state", "force", "org", "party"))


def party_of(document: Document, marks: Marks, span: Span, context: Context) -> Party:
    """The party that the words name; a pronoun takes the speaker, or the nearest that fits before it."""
    text = document.text
    words = " ".join(span.of(text).split())
    lower = words.lower()
    if lower in OURS and context.voice is not None:
        body = spoken_for(document, marks, context.voice, context.called)
        if body is not None:
            return Party(who=body, mention=span)
    if lower in PRONOUNS:
        return Party(who=referent(marks, span, lower, context) or words, mention=span)
    article, _, noun = lower.partition(" ")
    if article in ("the", "this", "that") and noun in context.bodies:
        return Party(who=context.bodies[noun], mention=span)
    if article in ("the", "this", "that", "these", "those"):
        day = document.published.day if document.published else None
        before = names_before(marks, span)
        meant = group_meant(noun, before, context.called) or _taken_up(text, marks, span, noun, context)
        meant = meant or office_holder(words, day, before)
        if meant:
            return Party(who=meant, mention=span)
    return Party(who=_called(marks, span, words, name_in(text, marks, span), context.called), mention=span)


def _called(marks: Marks, span: Span, words: str, name: str | None, called: Called) -> str:
    """The name, or the description without article; a country or armed group as the text calls it."""
    bare = words.removeprefix("the ").removeprefix("The ")
    literal = not any(place.span == span and not place.literal for place in meeting(marks.places, span))
    adjective = bare.removeprefix("a ").removeprefix("an ")  # "[a Turkish] assault"
    country = nation_meant(adjective, literal=literal) if name in (None, bare, adjective) else None
    if country is not None:
        return called.state(country)
    return called.group(name or _plain(bare))


def _taken_up(text: str, marks: Marks, span: Span, noun: str, context: Context) -> str | None:
    """Whom "the president", "the group" take up: who was named with that word, or the last body told."""
    if noun in word_class("any-body"):
        return referent(marks, span, "it", context)
    role = role_of(noun)
    if role is None or role.kind is not VoiceKind.PERSON:
        return None
    for name in names_before(marks, span):
        lead = text[max(0, name.span.start - _TITLE) : name.span.start].lower()
        if name.kind is NameKind.PERSON and lead.rstrip(" ,").endswith(noun):
            return name.full
    return None


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
    numbers = find_numbers(words)
    if numbers and numbers[0].low and numbers[0].start == 0 and numbers[-1].end == len(words):
        return f"{words} people"  # "wounding [27]"
    return words
