"""Who held an office on a day?"""

from collections.abc import Mapping
from datetime import date
from functools import cache

from sayso.lexicon.actor_roles import held_on
from sayso.lexicon.actor_words import actor_words
from sayso.lexicon.actors import listed
from sayso.lexicon.tables import rows
from sayso.model.actor import Actor, Role


@cache
def titles() -> Mapping[str, frozenset[str]]:
    """For every title that a text may use, those by which a table may list the office."""
    found: dict[str, set[str]] = {}
    for actor in listed().by_id.values():
        for role in actor.roles:
            found.setdefault(role.title, set()).add(role.title)
    for row in rows("office_titles"):
        group = row["titles"].split("|")
        for title in group:
            found.setdefault(title, {title}).update(other for other in group if other != title)
    return {title: frozenset(others) for title, others in found.items()}


@cache
def _held() -> Mapping[tuple[str, str], tuple[tuple[Actor, Role], ...]]:
    found: dict[tuple[str, str], list[tuple[Actor, Role]]] = {}
    for actor in listed().by_id.values():
        for role in actor.roles:
            found.setdefault((role.title, role.of), []).append((actor, role))
    return {office: tuple(held) for office, held in found.items()}


def held_by(actor: Actor, title: str, day: date | None) -> bool:
    """Whether a person held such an office that day, no matter where."""
    wanted = {title, *titles().get(title, ())}
    return day is not None and any(role.title in wanted and held_on(role, day) for role in actor.roles)


def holder(title: str, of: str, day: date | None) -> str | None:
    """The id of the one person who held the office that day; None where none or several are known."""
    words = title.lower().split()
    if day is None or not words or words[0].partition("-")[0] in actor_words("past"):
        return None
    if words[0] in ("current", "incumbent", "acting", "new"):
        words.pop(0)
    plain = " ".join(words)
    for wanted in ({plain}, titles().get(plain, frozenset())):
        on = {
            actor.id
            for name in wanted
            for actor, role in _held().get((name, of), ())
            if held_on(role, day) and (role.until != day or role.since == day)
        }
        if on:
            return on.pop() if len(on) == 1 else None
    return None
