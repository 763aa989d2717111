"""Which of its namesakes does each place name of one document mean?

Names of one document explain one another: most lie in one country, often in one division, near each other.
Each name is weighed by size, by what its words are to the place, and by how sure the others are, a few times
over.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import cos, exp, hypot, log10, pi
from typing import Final

from sayso.lexicon.gazetteer.form import Level
from sayso.lexicon.gazetteer.look_up import Match
from sayso.model.spot import Spot, SpotKind

MOST: Final = 10  # candidates told
ROUNDS: Final = 3  # two give .808, three .815, four .814 of the names right (first half of LGL, as below)
SURE: Final = 0.55  # of 80 answers less probable 22 were right; the probabilities are too high
_COMPARED: Final = 12  # candidates of one name whose distances are weighed; 60 give no more, 6 give .001 less
_NEAR: Final = 80.0  # kilometres; a guess at how far neighbours lie apart, not measured
_SHARPNESS: Final = 2.3  # odds grow as inhabitants do; 1.6 gave .810 for .813
_WITHIN: Final = 5.0  # "Birmingham, Ala.": more than any size
_UNTOLD: Final = 300  # inhabitants of a place whose size is not known
# In decades of inhabitants, set by hand while reading errors of the first half of LGL, none measured alone.
# A country is meant before its largest city; our own places are there because news
# names them; a name that is not the place's first is less often meant.
_KIND: Final = {
    SpotKind.COUNTRY: 9.0,
    SpotKind.REGION: 5.5,
    SpotKind.SITE: 5.5,
    SpotKind.AIRFIELD: 4.5,
    SpotKind.DISTRICT: 3.7,
}
_LEVEL: Final = {
    Level.NAME: 0.0,
    Level.OTHER_NAME: -1.2,
    Level.SHORT: -0.7,
    Level.DEMONYM: 0.0,
    Level.SOUND: -1.5,
}
_COUNTRY_SHARED: Final = 1.5  # decades for a country that all other names lie in
_DIVISION_SHARED: Final = 3.0
_NEIGHBOURS: Final = 2.0
_CAPITAL: Final = 0.7  # with it Tripoli beside Beirut is still the one in Lebanon
_CAPITAL_SIZE: Final = 20000  # inhabitants; the towns called Washington are smaller
_SAME: Final = 100.0  # kilometres within which a town and its province, of one name, are told as one


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One name with the places that bear it; `within` are the places' own containers, as told beside it."""

    matches: tuple[Match, ...]
    within: tuple[Match, ...] = ()
    weight: float = 1.0  # how much it tells of the others; a dateline more than a passing name
    kinds: frozenset[SpotKind] = frozenset()  # "province": those it was said to be
    capital_of: str | None = None  # the country whose capital bears the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The places that a name may mean, the likeliest first, with probabilities that sum to at most 1. That of
    a town and its province, of one name, stands with the first of the two."""

    spots: tuple[Spot, ...]
    p: tuple[float, ...]


def ranked(asked: Sequence[Asked]) -> list[Answer]:
    """An answer for every name. The order of the names does not matter."""
    priors = [[_prior(match, name) for match in name.matches] for name in asked]
    beliefs = [_shares(scores) for scores in priors]
    for _ in range(ROUNDS):
        scene = _Scene(asked, beliefs)
        beliefs = [_shares(scene.scores(place, priors[place])) for place in range(len(asked))]
    return [_answer(name, belief) for name, belief in zip(asked, beliefs, strict=True)]


def _prior(match: Match, name: Asked) -> float:
    spot = match.spot
    size = log10(max(spot.size, _UNTOLD))
    if spot.kind is SpotKind.DIVISION:
        size = size - 0.6 if spot.size else 2.5
    elif spot.kind in _KIND:
        size = _KIND[spot.kind] + (size / 20 if spot.kind is SpotKind.COUNTRY else 0)
    size += _LEVEL[match.level]
    if spot.kind is SpotKind.CITY and spot.country == name.capital_of and spot.size >= _CAPITAL_SIZE:
        size += _CAPITAL
    if name.kinds:
        size += 3.0 if spot.kind in name.kinds else 0.0
    if any(lies_in(spot, outer.spot) for outer in name.within):
        size += _WITHIN
    return size


def lies_in(spot: Spot, outer: Spot) -> bool:
    """Whether the gazetteer puts one place in another: in a country or in a first-level division."""
    if spot == outer or not set(spot.countries) & set(outer.countries):
        return False
    if outer.kind is SpotKind.COUNTRY:
        return True
    if outer.kind is SpotKind.DIVISION:
        return spot.division == outer.name
    return outer.kind in (SpotKind.DISTRICT, SpotKind.CITY) and (distance(spot, outer) or 999.0) < _NEAR / 2


def distance(one: Spot, other: Spot) -> float | None:
    """Kilometres, near enough for what is near; None where one of the two has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    across = abs(one.lon - other.lon)
    across = min(across, 360 - across) * cos((one.lat + other.lat) * pi / 360)
    return 111.2 * hypot(across, one.lat - other.lat)


def _shares(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    best = max(scores)
    parts = [exp(_SHARPNESS * (score - best)) for score in scores]
    whole = sum(parts)
    return [part / whole for part in parts]


class _Scene:
    """What all names together tell, so that each can be weighed against the others."""

    def __init__(self, asked: Sequence[Asked], beliefs: Sequence[Sequence[float]]) -> None:
        self.asked = asked
        self.countries = [self._mass(place, beliefs[place], _countries) for place in range(len(asked))]
        self.divisions = [self._mass(place, beliefs[place], _divisions) for place in range(len(asked))]
        self.country, self.division = _total(self.countries), _total(self.divisions)
        self.tops = [_top(name, belief) for name, belief in zip(asked, beliefs, strict=True)]

    def _mass(
        self, place: int, belief: Sequence[float], of: Callable[[Spot], tuple[str, ...]]
    ) -> dict[str, float]:
        out: dict[str, float] = defaultdict(float)
        for match, p in zip(self.asked[place].matches, belief, strict=True):
            for key in of(match.spot):
                out[key] += p * self.asked[place].weight
        return out

    def scores(self, place: int, priors: Sequence[float]) -> list[float]:
        name = self.asked[place]
        countries = _without(self.country, self.countries[place])
        divisions = _without(self.division, self.divisions[place])
        out = []
        for match, prior in zip(name.matches, priors, strict=True):
            spot = match.spot
            score = prior + _COUNTRY_SHARED * max(
                (countries.get(key, 0.0) for key in _countries(spot)), default=0.0
            )
            score += _DIVISION_SHARED * max(
                (divisions.get(key, 0.0) for key in _divisions(spot)), default=0.0
            )
            out.append(score)
        if len(out) > 1:
            for k in sorted(range(len(out)), key=lambda k: -out[k])[:_COMPARED]:
                out[k] += _NEIGHBOURS * self._neighbours(place, name.matches[k].spot)
        return out

    def _neighbours(self, place: int, spot: Spot) -> float:
        if spot.kind is SpotKind.COUNTRY:
            return 0.0
        near = 0.0
        for other, top in enumerate(self.tops):
            if other != place and top is not None:
                apart = distance(spot, top[0])
                near += top[1] * exp(-apart / _NEAR) if apart is not None and apart < 4 * _NEAR else 0.0
        return min(1.0, near)


def _countries(spot: Spot) -> tuple[str, ...]:
    return spot.countries


def _divisions(spot: Spot) -> tuple[str, ...]:
    return (f"{spot.countries[0]}/{spot.division}",) if spot.division and spot.countries else ()


def _total(parts: Iterable[dict[str, float]]) -> dict[str, float]:
    out: dict[str, float] = defaultdict(float)
    for part in parts:
        for key, value in part.items():
            out[key] += value
    return out


def _without(whole: dict[str, float], own: dict[str, float]) -> dict[str, float]:
    """Shares of what the others tell; with few others each counts for less."""
    left = {key: value - own.get(key, 0.0) for key, value in whole.items()}
    total = sum(left.values()) + 1.0
    return {key: value / total for key, value in left.items()}


def _top(name: Asked, belief: Sequence[float]) -> tuple[Spot, float] | None:
    if not belief:
        return None
    best = max(range(len(belief)), key=lambda k: belief[k])
    spot = name.matches[best].spot
    return None if spot.kind is SpotKind.COUNTRY else (spot, belief[best] * name.weight)


def _answer(name: Asked, belief: Sequence[float]) -> Answer:
    order = sorted(range(len(belief)), key=lambda k: (-belief[k], name.matches[k].spot.geonames or 0))[:MOST]
    spots = tuple(name.matches[k].spot for k in order)
    p = [belief[k] for k in order]
    for place, spot in enumerate(spots[1:], 1):
        if _is_same(spots[0], spot):
            p[0] += p[place]
            p[place] = 0.0
    return Answer(spots=spots, p=tuple(p))


def _is_same(one: Spot, other: Spot) -> bool:
    """Whether it is no matter which of the two is meant: a town, and the province or district around it."""
    apart = distance(one, other)
    return one.countries == other.countries and (apart is None or apart < _SAME)
