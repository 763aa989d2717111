"""How is a place of the gazetteer told with an event?"""

from functools import cache
from typing import Final

from sayso.lexicon.countries import demonyms, names
from sayso.lexicon.gazetteer.landmarks import landmark
from sayso.lexicon.tables import rows
from sayso.model.marks import PlaceName
from sayso.model.mention import Place
from sayso.model.span import Span
from sayso.model.spot import SpotKind

_SHOUTED: Final = 4  # letters from which a name in capitals is one from a dateline, not "UAE"
# As UCDP and ACLED code where: a point, a town, a division, a country. A region is told as a division is: the
# act was somewhere in it.
PRECISION: Final = {
    SpotKind.COUNTRY: "country",
    SpotKind.DIVISION: "division",
    SpotKind.DISTRICT: "division",
    SpotKind.REGION: "division",
    SpotKind.CITY: "city",
    SpotKind.SITE: "exact",
    SpotKind.AIRFIELD: "exact",
}


_WIDTH: Final = {
    **dict.fromkeys((SpotKind.SITE, SpotKind.AIRFIELD), 0),
    SpotKind.CITY: 1,
    SpotKind.DISTRICT: 2,
    SpotKind.DIVISION: 3,
    SpotKind.REGION: 4,
    SpotKind.COUNTRY: 5,
}


@cache
def country_names() -> dict[str, str]:
    """The countries' names by their codes."""
    return {country.iso3: country.name for country in names().values()}


def country_name(place: PlaceName) -> str | None:
    """The country of a place: of the one meant, else the one that all candidates lie in."""
    spots = (place.spot,) if place.spot else place.candidates
    countries = {spot.country for spot in spots}
    return country_names().get(countries.pop() or "") if len(countries) == 1 else None


def is_country(place: PlaceName) -> bool:
    """Whether it is a country that is meant."""
    return place.spot is not None and place.spot.kind is SpotKind.COUNTRY


def is_people(place: PlaceName) -> bool:
    """Whether it is the word for a people or its things: "Syrian"."""
    low = place.name.lower()
    return low in demonyms() and low not in names()


@cache
def usual_names() -> dict[str, str]:
    """Towns as English news spells them, by other romanisations in lower case."""
    return {
        other.lower(): row["name"] for row in rows("usual_places") for other in row["spellings"].split("|")
    }


def lies_in(inner: PlaceName, outer: PlaceName) -> bool:
    """Whether a place is the closer one of two, and may lie in the other."""
    if inner.spot is None or outer.spot is None:
        return False
    one, other = inner.spot, outer.spot
    if _WIDTH[one.kind] >= _WIDTH[other.kind] or not set(one.countries) & set(other.countries):
        return False
    return other.kind is not SpotKind.DIVISION or one.division in (None, other.name, other.division)


def place_coded(place: PlaceName, mention: Span | None) -> Place:
    """The place as an event has it; where none was chosen with the candidates alone."""
    spot = place.spot
    if spot is None:
        return Place(name=place.name, mention=mention, candidates=place.candidates)
    return Place(
        name=spot.name,
        country=spot.country,
        lat=spot.lat,
        lon=spot.lon,
        geonames=spot.geonames,
        precision=PRECISION[spot.kind],
        mention=mention,
    )


def told_as(place: PlaceName, country: str | None) -> str:
    """The place as a gazetteer would list it: "Mosul, Iraq"; `country` for one that is left open."""
    if is_country(place):
        return country_name(place) or place.name
    whole = country_name(place) or (country if place.spot is None else None)
    name = _town(place)
    return f"{name}, {whole}" if whole and whole != name else name


def _town(place: PlaceName) -> str:
    known = landmark(place.name)
    if known:
        return known.town
    spot, low = place.spot, place.name.lower()
    if spot is not None and spot.kind is SpotKind.REGION and not low.startswith(spot.name.lower()):
        return spot.name  # "Iraqi Kurdistan", "the Gulf": told by their full name in 46 of 53 cases
    told = place.name.title() if place.name.isupper() and len(place.name) > _SHOUTED else place.name
    return usual_names().get(told.lower(), told)
