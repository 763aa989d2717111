"""How well are place names resolved?

As `tools/score_places.py` of the evaluation data has it: all names that an annotator placed are in the
denominator, one without an answer counts as wrong.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, log, radians, sin, sqrt
from typing import Final

NEAR: Final = 161.0  # kilometres (100 miles), the measure of the field
FAR: Final = 1200.0  # for large countries, whose middles differ between gazetteers
FARTHEST: Final = 20039.0  # half the way around the earth
# as the scorer lists them
# fmt: off
LARGE: Final = frozenset(
    (
        "us", "u.s.", "usa", "u.s.a.", "united states", "the united states", "united states of america",
        "america", "canada", "russia", "china", "brazil", "australia", "india", "argentina", "kazakhstan",
        "algeria", "congo", "saudi arabia", "mexico", "indonesia", "sudan", "libya", "iran", "mongolia",
        "peru", "chad", "niger", "angola", "mali", "south africa", "colombia", "ethiopia", "bolivia",
        "mauritania", "egypt", "tanzania", "nigeria", "venezuela", "pakistan", "mozambique", "turkey",
        "chile", "zambia", "myanmar", "burma", "afghanistan", "somalia", "ukraine", "madagascar", "kenya",
        "france", "yemen", "thailand", "spain", "cameroon", "sweden", "uzbekistan", "morocco", "iraq",
        "norway", "finland", "japan", "germany", "vietnam", "malaysia", "poland", "italy", "philippines",
        "new zealand", "uk", "u.k.", "united kingdom", "britain", "great britain", "england", "syria",
        "oman", "romania",
    )
)
# fmt: on

Point = tuple[float, float]  # latitude, longitude in degrees


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedName:
    """A name with its place, and with the places that it was taken to mean."""

    name: str
    gold: Point
    told: Point | None = None
    candidates: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceScore:
    """The figures over all names."""

    documents: int
    toponyms: int
    answered: int
    accuracy: float
    oracle: float  # some candidate, or the answer, is right
    auc: float  # mean logarithm of the error; lower is better


def kilometres(one: Point, other: Point) -> float:
    """The way between two points over the globe."""
    lat, lon, lat2, lon2 = (radians(degrees) for degrees in (*one, *other))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))


def score_places(documents: Iterable[Iterable[PlacedName]]) -> PlaceScore:
    """The figures over all names of all documents."""
    rows = [list(names) for names in documents]
    names = [name for row in rows for name in row]
    total = len(names) or 1
    errors = [kilometres(name.gold, name.told) if name.told else FARTHEST for name in names]
    limits = [FAR if name.name.lower().strip() in LARGE else NEAR for name in names]
    right = [error <= limit for error, limit in zip(errors, limits, strict=True)]
    could = [
        ok or any(kilometres(name.gold, point) <= limit for point in name.candidates)
        for name, ok, limit in zip(names, right, limits, strict=True)
    ]
    return PlaceScore(
        documents=len(rows),
        toponyms=len(names),
        answered=sum(name.told is not None for name in names),
        accuracy=sum(right) / total,
        oracle=sum(could) / total,
        auc=sum(log(error + 1) / log(FARTHEST + 1) for error in errors) / total,
    )
