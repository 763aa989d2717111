"""Which places of a document may be that of an act, and what speaks for each?"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import log1p
from typing import Final

from sayso.coding.where import Scene, Where
from sayso.coding.where_spot import is_country, is_people, place_coded, told_as
from sayso.model.marks import PlaceName
from sayso.model.mention import EventType, Mention, PlaceTold
from sayso.model.span import Span

_NEAR: Final = 60  # code points between an act and a place of its clause
_LEAD: Final = 500  # code points: headline and first paragraph
_BACK: Final = 3  # acts with words for a place that are looked back at
_FAR: Final = 30  # and acts in all
_TOLD: Final = 8  # mentions of one happening that are asked for its place
_VERBAL: Final = frozenset(
    {
        *(EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.AGREE),
        *(EventType.SUPPORT, EventType.CONCEDE, EventType.SANCTION),
    }
)
_WITH_CLOSER: Final = ("happening", "sentence", "told last", "focus", "sentence before", "first town")
_WITH_NONE: Final = ("sentence", "told last", "focus", "sentence before", "a country", "the country")


@dataclass(slots=True)
class Candidate:
    """A place that may be that of an act, with the signs for and against it."""

    where: Where
    signs: dict[str, float] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """As told: "Mosul, Iraq"."""
        return self.where.told.name if self.where.told else ""


@dataclass(slots=True)
class _Found:
    by_name: dict[str, Candidate] = field(default_factory=dict)

    def add(self, where: Where | None, sign: str, value: float = 1.0) -> None:
        if where is not None and where.told is not None:
            one = self.by_name.setdefault(where.told.name, Candidate(where))
            one.signs[sign] = max(value, one.signs.get(sign, 0.0))


@dataclass(frozen=True, slots=True)
class _Named:
    """One name of a place in the text, and how an act would tell it."""

    place: PlaceName
    name: str
    where: Where


@dataclass(frozen=True, slots=True)
class _Setting:
    """What of a document is looked up for each of its acts."""

    scene: Scene
    named: tuple[_Named, ...]
    starts: tuple[int, ...]
    times: Counter[str]
    lead: frozenset[str]
    focus: Where | None
    first_town: Where | None
    country: Where | None


def _setting_of(scene: Scene) -> _Setting:
    named = tuple(_named(place, scene) for place in scene.places)
    return _Setting(
        scene=scene,
        named=named,
        starts=tuple(one.place.span.start for one in named),
        times=Counter(one.name for one in named),
        lead=frozenset(one.name for one in named if one.place.span.start < _LEAD),
        focus=_named(scene.focus, scene).where if scene.focus else None,
        first_town=next(
            (one.where for one in named if one.place.literal and not is_country(one.place)), None
        ),
        country=next(
            (one.where for one in named if is_country(one.place) and one.name == scene.country), None
        ),
    )


def _named(place: PlaceName, scene: Scene) -> _Named:
    name = told_as(place, scene.country)
    return _Named(place, name, Where(told=PlaceTold(name=name), places=(place_coded(place, None),)))


def candidates_of(mentions: tuple[Mention, ...], scene: Scene) -> list[list[Candidate]]:
    """For each mention the places that may be its own; its place, where it has words, is what these tell."""
    setting = _setting_of(scene)
    own = [_own(mention) for mention in mentions]
    sentences = [_sentence(mention.trigger, scene) for mention in mentions]
    groups: dict[str, list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        if own[at]:
            groups[mention.same_as or mention.id].append(at)
    out = []
    for at, mention in enumerate(mentions):
        found, group = _Found(), groups.get(mention.same_as or mention.id, [])
        found.add(own[at], "own")
        for other in group[:_TOLD]:
            if other != at:
                found.add(own[other], "happening")
                found.add(own[other], "happening first", float(other == group[0]))
        _look_beside(at, mentions, own, sentences, found)
        _look_in_sentences(mention, sentences[at], setting, found)
        found.add(setting.focus, "focus")
        found.add(setting.first_town, "first town")
        found.add(setting.country, "the country")
        common = _of_mention(mention, told=own[at] is not None)
        for one in found.by_name.values():
            _weigh(one, mention, own[at], setting, told_elsewhere=any(other != at for other in group))
            one.signs |= common
        out.append(list(found.by_name.values()))
    return out


def _own(mention: Mention) -> Where | None:
    told = mention.place
    return Where(told=told, places=mention.places) if told and told.mention else None


def _sentence(span: Span, scene: Scene) -> int:
    return bisect_right(scene.sentences, span.start, key=lambda one: one.start) - 1


def _look_beside(
    at: int, mentions: tuple[Mention, ...], own: list[Where | None], sentences: list[int], found: _Found
) -> None:
    """Where the acts told before and after were."""
    seen = 0
    for before in range(at - 1, max(-1, at - _FAR), -1):
        if own[before] is None:
            continue
        seen += 1
        if seen == 1:
            found.add(own[before], "told last")
            found.add(own[before], "told last, acts between", log1p(at - before - 1))
            found.add(own[before], "told last in the sentence", float(sentences[at] == sentences[before]))
            found.add(own[before], "told last, same type", float(mentions[before].type is mentions[at].type))
        else:
            found.add(own[before], "told before")
        if seen == _BACK:
            break
    after = next((n for n in range(at + 1, min(len(own), at + 1 + _BACK)) if own[n]), None)
    if after is not None:
        found.add(own[after], "told next")
        found.add(own[after], "told next in the sentence", float(sentences[at] == sentences[after]))


def _look_in_sentences(mention: Mention, number: int, setting: _Setting, found: _Found) -> None:
    """The places that the act's sentence names, and those beside it."""
    if number < 0:
        return
    trigger, sentences = mention.trigger, setting.scene.sentences
    parties = [party.mention for party in mention.actors + mention.recipients if party.mention]
    here = _within(setting, sentences[number])
    nearest = True
    for one in sorted(here, key=lambda one: abs(one.place.span.start - trigger.start)):
        span = one.place.span
        if not one.place.literal or is_people(one.place):
            found.add(one.where, "sentence, people" if one.place.literal else "sentence, not literal")
            continue
        found.add(one.where, "sentence")
        found.add(one.where, "nearest of the sentence", float(nearest))
        nearest = False
        near = abs(span.start - trigger.end) < _NEAR
        found.add(one.where, "near", float(near))
        found.add(one.where, "near, behind", float(near and span.start > trigger.end))
        found.add(one.where, "of a party", float(any(party.holds(span) for party in parties)))
    if number:
        for one in _within(setting, sentences[number - 1]):
            found.add(one.where, "sentence before" if one.place.literal else "sentence before, not literal")
    if number + 1 < len(sentences):
        for one in _within(setting, sentences[number + 1]):
            if one.place.literal:
                found.add(one.where, "sentence after")


def _within(setting: _Setting, span: Span) -> tuple[_Named, ...]:
    first = bisect_left(setting.starts, span.start)
    return setting.named[first : bisect_left(setting.starts, span.end)]


def _of_mention(mention: Mention, *, told: bool) -> dict[str, float]:
    words = "own words" if told else "no words"
    return {
        "constant": 1.0,
        words: 1.0,
        f"{words}, {mention.type}": 1.0,
        f"{words}, {mention.realis}": 1.0,
        f"{words}, background": float(mention.background),
        f"{words}, in a statement": float(mention.statement is not None),
        f"{words}, told again": float(mention.same_as is not None),
    }


def _weigh(
    one: Candidate, mention: Mention, own: Where | None, setting: _Setting, *, told_elsewhere: bool
) -> None:
    signs, scene = one.signs, setting.scene
    whole, only, mine = one.name.rpartition(", ")[2], ", " not in one.name, "own" in signs
    signs["a country"] = float(only)
    signs["of the scene"] = float(whole == scene.country) * scene.share
    signs["times"] = log1p(setting.times[one.name])
    signs["in the lead"] = float(one.name in setting.lead)
    if mine:
        signs["own, a country"] = float(only)
        signs["own, several"] = float("; " in one.name)
        signs["own, other country"] = float(scene.country is not None and whole != scene.country)
    elif own and own.told:
        own_whole, own_only = own.told.name.rpartition(", ")[2], ", " not in own.told.name
        there = whole == own_whole
        signs["closer than own"] = closer = float(there and own_only and not only)
        signs["vaguer than own"] = float(there and only and not own_only)
        signs["beside own"] = float(there and not only and not own_only)
        signs["elsewhere than own"] = float(not there)
        signs["one of own"] = float("; " in own.told.name and one.name in own.told.name.split("; "))
        signs |= {f"closer, {sign}": closer for sign in _WITH_CLOSER if sign in signs}
    else:
        signs["other than the happening's"] = float(told_elsewhere and "happening" not in signs)
        verbal = float(mention.type in _VERBAL)
        for sign in _WITH_NONE:
            if signs.get(sign):
                signs[f"no words, {sign}"] = 1.0
                signs[f"verbal, {sign}"] = verbal
