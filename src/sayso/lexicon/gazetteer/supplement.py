"""Which places does conflict news name that no list of cities has?"""

from collections import defaultdict
from functools import cache
from typing import Final

from sayso.errors import LexiconError
from sayso.lexicon.gazetteer.keys import bare_key, full_key, words_of_name
from sayso.lexicon.tables import rows
from sayso.model.spot import Spot, SpotKind

KINDS: Final = {
    **dict.fromkeys(("air base", "airport"), SpotKind.AIRFIELD),
    **dict.fromkeys(("governorate", "province"), SpotKind.DIVISION),
    "district": SpotKind.DISTRICT,
    "village": SpotKind.CITY,
    **dict.fromkeys(
        ("base", "camp", "crossing", "dam", "neighbourhood", "oil field", "palace", "port", "power plant"),
        SpotKind.SITE,
    ),
    **dict.fromkeys(("prison", "refinery", "square"), SpotKind.SITE),
    **dict.fromkeys(
        ("border", "corridor", "desert", "island", "lake", "line", "mountain", "pipeline", "region", "river"),
        SpotKind.REGION,
    ),
    **dict.fromkeys(("sea", "strait", "zone"), SpotKind.REGION),
}


@cache
def supplement() -> dict[str, tuple[Spot, ...]]:
    """Our own places by key; none where the table is missing."""
    out: dict[str, list[Spot]] = defaultdict(list)
    try:
        told = rows("supplement")
    except FileNotFoundError:
        return {}
    for row in told:
        spot = _spot(row)
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            words = words_of_name(name)
            for key in {full_key(words), bare_key(words)} - {""}:
                if spot not in out[key]:
                    out[key].append(spot)
    return {key: tuple(spots) for key, spots in out.items()}


def _spot(row: dict[str, str]) -> Spot:
    try:
        return Spot(
            name=row["name"],
            kind=KINDS[row["kind"]],
            countries=tuple(filter(None, row["country"].split("|"))),
            division=row["division"] or None,
            lat=float(row["lat"]) if row["lat"] else None,
            lon=float(row["lon"]) if row["lon"] else None,
            radius_km=float(row["radius_km"]) if row["radius_km"] else None,
        )
    except (KeyError, ValueError) as error:
        raise LexiconError(f"supplement.tsv, {row.get('name')!r}: {error} is no kind or number") from error
