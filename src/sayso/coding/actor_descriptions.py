"""Whom does a description without a name mean: "the army", "the group", "the president"?"""

import re
from dataclasses import dataclass
from typing import Final

from sayso.coding.actor_phrases import bare_organ
from sayso.coding.actor_scene import Scene
from sayso.coding.actor_trail import Trail
from sayso.lexicon.actor_book import actor_of
from sayso.lexicon.actor_keys import name_key
from sayso.lexicon.actor_words import actor_words
from sayso.lexicon.countries import country_of
from sayso.lexicon.offices import held_by, holder, titles
from sayso.lexicon.organs import nation_at, organ_id, organ_in, plain
from sayso.model.actor import Actor, ActorKind

_GROUPS: Final = frozenset({ActorKind.ARMED_GROUP, ActorKind.UMBRELLA})
_DEFINITE: Final = re.compile(r"(?:the|this|that|these|those)\s+", re.IGNORECASE)
_PLACED: Final = re.compile(
    r"\b(?:in|near|at|across|outside|of)\s+(?:the\s+)?(?:\w+\s+)?([A-Z]\w+(?:\s[A-Z]\w+)?)"
)
_LONGEST: Final = 5  # words of a description
_FORMER: Final = re.compile(r"former|then|ex-", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a description stands."""

    start: int  # in the text
    sentence: str  # around it
    into: int  # code points from the beginning of the sentence


def described(words: str, at: Place, trail: Trail, scene: Scene) -> str | None:
    """The actor that a description at a place of the text means, by what was named before; `words` with their
    article. None where nothing tells."""
    definite = _DEFINITE.match(words)
    bare = words[definite.end() :] if definite else words
    small = bare.lower()
    if definite and small.partition(" ")[0] == "regime":
        return _regime(small.split()[1:], at, trail, scene)
    organ = bare_organ(words)
    if organ is not None:
        return _organ(organ, at, trail, scene)
    told = plain(bare)
    if not told or len(told) > _LONGEST:
        return None
    if definite and small in titles():
        return _titled(small, at, trail, scene)
    if told[-1].lower() == "leader" and not _FORMER.match(bare):
        return _leader(told, at, trail, scene)
    if definite and small in actor_words("any-group"):
        return group_before(at, trail)
    if definite and small in actor_words("taken-up"):
        return trail.last(at.start, lambda actor: small in {name_key(n).split()[-1] for n in _names(actor)})
    return _of_people(told, at, trail)


def is_group(words: str) -> bool:
    """Whether words are "the group", "the militants" and the like."""
    definite = _DEFINITE.match(words)
    return definite is not None and words[definite.end() :].lower() in actor_words("any-group")


def is_no_state(name_id: str) -> bool:
    """Whether an actor is neither a state nor an organ of one."""
    actor = actor_of(name_id)
    return actor is not None and actor.kind not in (ActorKind.STATE, ActorKind.ORGAN)


def group_before(at: Place, trail: Trail) -> str | None:
    """The armed group named last."""
    return trail.last(at.start, lambda actor: actor.kind is ActorKind.ARMED_GROUP) or trail.last(
        at.start, lambda actor: actor.kind is ActorKind.UMBRELLA
    )


def _titled(title: str, at: Place, trail: Trail, scene: Scene) -> str | None:
    """ "The president": of those named before who held such an office, one of a country that the sentence
    names, else the last; else the holder in the state that the text is about."""
    near = {actor.country for actor in map(actor_of, trail.between(at.start - at.into, at.start)) if actor}
    found = trail.last(at.start, lambda actor: actor.country in near and held_by(actor, title, scene.day))
    found = found or trail.last(at.start, lambda actor: held_by(actor, title, scene.day))
    return found or (holder(title, scene.home.lower(), scene.day) if scene.home else None)


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases) if actor.kind is not ActorKind.ORGAN else (actor.name,)


def _organ(organ: str, at: Place, trail: Trail, scene: Scene) -> str | None:
    """Of the state where the sentence is set, else of that whose organ was told last, else of the text's."""
    if organ in actor_words("local"):
        for found in _PLACED.finditer(at.sentence):
            country = country_of(found[1]) or country_of(found[1].split()[0])
            if country is not None:
                return organ_id(country.iso3, organ)
    inside = trail.between(at.start - at.into, at.start) if organ == "gov" else []
    partisan = {actor.country for actor in map(actor_of, inside) if actor and _is_partisan(actor)} - {None}
    if len(partisan) == 1:  # a party's people speak of their own country's government
        return organ_id(partisan.pop() or "", organ)
    last = trail.last(at.start, lambda actor: actor.id[3:] == f"-{organ}")
    if last is not None:
        return last
    return organ_id(scene.home, organ) if scene.home else None


def _is_partisan(actor: Actor) -> bool:
    bodies = (actor_of(role.of) for role in actor.roles)
    return actor.kind is ActorKind.PARTY or any(body and body.kind is ActorKind.PARTY for body in bodies)


def _regime(rest: list[str], at: Place, trail: Trail, scene: Scene) -> str | None:
    """Of the state whose government was told last among those that the news calls so, else of the one of
    these that the text names most."""
    organ = organ_in(rest) if rest else "gov"
    if organ is None:
        return None
    called = actor_words("regime-of")
    last = trail.last(at.start, lambda actor: actor.id[3:] == "-gov" and actor.id[:3] in called)
    if last is not None:
        return organ_id(last[:3], organ)
    told = [code for code in scene.told if code.lower() in called]
    return organ_id(max(told, key=scene.told.__getitem__), organ) if told else None


def _leader(told: list[str], at: Place, trail: Trail, scene: Scene) -> str | None:
    """ "The Turkish leader": who leads the state; of several the one whom the text named last."""
    nation = nation_at(told, 0)
    if nation is None or told[nation.end :] != ["leader"]:
        return None
    state = nation.iso3.lower()
    on = {holder(title, state, scene.day) for title in actor_words("head-of-state")} - {None}
    if len(on) == 1:
        return on.pop()
    return trail.last(at.start, lambda actor: actor.id in on)


def _of_people(told: list[str], at: Place, trail: Trail) -> str | None:
    """ "Kurdish forces": the armed body that is known by that adjective, too, named last, else at all."""
    people, last = told[0].lower(), told[-1].lower()
    if last not in actor_words("force") or not told[0][:1].isupper() or people not in actor_words("people"):
        return None

    def fits(actor: Actor) -> bool:
        names = (actor.name, *actor.aliases)
        return actor.kind in _GROUPS and any(people in name_key(name).split() for name in names)

    def whole(actor: Actor) -> bool:
        return actor.kind is ActorKind.UMBRELLA and fits(actor)

    return trail.last(at.start, whole) or trail.last(at.start, fits) or trail.first(fits)
