"""What does a line of the form of placed names hold, and how is it read and written?"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from sayso.errors import InputError
from sayso.exchange.corpus import corpus_lines
from sayso.model.marks import PlaceName
from sayso.model.span import Span
from sayso.scoring.places import PlacedName, Point

FORM: Final = '{"id", "text", "toponyms": [{"start", "end", "name", "lat", "lon"}]}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name in a text with its place. In a prediction without coordinates nothing was chosen."""

    start: int
    end: int
    name: str
    lat: float | None = None
    lon: float | None = None
    country: str | None = None  # ISO 3166-1 alpha-3
    geonames: int | str | None = None
    candidates: tuple[Point, ...] = ()
    p: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesLine:
    """One text with its names."""

    id: str
    text: str
    toponyms: tuple[Toponym, ...]


def places_lines(path: Path) -> list[PlacesLine]:
    """Every line of the file. InputError names the place of a mistake and the next step."""
    lines = corpus_lines(path, PlacesLine, form=FORM)
    for line in lines:
        for name in line.toponyms:
            if not 0 <= name.start < name.end <= len(line.text):
                raise InputError(f"{line.id}: {name.name!r} lies outside the text: offsets are code points")
            if name.lat is None or name.lon is None:
                raise InputError(f"{line.id}: {name.name!r} has no lat and lon: leave it out or place it")
    return lines


def spans_of(line: PlacesLine) -> tuple[Span, ...]:
    """Where the names stand."""
    return tuple(Span(name.start, name.end) for name in line.toponyms)


def line_of(line: PlacesLine, told: tuple[PlaceName, ...]) -> PlacesLine:
    """The line as it was told, name by name."""
    return PlacesLine(
        id=line.id,
        text=line.text,
        toponyms=tuple(_toponym(name, place) for name, place in zip(line.toponyms, told, strict=True)),
    )


def _toponym(name: Toponym, place: PlaceName) -> Toponym:
    spot = place.spot
    return Toponym(
        start=name.start,
        end=name.end,
        name=name.name,
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        country=spot.country if spot else None,
        geonames=spot.geonames if spot else None,
        candidates=tuple((c.lat, c.lon) for c in place.candidates if c.lat is not None and c.lon is not None),
        p=None if place.p is None else round(place.p, 3),
    )


def encode(line: PlacesLine) -> bytes:
    """The line as UTF-8 JSON, without a line break."""
    return msgspec.json.encode(line)


def placed(gold: PlacesLine, told: PlacesLine) -> list[PlacedName]:
    """The names of a line as they are scored."""
    return [
        PlacedName(
            name=name.name,
            gold=(name.lat or 0.0, name.lon or 0.0),
            told=None if other.lat is None or other.lon is None else (other.lat, other.lon),
            candidates=other.candidates,
        )
        for name, other in zip(gold.toponyms, told.toponyms, strict=True)
    ]
