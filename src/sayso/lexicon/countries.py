"""Which country does a name, a demonym, a capital or a well-known place belong to?"""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.tables import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country as a gazetteer lists it."""

    iso3: str  # ISO 3166-1 alpha-3; XKX for Kosovo
    name: str


@cache
def _countries() -> dict[str, Country]:
    return {row["iso3"]: Country(iso3=row["iso3"], name=row["name"]) for row in rows("countries")}


def _cells(column: str) -> dict[str, Country]:
    return {
        value.lower(): _countries()[row["iso3"]]
        for row in rows("countries")
        for value in row[column].split("|")
        if value
    }


@cache
def names() -> dict[str, Country]:
    """Countries by name and alias, in lower case: "syria", "u.s."."""
    return _cells("name") | _cells("aliases")


@cache
def demonyms() -> dict[str, Country]:
    """Countries by the words for their people and things, in lower case: "syrian", "syrians"."""
    return _cells("demonyms")


@cache
def towns() -> dict[str, Country]:
    """Countries by capital, city, province or region, in lower case: "baghdad", "donbas"."""
    listed = {row["name"].lower(): _countries()[row["iso3"]] for row in rows("cities")}
    return listed | _cells("capitals")


@cache
def capitals() -> dict[str, Country]:
    """Countries by capital, in lower case; news says "Ankara" for the government of Turkey."""
    return _cells("capitals")


def country_of(place: str) -> Country | None:
    """The country that a place name stands for or lies in; None where the tables do not know."""
    key = place.lower().removeprefix("the ").strip(" .,")
    for table in (names(), towns()):
        for form in (key, key + "."):
            if form in table:
                return table[form]
    return None


@cache
def divisions() -> dict[str, Country]:
    """Countries by state or province as it stands behind a town: "Ala.", "Ontario"."""
    return {row["name"]: _countries()[row["iso3"]] for row in rows("divisions")}


def actor_country(words: str) -> Country | None:
    """The country that a state actor's name means: a country, a demonym alone, or a capital."""
    key = words.lower().removeprefix("the ").strip()
    return names().get(key) or demonyms().get(key) or capitals().get(key)


def is_town(words: str) -> bool:
    """Whether the words are the name of a city, province or region, and of nothing else."""
    key = words.lower().removeprefix("the ").strip(" .,")
    return key in _cities()


@cache
def _cities() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in rows("cities"))
