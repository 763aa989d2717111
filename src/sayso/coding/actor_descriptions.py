"""Whom does a description without a name mean: "the army", "the group", "the president"?"""

import re
from typing import Final

from sayso.coding.actor_phrases import bare_organ
from sayso.coding.actor_scene import Scene
from sayso.coding.actor_trail import Trail
from sayso.lexicon.actor_keys import name_key
from sayso.lexicon.actor_words import actor_words
from sayso.lexicon.countries import country_of
from sayso.lexicon.offices import held_by, holder, titles
from sayso.lexicon.organs import nation_at, organ_id, plain
from sayso.model.actor import Actor, ActorKind

_GROUPS: Final = frozenset({ActorKind.ARMED_GROUP, ActorKind.UMBRELLA})
_DEFINITE: Final = re.compile(r"(?:the|this|that|these|those)\s+", re.IGNORECASE)
_PLACED: Final = re.compile(
    r"\b(?:in|near|at|across|outside|of)\s+(?:the\s+)?(?:\w+\s+)?([A-Z]\w+(?:\s[A-Z]\w+)?)"
)
_FORMER: Final = re.compile(r"former|then|ex-", re.IGNORECASE)


def described(words: str, place: int, sentence: str, trail: Trail, scene: Scene) -> str | None:
    """The actor that a description at a place of the text means, by what was named before; `words` with their
    article, `sentence` around them. None where nothing tells."""
    definite = _DEFINITE.match(words)
    bare = words[definite.end() :] if definite else words
    small = bare.lower()
    organ = bare_organ(words)
    if organ is not None:
        return _organ(organ, place, sentence, trail, scene)
    told = plain(bare)
    if not told or len(told) > 5:
        return None
    if definite and small in titles():
        found = trail.last(place, lambda actor: held_by(actor, small, scene.day))
        return found or (holder(small, scene.home.lower(), scene.day) if scene.home else None)
    if told[-1].lower() == "leader" and not _FORMER.match(bare):
        return _leader(told, place, trail, scene)
    if definite and (small in actor_words("any-group") or told[-1].lower() in actor_words("any-group")):
        if all(word.islower() for word in told) and not set(told[:-1]) & actor_words("barrier"):
            return trail.last(place, lambda actor: actor.kind in _GROUPS)
        return None
    if definite and len(told) == 1 and small in actor_words("taken-up"):
        return trail.last(place, lambda actor: small in {name_key(n).split()[-1] for n in _names(actor)})
    if definite and small == "regime":
        return _regime(place, trail, scene)
    return _of_people(told, place, trail)


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases) if actor.kind is not ActorKind.ORGAN else (actor.name,)


def _organ(organ: str, place: int, sentence: str, trail: Trail, scene: Scene) -> str | None:
    """Of the state where the sentence is set, else of that whose organ was told last, else of the text's."""
    for found in _PLACED.finditer(sentence):
        country = country_of(found[1]) or country_of(found[1].split()[0])
        if country is not None and organ != "gov":
            return organ_id(country.iso3, organ)
    last = trail.last(place, lambda actor: actor.id[3:] == f"-{organ}")
    if last is not None:
        return last
    return organ_id(scene.home, organ) if scene.home else None


def _regime(place: int, trail: Trail, scene: Scene) -> str | None:
    last = trail.last(place, lambda actor: actor.id[3:] == "-gov")
    if last is not None:
        return last
    return organ_id(scene.home, "gov") if scene.home else None


def _leader(told: list[str], place: int, trail: Trail, scene: Scene) -> str | None:
    """ "The Turkish leader": who leads the state; of several the one whom the text named last."""
    nation = nation_at(told, 0)
    if nation is None or told[nation.end :] != ["leader"]:
        return None
    state = nation.iso3.lower()
    on = {holder(title, state, scene.day) for title in actor_words("head-of-state")} - {None}
    if len(on) == 1:
        return on.pop()
    return trail.last(place, lambda actor: actor.id in on)


def _of_people(told: list[str], place: int, trail: Trail) -> str | None:
    """ "Kurdish forces": the armed body named last that is known by that adjective, too."""
    first, last = told[0], told[-1].lower()
    people = first.lower()
    if last not in actor_words("follower") or not first[:1].isupper() or people not in actor_words("people"):
        return None
    return trail.last(
        place,
        lambda actor: (
            actor.kind in _GROUPS
            and any(people in name_key(name).split() for name in (actor.name, *actor.aliases))
        ),
    )
