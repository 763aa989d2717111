"""Which actors are listed, by id and by name?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from sayso.errors import LexiconError
from sayso.lexicon.actor_codes import checked_code
from sayso.lexicon.actor_keys import name_key
from sayso.lexicon.actor_roles import check_offices, roles_in
from sayso.lexicon.actor_states import country_codes, states
from sayso.lexicon.organs import organ_of
from sayso.lexicon.tables import numbered_rows
from sayso.model.actor import Actor, ActorKind

COLUMNS: Final = (
    *("id", "name", "kind", "country", "plover", "aliases"),
    *("part_of", "roles", "owner", "source"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """All actors of the tables, with the states of `countries.tsv`."""

    by_id: Mapping[str, Actor]
    by_key: Mapping[str, tuple[Actor, ...]]  # several only where countries tell them apart

    def named(self, words: str) -> tuple[Actor, ...]:
        """The actors that bear exactly this name or alias: mostly none or one."""
        return self.by_key.get(name_key(words), ())


@cache
def listed() -> Listed:
    """The actors of all tables. LexiconError names file and line of a row that cannot be right."""
    return load((name, numbered_rows(f"actors/{name}")) for name in table_names())


def table_names() -> tuple[str, ...]:
    """The tables in `lexicon/actors`, in order of name."""
    found = (files("sayso.lexicon") / "actors").iterdir()
    return tuple(sorted(path.name.removesuffix(".tsv") for path in found if path.name.endswith(".tsv")))


def load(tables: Iterable[tuple[str, tuple[tuple[int, Mapping[str, str]], ...]]]) -> Listed:
    """Types and checks rows, given as (table, ((line, row), ...)), beside the states."""
    by_id = {state.id: state for state in states()}
    where: dict[str, str] = {}
    for table, rows in tables:
        for line, row in rows:
            place = f"actors/{table}.tsv, line {line}"
            actor = _actor(row, place)
            if actor.id in where:
                raise LexiconError(f"{place}: the id {actor.id!r} stands at {where[actor.id]} already")
            if actor.id in by_id:
                raise LexiconError(f"{place}: {actor.id!r} is a state of countries.tsv: put aliases there")
            by_id[actor.id] = actor
            where[actor.id] = place
    for actor in by_id.values():
        _check_links(actor, by_id, where)
    check_offices(by_id, where)
    return Listed(by_id=by_id, by_key=_keys(by_id, where))


def _actor(row: Mapping[str, str], place: str) -> Actor:
    if set(row) != set(COLUMNS):
        raise LexiconError(f"{place}: the columns must be {', '.join(COLUMNS)}")
    cells = {name: " ".join(cell.split()) for name, cell in row.items()}
    if name_id := cells["id"]:
        if name_id != name_id.lower() or not name_id.replace("-", "").isalnum() or not name_id.isascii():
            raise LexiconError(f"{place}: the id {name_id!r} must be small letters, digits and hyphens")
    else:
        raise LexiconError(f"{place}: a row needs an id")
    if not name_key(cells["name"]):
        raise LexiconError(f"{place}: {name_id!r} needs a name")
    try:
        kind = ActorKind(cells["kind"])
    except ValueError:
        known = ", ".join(kind.value for kind in ActorKind)
        raise LexiconError(f"{place}: no kind is called {cells['kind']!r}; there are: {known}") from None
    country = cells["country"] or None
    if country and country not in country_codes():
        raise LexiconError(f"{place}: countries.tsv has no country {country!r}")
    if not cells["source"]:
        raise LexiconError(f"{place}: {name_id!r} needs a source")
    if cells["roles"] and kind is not ActorKind.PERSON:
        raise LexiconError(f"{place}: only a person has roles")
    return Actor(
        id=name_id,
        name=cells["name"],
        kind=kind,
        country=country,
        plover=checked_code(cells["plover"], kind, country, place),
        aliases=tuple(alias.strip() for alias in cells["aliases"].split("|") if alias.strip()),
        part_of=cells["part_of"] or None,
        roles=roles_in(cells["roles"], place),
        owner=cells["owner"] or None,
        source=cells["source"],
    )


def _check_links(actor: Actor, by_id: Mapping[str, Actor], where: Mapping[str, str]) -> None:
    place = where.get(actor.id, "countries.tsv")
    for other in (actor.part_of, *(role.of for role in actor.roles)):
        if other is not None and other not in by_id and organ_of(other) is None:
            raise LexiconError(f"{place}: {actor.id!r} points at {other!r}, which no table lists")
    seen, above = {actor.id}, actor.part_of
    while above is not None:
        if above in seen:
            raise LexiconError(f"{place}: {actor.id!r} is a part of itself")
        seen.add(above)
        higher = by_id.get(above) or organ_of(above)
        above = higher.part_of if higher else None


def _keys(by_id: Mapping[str, Actor], where: Mapping[str, str]) -> dict[str, tuple[Actor, ...]]:
    """Actors by every name; one name of two actors must be of two countries, and never of a state."""
    found: dict[str, tuple[Actor, ...]] = {}
    for actor in by_id.values():
        for key in dict.fromkeys(name_key(name) for name in (actor.name, *actor.aliases)):
            for other in found.get(key, ()):
                apart = actor.country and other.country and actor.country != other.country
                if not apart or ActorKind.STATE in (actor.kind, other.kind):
                    raise LexiconError(
                        f"{where.get(actor.id, 'countries.tsv')}: {key!r} names {actor.id!r} and also"
                        f" {other.id!r} ({where.get(other.id, 'countries.tsv')}); give it to one, or add the"
                        " countries that tell them apart"
                    )
            found[key] = (*found.get(key, ()), actor)
    return found
