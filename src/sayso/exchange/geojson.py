"""How are event mentions written as GeoJSON (RFC 7946)?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from sayso.exchange.mention_rows import MentionRow
from sayso.model.mention import Place

HEAD, TAIL = '{"type":"FeatureCollection","features":[\n', "\n]}\n"
Position = tuple[float, float]  # longitude, latitude in degrees, WGS 84


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One place."""

    type: Literal["Point"] = "Point"
    coordinates: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class MultiPoint:
    """Several places."""

    type: Literal["MultiPoint"] = "MultiPoint"
    coordinates: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A mention on the map; without a geometry where the record knows no coordinates (RFC 7946, 3.2)."""

    type: Literal["Feature"] = "Feature"
    id: str
    geometry: Point | MultiPoint | None
    properties: MentionRow


def geojson_lines(rows: Iterable[tuple[MentionRow, Sequence[Place]]]) -> Iterator[str]:
    """A feature collection in pieces, a feature a line; properties are the columns of the CSV."""
    yield HEAD
    before = ""
    for row, places in rows:
        feature = Feature(id=f"{row.document}/{row.mention}", geometry=geometry(places), properties=row)
        yield before + msgspec.json.encode(feature).decode()
        before = ",\n"
    yield TAIL


def geometry(places: Sequence[Place]) -> Point | MultiPoint | None:
    """Where, as far as coordinates are known."""
    known = tuple((p.lon, p.lat) for p in places if p.lon is not None and p.lat is not None)
    if not known:
        return None
    return Point(coordinates=known[0]) if len(known) == 1 else MultiPoint(coordinates=known)
