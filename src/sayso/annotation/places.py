"""Which names of a document name places?"""

import re
from typing import Final

from sayso.annotation.place_literal import is_literal
from sayso.annotation.place_meant import asked_for, resolved
from sayso.lexicon.countries import demonyms, names
from sayso.lexicon.gazetteer.form import Level
from sayso.lexicon.gazetteer.look_up import Gazetteer, Match, gazetteer
from sayso.model.document import Document
from sayso.model.marks import Name, NameKind, PlaceName
from sayso.model.span import Span
from sayso.model.spot import SpotKind

_PLACED: Final = re.compile(
    r"\b(?:in|near|at|from|outside|inside|around|towards?|into|across|over|to|of|on)"
    r"\s(?:the\s)?(?:\w+(?:ern)?\s)?$"
    r"|\b(?:city|town|village|district|province|camp|capital|area|region|base|suburb|port)\s(?:of\s)?$",
    re.IGNORECASE,
)
_LEAD: Final = 40  # code points before a name that can tell a place
_HOME: Final = 3.0  # as a place named five times; a guess, not measured
_KNOWN: Final = 15000  # inhabitants from which a bare word is taken for a place; a guess, not measured
_PARTICLE: Final = re.compile(r"[ -](?:al|el|ez|az|ad|as|ash|at|ar|an|ed|en|er|es)[- ][A-Z]\w{1,20}")
_DIRECTION: Final = re.compile(r"\b(?:north|south|east|west)(?:ern)?\s$", re.IGNORECASE)
_OUTER: Final = re.compile(r",\s((?:[A-Z]\.\s?){2,3}|[A-Z][a-z]+\.?(?:\s[A-Z][a-z]+)?)")
_JOINED: Final = re.compile(r"\s(?:in|of|near|and)\s|,\s")


def mark_places(document: Document, found: tuple[Name, ...]) -> tuple[PlaceName, ...]:
    """Words that name places, each with the place that is meant; in order of position.

    A word that could be a place or anything else is taken for one where it is large, ours, or "in" it is.
    """
    places = gazetteer()
    text = document.text
    people = {
        name.full.split()[-1].lower() for name in found if name.kind is NameKind.PERSON and " " in name.full
    }
    spans = [
        part
        for name in found
        for part in _parts(text, name.span)
        if _names_place(text, part, name, people, places)
    ]
    spans = sorted({*(_whole(text, span, places) for span in spans), *_of_dateline(document)})
    behind = {outer for span in spans for outer in _behind(text, span, places)}
    spans = sorted(behind | {span for span in spans if not any(span.meets(outer) for outer in behind)})
    spans = [span for place, span in enumerate(spans) if not place or spans[place - 1].end <= span.start]
    home = ((document.dateline.place, _HOME),) if document.dateline and document.dateline.place else ()
    told = resolved(text, spans, home=home, places=places)
    return tuple(_with_sense(text, one) for one in told if one.candidates)


def _whole(text: str, span: Span, places: Gazetteer) -> Span:
    """With the words that belong to the name where the gazetteer has it so: "Deir [ez-Zor]"."""
    after = _PARTICLE.match(text, span.end)
    if after and places.named(text[span.start : after.end()]):
        span = Span(span.start, after.end())
    before = _DIRECTION.search(text, max(0, span.start - _LEAD), span.start)
    words = before and text[before.start() : span.end]
    if before and words and any(match.level is Level.NAME for match in places.named(words)):
        span = Span(before.start(), span.end)
    return span


def _behind(text: str, span: Span, places: Gazetteer) -> list[Span]:
    """The division or country behind a town: "Birmingham[, Ala.]"."""
    told = _OUTER.match(text, span.end)
    if told is None:
        return []
    kinds = {match.spot.kind for match in places.named(told.group(1)) if match.level is Level.NAME}
    return [Span(*told.span(1))] if kinds & {SpotKind.DIVISION, SpotKind.COUNTRY} else []


def _of_dateline(document: Document) -> list[Span]:
    """Where the dateline names its place."""
    line = document.dateline
    at = document.text.find(line.place, line.span.start, line.span.end) if line and line.place else -1
    return [Span(at, at + len(line.place))] if line and line.place and at >= 0 else []


def _parts(text: str, span: Span) -> list[Span]:
    """The name, or each of those that one run of capitals holds: "Tel Tamer in Hasaka"."""
    out, start = [], span.start
    for joint in _JOINED.finditer(text, span.start, span.end):
        if start < joint.start():
            out.append(Span(start, joint.start()))
        start = joint.end()
    return [*out, Span(start, span.end)] if start < span.end else out


def _names_place(text: str, span: Span, name: Name, people: set[str], places: Gazetteer) -> bool:
    words = " ".join(span.of(text).split())
    low = words.lower()
    if low in names() or low in demonyms():
        return True
    if name.kind is NameKind.PERSON and " " not in words and name.full != words:
        return False  # "Mr Jordan" again
    if " " not in words and low in people:
        return False
    matches = [
        match
        for match in asked_for(words, places)[0]
        if match.level in (Level.NAME, Level.OTHER_NAME, Level.SHORT)
    ]
    if not matches:
        return False
    lead = text[max(0, span.start - _LEAD) : span.start]
    if _PLACED.search(lead) or text[span.end : span.end + 2] == ", ":
        return name.kind is not NameKind.ORGANISATION or _is_known(matches)
    if name.kind is NameKind.PLACE:
        return True
    return name.kind is NameKind.OTHER and _is_known(matches)


def _is_known(matches: list[Match]) -> bool:
    return any(
        match.spot.kind not in (SpotKind.CITY, SpotKind.DISTRICT)
        or (match.spot.size >= _KNOWN and match.level is not Level.SHORT)
        or (match.spot.geonames is None and match.spot.kind is SpotKind.CITY)  # one of ours
        for match in matches
    )


def _with_sense(text: str, place: PlaceName) -> PlaceName:
    low = place.span.of(text).lower()
    literal = not (low in demonyms() and low not in names()) and is_literal(text, place.span)
    return PlaceName(
        span=place.span,
        name=place.name,
        spot=place.spot,
        candidates=place.candidates,
        literal=literal,
        p=place.p,
    )
