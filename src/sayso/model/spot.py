"""What is a place, as the gazetteer lists it?"""

from dataclasses import dataclass
from enum import StrEnum


class SpotKind(StrEnum):
    """What sort of place it is. A `REGION` has no bounds that a point could tell."""

    COUNTRY = "country"
    DIVISION = "division"  # of the first level: state, province, governorate
    DISTRICT = "district"  # of the second: county
    CITY = "city"  # any populated place, down to the village
    AIRFIELD = "airfield"  # air bases and airports
    SITE = "site"  # camp, crossing, refinery, dam, port: a thing at one point
    REGION = "region"  # strait, zone, island, mountains, river, sea, continent


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of the gazetteer. What has no source for its coordinates has none."""

    name: str
    kind: SpotKind
    countries: tuple[str, ...] = ()  # ISO 3166-1 alpha-3; several only for borders, rivers, straits
    division: str | None = None  # the first-level division that it lies in
    lat: float | None = None  # degrees, WGS 84; of a country or division the middle of where people live
    lon: float | None = None
    geonames: int | None = None
    size: int = 0  # inhabitants, to the next step of about nine per cent; 0: not known
    radius_km: float | None = None  # how far the place may reach from its point, where a source tells

    @property
    def country(self) -> str | None:
        """The one country that it lies in; None where there are several or none."""
        return self.countries[0] if len(self.countries) == 1 else None
