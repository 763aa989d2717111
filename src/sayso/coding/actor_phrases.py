"""Which listed actor, or organ of a state, do words mean?"""

import re
from typing import Final

from sayso.coding.actor_scene import Scene
from sayso.lexicon import countries
from sayso.lexicon.actor_keys import name_key
from sayso.lexicon.actor_likeness import sounding
from sayso.lexicon.actor_words import actor_words
from sayso.lexicon.actors import listed
from sayso.lexicon.offices import holder, titles
from sayso.lexicon.organs import Nation, heads, nation_at, organ_id, organ_in, plain
from sayso.model.actor import Actor, ActorKind

_LEAD: Final = re.compile(
    r"(?:(?:the|an?|this|that|these|those|some|several|many|most|all|both|more|two|three|four|five|six"
    r"|seven|eight|nine|ten|dozens|hundreds|thousands|scores|other|another|one|at least|up to|of|its|their"
    r"|his|her|our|senior|top|around|about|nearly|almost|roughly|over|more than|fewer than|\d[\d,.]*)\s+)+",
    re.IGNORECASE,
)
_BRACKET: Final = re.compile(r" \([^()]{1,30}\)$")
_LED: Final = re.compile(
    r"^(?:the )?[\w.]+-(?:backed|led|allied|supported|dominated|affiliated)(?: |$)", re.IGNORECASE
)
_POSSESSIVE: Final = re.compile(r"(?:its|their|his|her|our|my|your|whose)\b", re.IGNORECASE)
_LONGEST: Final = 14  # words: what is longer holds a clause


def _people() -> frozenset[str]:
    """Nouns for those who act for a body without a name of their own."""
    return actor_words("member") | actor_words("follower")


def _prepositions() -> frozenset[str]:
    return actor_words("of") | actor_words("preposition")


def linked(words: str, scene: Scene) -> str | None:
    """The id of the actor that the words name; None for names that no table lists and for nobody.

    Words: a name, or a phrase as told ("senior Iraqi military officials", "Lebanon's Hezbollah").
    """
    words = _BRACKET.sub("", " ".join(words.split()))
    found = _exact(words, scene) or _exact(_LED.sub("", words), scene)
    if found is not None:
        return found
    bare = _LEAD.sub("", words, count=1) if _LEAD.match(words) else words
    told = plain(bare)
    if not told or len(told) > _LONGEST:
        return None
    if bare != words and bare:
        found = _exact(bare, scene)
        if found is not None and (told[0][:1].isupper() or bare.lower() != bare):
            return found
    return (
        _ruled(told, scene)
        or _followers(told, scene)
        or _national(told, scene, definite=words[:4].lower() == "the ")
        or _official(told, scene)
        or _of(told, scene)
        or _apposed(told, scene)
    )


def _exact(words: str, scene: Scene) -> str | None:
    """By name or alias; a short name that the text introduces means what it was introduced for."""
    actor = _chosen(listed().named(words), scene)
    other = scene.short.get(name_key(words))
    if other is None:
        return actor.id if actor else None
    meant = _chosen(listed().named(other), scene)
    if actor is None or (len(words) < len(other) and meant is not None):
        return meant.id if meant else None
    foreign = actor.country is not None and actor.country not in scene.told
    return None if foreign and len(words) < len(other) else actor.id


def named_alike(words: str) -> str | None:
    """The listed person or group of that name in another romanisation."""
    actor = sounding(words)
    return actor.id if actor else None


def _chosen(found: tuple[Actor, ...], scene: Scene, country: str | None = None) -> Actor | None:
    """The one actor; of several that countries tell apart, the one whose country the text names most."""
    if country is not None:
        found = tuple(actor for actor in found if actor.country == country)
    if len(found) < 2:
        return found[0] if found else None
    ranked = sorted(found, key=lambda actor: -scene.told.get(actor.country or "", 0))
    first, second = (scene.told.get(actor.country or "", 0) for actor in ranked[:2])
    return ranked[0] if first > second else None


def _first_nation(told: list[str]) -> Nation | None:
    """The country that the words begin with, plain adjectives before it aside."""
    for at in range(min(3, len(told))):
        nation = nation_at(told, at)
        if nation is not None:
            return nation
        if (
            not told[at].islower()
            or told[at] in _prepositions()
            or told[at].partition("-")[0] in actor_words("past")
        ):
            return None
    return None


def _national(told: list[str], scene: Scene, *, definite: bool) -> str | None:
    """A state, its organ, its office holder, or a listed body of that country."""
    nation = _first_nation(told)
    if nation is None:
        return _capital(told)
    rest = told[nation.end :]
    if not rest:
        name = told[nation.start : nation.end][-1].lower()
        people = name in countries.demonyms() and name.endswith("s") and name not in countries.names()
        if nation.start or (people and not definite):
            return None  # "two Americans", "young Syrians"
        return nation.iso3.lower()
    if len(rest) > 1 and rest[0].lower() in actor_words("of"):
        return None
    for size in range(len(rest), 0, -1):
        actor = _chosen(listed().named(" ".join(rest[:size])), scene, nation.iso3)
        if actor is not None:
            return actor.id
        if rest[size - 1].lower() not in _people():
            break
    office = holder(" ".join(rest), nation.iso3.lower(), scene.day)
    if office is not None:
        return office
    title = " ".join(rest).lower()
    if title in titles() and title not in heads() and rest[-1].lower() not in _people():
        return None  # an office whose holder nobody knows is no organ
    organ = organ_in(rest)
    return None if organ is None else organ_id(nation.iso3, organ)


def _capital(told: list[str]) -> str | None:
    """ "Tehran" for the government there; "Mosul police" for the country's."""
    capital = countries.capitals().get(" ".join(told).lower().removesuffix("'s"))
    if capital is not None and told[0][:1].isupper():
        return capital.iso3.lower()
    town = countries.towns().get(told[0].lower().removesuffix("'s"))
    if town is None or not told[0][:1].isupper() or len(told) == 1:
        return None
    organ = organ_in(told[1:])
    return organ_id(town.iso3, organ) if organ else None


def _official(told: list[str], scene: Scene) -> str | None:
    """ "UN secretary-general", "Nato chief": an office in a listed body."""
    for size in range(len(told) - 1, 0, -1):
        rest = " ".join(told[size:]).lower()
        if rest in titles():
            body = _exact(" ".join(told[:size]), scene)
            found = holder(rest, body, scene.day) if body else None
            if found:
                return found
    return None


def _of(told: list[str], scene: Scene) -> str | None:
    """ "Government of Iraq", "president of France", "spokesman for the army", "fighters from Hezbollah"."""
    small = [word.lower() for word in told]
    places = [k for k, word in enumerate(small) if word in actor_words("of") and 0 < k < len(told) - 1]
    for at in places[::-1] if len(places) > 1 else places:
        found = _governed(told[:at], small[at], told[at + 1 :], scene)
        if found is not None:
            return found
    return None


def _governed(left: list[str], link: str, right: list[str], scene: Scene) -> str | None:
    while len(right) > 1 and right[0].lower() == "the":
        right = right[1:]
    if left[0][:1].isupper():
        body = _exact(" ".join(left), scene) or (
            _national(left, scene, definite=True) if link == "of" else None
        )
        if body is not None:
            return body  # "Hezbollah in Lebanon", "the Iraqi government of the prime minister"
    governed = _exact(" ".join(right), scene)
    iso3 = _iso3(" ".join(right))
    head = " ".join(left).lower()
    if head in titles() and governed is not None:
        held = holder(head, governed, scene.day)
        if held is not None:
            return held
    if iso3 is not None and link in ("of", "in", "for", "at"):
        organ = organ_in(left) or heads().get(head)
        if organ:
            return organ_id(iso3, organ)
    if link == "in" or left[-1].lower() not in _people():
        return None
    if governed is not None:
        return governed
    return linked(" ".join(right), scene) if left[-1].lower() in actor_words("member") else None


def _iso3(words: str) -> str | None:
    found = countries.country_of(words)
    return found.iso3 if found and words[:1].isupper() else None


def _ruled(told: list[str], scene: Scene) -> str | None:
    """ "Trump administration", "Assad regime": the government of the state that this person leads."""
    if len(told) < 2 or told[-1].lower() not in actor_words("rule"):
        return None
    person = _chosen(listed().named(" ".join(told[:-1]).removesuffix("'s")), scene)
    if person is None or person.kind is not ActorKind.PERSON:
        return None
    states = [role.of for role in person.roles if role.title in actor_words("head-of-state")]
    organ = "mil" if told[-1].lower() in ("forces", "troops") else "gov"
    states = [state for state in dict.fromkeys(states) if len(state) == 3]
    return f"{states[0]}-{organ}" if len(states) == 1 else None


def _followers(told: list[str], scene: Scene) -> str | None:
    """ "Islamic State fighters", "Hezbollah military commanders": the body whose people they are."""
    for size in range(len(told) - 1, 0, -1):
        rest = told[size:]
        if rest[-1].lower() not in _people() or not all(word.islower() for word in rest):
            return None
        actor = _exact(" ".join(told[:size]), scene)
        if actor is not None:
            return actor if "-" in actor or len(actor) != 3 else None  # of a state's people `_national` knows
    return None


def _apposed(told: list[str], scene: Scene) -> str | None:
    """ "the Lebanese militant group Hezbollah": small words and a country before a listed name."""
    for at in range(1, len(told)):
        word = told[at - 1]
        if word.lower() in _prepositions():
            return None
        if word.islower() and told[at][:1].isupper():
            return _exact(" ".join(told[at:]), scene)
    return None


def bare_organ(words: str) -> str | None:
    """The organ that words name without its state: "the army", "police"; None for all else."""
    if _POSSESSIVE.match(words):
        return None
    told = [word.lower() for word in plain(_LEAD.sub("", words, count=1) if _LEAD.match(words) else words)]
    while len(told) > 1 and told[-1] in actor_words("member") and " ".join(told) not in heads():
        told.pop()
    organ = heads().get(" ".join(told))
    return (
        organ
        if organ not in (None, "embassy", "leg", "jud") and " ".join(told) not in actor_words("loose")
        else None
    )
