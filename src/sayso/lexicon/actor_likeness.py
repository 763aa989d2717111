"""Which listed actors might a name mean that is none of theirs? It only proposes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.lexicon.actor_keys import name_key
from sayso.lexicon.actors import listed
from sayso.lexicon.romanised import romanised_key
from sayso.model.actor import Actor, ActorKind

_ROMANISED: Final = frozenset({ActorKind.PERSON, ActorKind.ARMED_GROUP, ActorKind.UMBRELLA, ActorKind.PARTY})
_LEAST: Final = 80.0  # of 100: Muqtada al-Sadr / Moqtada Sadr are 81 alike; Ali Khamenei / Ali Khomeini 83


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An actor that a person may choose to link a name to."""

    actor: str
    name: str  # the spelling that is alike
    likeness: float  # 0 to 100


def proposals(name: str, *, most: int = 3) -> tuple[Proposal, ...]:
    """The listed actors of names like this, the most alike first. No measure of likeness tells one person
    from another (Khamenei and Khomeini are more alike than two spellings of Sadr): a person must decide."""
    from rapidfuzz import fuzz, process  # compiled: loaded where a person asks, never to read

    names = _names()
    key = name_key(name)
    sound = romanised_key(name)
    found: dict[str, Proposal] = {}
    close = process.extract(key, names.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST, limit=4 * most)
    for spelling, likeness, _ in close:
        if spelling != key:
            _keep(found, Proposal(actor=names[spelling], name=spelling, likeness=round(likeness, 1)))
    for actor in _by_sound().get(sound, ()):
        _keep(found, Proposal(actor=actor.id, name=actor.name, likeness=100.0))
    return tuple(sorted(found.values(), key=lambda one: (-one.likeness, one.actor))[:most])


def _keep(found: dict[str, Proposal], one: Proposal) -> None:
    other = found.get(one.actor)
    if other is None or other.likeness < one.likeness:
        found[one.actor] = one


def sounding(name: str) -> Actor | None:
    """The one listed person or group whose name of two words or more is the same but for its romanisation;
    None where there are none or several."""
    sound = romanised_key(name)
    if " " not in sound:
        return None
    found = _by_sound().get(sound, ())
    return found[0] if len(found) == 1 else None


@cache
def _names() -> Mapping[str, str]:
    return {key: actors[0].id for key, actors in listed().by_key.items() if len(actors) == 1 and len(key) > 3}


@cache
def _by_sound() -> Mapping[str, tuple[Actor, ...]]:
    found: dict[str, dict[str, Actor]] = {}
    for actor in listed().by_id.values():
        if actor.kind in _ROMANISED:
            for name in (actor.name, *actor.aliases):
                sound = romanised_key(name)
                if " " in sound:
                    found.setdefault(sound, {})[actor.id] = actor
    return {sound: tuple(actors.values()) for sound, actors in found.items()}
