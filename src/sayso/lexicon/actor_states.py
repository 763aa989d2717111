"""Which actors are the states that `countries.tsv` lists?"""

from functools import cache

from sayso.lexicon.tables import rows
from sayso.model.actor import Actor, ActorKind


@cache
def country_codes() -> frozenset[str]:
    """The ISO 3166-1 alpha-3 codes of all listed countries."""
    return frozenset(row["iso3"] for row in rows("countries"))


@cache
def states() -> tuple[Actor, ...]:
    """Every listed country as an actor: "usa", "irq"; its code is its id, in small letters."""
    return tuple(
        Actor(
            id=row["iso3"].lower(),
            name=row["name"],
            kind=ActorKind.STATE,
            country=row["iso3"],
            plover=row["iso3"],
            aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
            source="countries.tsv",
        )
        for row in rows("countries")
    )
