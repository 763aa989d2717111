"""How likely is it that two mentions tell one happening?"""

from functools import cache
from math import exp, log1p

from sayso.coding.sight import Sight
from sayso.lexicon.tables import rows
from sayso.model.mention import EventType

_VERBAL = frozenset(
    {
        *(EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.AGREE),
        *(EventType.SUPPORT, EventType.AID, EventType.CONCEDE),
    }
)


@cache
def _weights() -> dict[str, float]:
    """Weights of a logistic regression, learned on the mentions found in the training texts."""
    return {row["sign"]: float(row["weight"]) for row in rows("same_weights")}


def signs(one: Sight, other: Sight, between: int, sofar: int) -> dict[str, float]:
    """What speaks for and against: `between` mentions of the type lie between the two, `sofar` before."""
    stem = bool(one.stems & other.stems)
    actor, recipient = _agree(one.actors, other.actors), _agree(one.recipients, other.recipients)
    town, country = _agree(one.towns, other.towns), _agree(one.countries, other.countries)
    mode = _agree(one.modes, other.modes)
    timed, meets = times_meet(one, other)
    verbal = other.type in _VERBAL
    back = other.points_back and other.is_noun
    told = {
        "stem": stem,
        "verbal": verbal,
        "stem of a verbal act": stem and verbal,
        "points back": back,
        "points back by a stem": back and stem,
        "actor": actor > 0,
        "other actor": actor < 0,
        "recipient": recipient > 0,
        "town": town > 0,
        "other town": town < 0,
        "other country": country < 0,
        "time": timed and meets,
        "other time": timed and not meets,
        "other realis": one.actual != other.actual,
        "mode": mode > 0,
        "other mode": mode < 0,
        "other number": one.is_noun and other.is_noun and one.is_plural != other.is_plural,
        "headline": one.in_head,
        "no parties told": not other.actors and not other.recipients,
        "one sentence": one.sentence == other.sentence,
        "lead": one.in_lead,
        "both verbs": not one.is_noun and not other.is_noun,
        "stem of verbs": stem and not one.is_noun and not other.is_noun,
        "stem of nouns": stem and one.is_noun and other.is_noun,
        "lasting": one.lasts and other.lasts,
        "one lasting": one.lasts != other.lasts,
        "both many": one.is_plural and other.is_plural,
        "stem alone": stem and not actor and not recipient,
        "meeting": other.type is EventType.CONSULT,
        "coercion": other.type is EventType.COERCE,
        "agreement": other.type is EventType.AGREE,
    }
    out: dict[str, float] = dict(told)
    shared = len(one.around & other.around)
    out |= {
        "words beside": log1p(shared),
        "lead, one and one": float(one.in_lead and not one.is_plural and not other.is_plural),
        "lasting, stem": float(one.lasts and other.lasts and stem),
    }
    return out | {"constant": 1.0, "distance": log1p(between), "acts of the type": log1p(sofar)}


def chance(one: Sight, other: Sight, between: int, sofar: int) -> float:
    """The probability, 0 to 1, that `other` tells the happening that `one` told before."""
    weights = _weights()
    total = 0.0
    for name, value in signs(one, other, between, sofar).items():
        if value:
            total += weights.get(name, 0.0) * value
    return 1 / (1 + exp(-total))


def times_meet(one: Sight, other: Sight) -> tuple[bool, bool]:
    """Whether both tell a time, and whether these have a day in common."""
    if one.earliest is None or other.earliest is None:
        return False, False
    meets = (one.latest is None or other.earliest <= one.latest) and (
        other.latest is None or one.earliest <= other.latest
    )
    return True, meets


def _agree(one: frozenset[str], other: frozenset[str]) -> int:
    """1 where two sets share something, -1 where they do not, 0 where one is empty."""
    if not one or not other:
        return 0
    return 1 if one & other else -1
