"""Whom do "we", "the president", "the militants" stand for?"""

import re
from datetime import date

from sayso.coding.actor_phrases import linked
from sayso.coding.actor_scene import Scene
from sayso.coding.called import Called
from sayso.lexicon.actor_words import actor_words
from sayso.lexicon.actors import listed
from sayso.lexicon.countries import Country, demonyms, names
from sayso.lexicon.offices import held_by, titles
from sayso.lexicon.roles import role_of
from sayso.model.actor import Actor, ActorKind
from sayso.model.document import Document
from sayso.model.marks import Marks, Name, NameKind
from sayso.model.statement import Voice, VoiceKind

_OFFICE = 60  # code points before a name that hold an office with its body
_FIRST = 2000  # names looked through for a speaker's office: the longest reports have fewer
_BETWEEN = re.compile(r"(?:[’']s?)?(?: [\w-]+){1,4},? $")  # "[Turkey]’s foreign minister, [Ann Lee]"
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.UMBRELLA})


def spoken_for(document: Document, marks: Marks, voice: Voice, called: Called) -> str | None:
    """Whom a speaker means by "we": the state or body whose office he holds; None where none is told."""
    if voice.kind is not VoiceKind.PERSON or not voice.named or not voice.who:
        return None
    return _by_table(voice.who, called) or _by_text(document.text, marks, voice.who, called)


def _by_table(who: str, called: Called) -> str | None:
    found = listed().named(who)
    if len(found) != 1 or found[0].kind is not ActorKind.PERSON:
        return None
    states = {role.of for role in found[0].roles if role.of in listed().by_id and len(role.of) == 3}
    return called.state_of(states.pop().upper()) if len(states) == 1 else None


def _by_text(text: str, marks: Marks, who: str, called: Called) -> str | None:
    """The body named beside the office: "[Lund Front] spokesman Ann Lee"."""
    for at, name in enumerate(marks.names[:_FIRST]):
        if name.full != who or at == 0:
            continue
        body = marks.names[at - 1]
        between = text[body.span.end : name.span.start]
        if len(between) > _OFFICE or not _BETWEEN.match(between):
            continue
        if not any(role_of(word) for word in re.findall(r"[\w-]+", between)):
            continue
        country = _nation(body.full)
        if country is not None:
            return called.state(country)
        if body.kind is NameKind.ORGANISATION:
            return called.group(body.full)
    return None


def _nation(words: str) -> Country | None:
    return names().get(words.lower()) or demonyms().get(words.lower())


def office_holder(words: str, day: date | None, before: tuple[Name, ...]) -> str | None:
    """ "The president", "the US president": the last named before who held that office on the day."""
    title = words.lower().removeprefix("the ")
    scene = Scene(day=day, told={}, home=None, short={})
    meant = linked(words, scene) if title not in titles() else None
    if title not in titles() and meant is None:
        return None
    for name in before:
        actor = _person(name)
        if actor is not None and (actor.id == meant if meant else held_by(actor, title, day)):
            return name.full
    return None


def _person(name: Name) -> Actor | None:
    found = listed().named(name.full) if name.kind is NameKind.PERSON else ()
    return found[0] if len(found) == 1 and found[0].kind is ActorKind.PERSON else None


def group_meant(noun: str, before: tuple[Name, ...], called: Called) -> str | None:
    """ "The group", "the militants": the armed group that was named last."""
    if noun not in actor_words("any-group"):
        return None
    for name in before:
        found = listed().named(name.full)
        if len(found) == 1 and found[0].kind in _GROUPS:
            return called.group(name.full)
    return None
