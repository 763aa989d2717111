"""Where was it, as a gazetteer would list the place?"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import Final

from sayso.coding.nearby import meeting
from sayso.coding.where_spot import (
    country_name,
    country_names,
    is_country,
    is_people,
    lies_in,
    place_coded,
    told_as,
    usual_names,
)
from sayso.lexicon.countries import country_of, demonyms, names
from sayso.lexicon.gazetteer.landmarks import landmark_in
from sayso.model.marks import Marks, Name, NameKind, PlaceName
from sayso.model.mention import Place, PlaceTold
from sayso.model.span import Span

_MOST: Final = 0.5  # in 20 of 24 cases right, when capitals were not yet told from governments
_OFTEN: Final = 2  # times that a document must name its town; with 1 or 3 names change by .002 at most
_COUNTRY_WORD: Final = re.compile(
    r"\b(?:country|nation|kingdom|republic|nationwide|countrywide|airspace)\b", re.IGNORECASE
)
_AND: Final = re.compile(
    r"(?:,|,?\s+and|,?\s+or|\s+as well as|/)\s*(?:the\s|in\s|(?:north|south|east|west)\w*\s)*", re.IGNORECASE
)
_AFTER_NAME: Final = re.compile(r",|\s(?:area|square|district|province|valley|in|of|near|on)\b")
_TOWN_WORD: Final = re.compile(
    r"\b(?:enclave|town|village|city|camp|base|airbase|complex|plant|district|province|suburb|airport|prison"
    r"|hospital|square"
    r"|pocket|stronghold)\b",
    re.IGNORECASE,
)
_HELD: Final = ("-held", "-controlled", "-run", "-led", "-backed", "-occupied", "-era", "ish", "-ruled")
_THE: Final = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "that", "in", "at", "near"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The place of one event: as told, and as the gazetteer has it."""

    told: PlaceTold | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where a document plays: the country of most of its places, with their share, and the places."""

    country: str | None = None
    share: float = 0.0
    places: tuple[PlaceName, ...] = ()
    sentences: tuple[Span, ...] = ()
    focus: PlaceName | None = None  # the place, a town before a country, that it names most


def scene_of(marks: Marks) -> Scene:
    """Where a document plays."""
    count: Counter[str] = Counter()
    for place in marks.places:
        country = country_name(place)
        if country is not None:
            count[country] += 2 if place.literal else 1
    if not count:
        return Scene(sentences=marks.sentences)
    most = max(count, key=lambda name: count[name])
    return Scene(
        country=most,
        share=count[most] / count.total(),
        places=marks.places,
        sentences=marks.sentences,
        focus=_focus(marks.places, most),
    )


def _focus(places: tuple[PlaceName, ...], country: str) -> PlaceName | None:
    there = [place for place in places if country_name(place) == country]
    towns = Counter(place.name.lower() for place in there if place.literal and not is_country(place))
    for name, times in towns.most_common(1):
        if times >= _OFTEN:
            return next(place for place in there if place.name.lower() == name)
    return next((place for place in there if is_country(place)), None)


def where_of(text: str, marks: Marks, spans: tuple[Span, ...], scene: Scene) -> Where:
    """The place as the words for it tell: the most specific that they name, with its country; for words that
    name none ("the town") the one they mean."""
    if not spans:
        return Where()
    meant = [(span, place) for span in spans for place in _places(text, span, scene)]
    closer = [one for one in meant if not is_country(one[1])]
    meant = closer or meant
    inner = [name for span in spans for name in _unlisted_names(text, marks, span, scene)]
    whole = scene.country if scene.share >= _MOST else None
    listed = [told_as(place, whole) for _, place in meant]
    if inner and all(is_country(place) or not place.span.start < inner[0].span.start for _, place in meant):
        country = (country_name(meant[0][1]) if meant else None) or whole
        listed = [
            f"{usual_names().get(name.full.lower(), name.full)}, {country}"
            if country
            else full_place(name.full)
            for name in inner[:1]
        ]
    if not listed:
        listed = [_unlisted(text, marks, span, scene) for span in spans]
    return Where(
        told=PlaceTold(name="; ".join(dict.fromkeys(listed)), mention=spans[0]),
        places=tuple(dict.fromkeys(place_coded(place, span) for span, place in meant)),
    )


def _unlisted_names(text: str, marks: Marks, span: Span, scene: Scene) -> list[Name]:
    """Names in the words for a place that the gazetteer does not have."""
    listed = _within(scene, span)
    return [
        name
        for name in meeting(marks.names, span)
        if span.holds(name.span)
        and name.kind in (NameKind.PLACE, NameKind.OTHER)
        and not any(place.span.meets(name.span) for place in listed)
        and name.full.lower() not in demonyms()
        and (name.span.end == span.end or _AFTER_NAME.match(text, name.span.end, span.end))
    ]


def _places(text: str, span: Span, scene: Scene) -> list[PlaceName]:
    named = _named(text, span, scene)
    if named and not (all(map(is_country, named)) and _TOWN_WORD.search(text, span.start, span.end)):
        return named
    meant = _meant(text, span, scene)
    if named and not (meant and country_name(meant[0]) == country_name(named[0])):
        return named
    return meant


def _within(scene: Scene, span: Span) -> tuple[PlaceName, ...]:
    first = bisect_left(scene.places, span.start, key=lambda place: place.span.start)
    last = bisect_left(scene.places, span.end, key=lambda place: place.span.start)
    return scene.places[first:last]


def _named(text: str, span: Span, scene: Scene) -> list[PlaceName]:
    """The places that words name: of those that hold one another the innermost, several where joined."""
    out: list[PlaceName] = []
    within = _within(scene, span)
    within = tuple(place for place in within if not is_people(place)) or within
    for place in within:
        if not out:
            out.append(place)
        elif _AND.fullmatch(text, out[-1].span.end, place.span.start):
            if not lies_in(out[-1], place):  # not "Qaim, Iraq", "Springfield, Ohio"
                out.append(place)
        elif lies_in(place, out[-1]):
            out[-1] = place  # "Syria's Idlib province", "the Black Sea port of Odesa"
    return out


def _meant(text: str, span: Span, scene: Scene) -> list[PlaceName]:
    """The place told before that "the town", "there", "the country" means: in the country that the document
    is about, where there is one."""
    words = span.of(text)
    if _is_proper(words):
        return []
    at = bisect_left(scene.places, span.start, key=lambda place: place.span.start)
    before = scene.places[:at][::-1]
    if scene.share >= _MOST:
        before = tuple(place for place in before if country_name(place) == scene.country) or before
    wants_country = bool(_COUNTRY_WORD.search(words))
    for place in before:
        if is_country(place) == wants_country and (wants_country or place.literal):
            return [place]
    return []


def _is_proper(words: str) -> bool:
    """Whether the words hold a name: neither the word for a people ("a Kurdish prison") nor that of a holder
    ("the rebel-held town")."""
    return any(_names(word) for word in words.split())


def _names(word: str) -> bool:
    plain = word.strip(".,;:'\"’“”()").lower()
    return word[:1].isupper() and plain not in _THE and plain not in demonyms() and not plain.endswith(_HELD)


def _core(words: str) -> str:
    """The name among words for a place: "the crucial M5 highway" is "M5 highway", "the rich province of Ghor"
    is "Ghor"."""
    told = words.split()
    for at, word in enumerate(told):
        if at and told[at - 1].lower() == "of" and _names(word) and not any(map(_names, told[:at])):
            return " ".join(told[at:])
    first = next((at for at, word in enumerate(told) if _names(word)), 0)
    return " ".join(told[first:])


def _unlisted(text: str, marks: Marks, span: Span, scene: Scene) -> str:
    """Words for a place that the gazetteer does not have, with the country that the document is about."""
    full = next((name.full for name in meeting(marks.names, span) if name.span == span), span.of(text))
    plain = " ".join(full.split()).removeprefix("the ").removeprefix("The ")
    plain = _core(plain) if _is_proper(plain) else plain
    plain = usual_names().get(plain.lower(), plain)
    if country_of(plain) or country_of(plain.rpartition(", ")[2]):
        return full_place(plain)
    landmark = landmark_in(plain)
    if landmark is not None:
        return f"{landmark.town}, {country_names()[landmark.iso3]}"
    if not _is_proper(plain) and scene.country:
        return scene.country
    return f"{plain}, {scene.country}" if scene.country and scene.share >= _MOST else plain


def full_place(name: str) -> str:
    """A place's name with its country, which stands alone where it is the place."""
    plain = name.removeprefix("the ").removeprefix("The ")
    last = plain.rpartition(", ")[2]
    country = country_of(plain) or country_of(last)
    if country is None:
        return plain
    key = last.lower().strip(" .,")
    if key in names() or f"{key}." in names():
        plain = plain.removesuffix(last).removesuffix(", ")
    return f"{plain}, {country.name}" if plain else country.name
