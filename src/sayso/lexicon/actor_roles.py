"""Which offices did a person hold, and from when to when?"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from sayso.errors import LexiconError
from sayso.lexicon.actor_words import actor_words
from sayso.model.actor import Actor, Role

_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_GRACE: Final = timedelta(days=366)  # dates may be told by year only, and an acting holder may overlap


def roles_in(cell: str, place: str) -> tuple[Role, ...]:
    """The roles of a cell: "president@usa@2017-01-20..2021-01-20;leader@some-party@2015.."."""
    return tuple(_role(part.strip(), place) for part in cell.split(";") if part.strip())


def _role(told: str, place: str) -> Role:
    parts = told.split("@")
    if len(parts) != 3 or not parts[0].strip() or not parts[1].strip() or ".." not in parts[2]:
        raise LexiconError(f"{place}: a role is written title@actor-id@from..to, not {told!r}")
    title, of, span = (part.strip() for part in parts)
    if title != title.lower():
        raise LexiconError(f"{place}: a title stands in small letters, not {title!r}")
    begin, _, end = span.partition("..")
    since, until = _day(begin, place, last=False), _day(end, place, last=True)
    if since and until and since > until:
        raise LexiconError(f"{place}: the role {told!r} ends before it begins")
    return Role(title=title, of=of, since=since, until=until)


def _day(told: str, place: str, *, last: bool) -> date | None:
    """The first or the last day that an ISO year, month or day may mean; None where nothing is told."""
    if not told:
        return None
    found = _DATE.fullmatch(told)
    try:
        if found is None:
            raise ValueError(told)
        year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
        if day:
            return date(year, month, day)
        if not last:
            return date(year, month or 1, 1)
        if not month:
            return date(year, 12, 31)
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    except ValueError:
        raise LexiconError(f"{place}: {told!r} is no ISO year, month or day") from None


def held_on(role: Role, day: date) -> bool:
    """Whether the office was held on a day, as far as the table knows."""
    return (role.since is None or role.since <= day) and (role.until is None or day <= role.until)


def check_offices(by_id: Mapping[str, Actor], where: Mapping[str, str]) -> None:
    """LexiconError where two persons hold an office for longer than a hand-over, or one holds it twice."""
    offices: dict[tuple[str, str], list[tuple[Actor, Role]]] = {}
    for actor in by_id.values():
        for role in actor.roles:
            offices.setdefault((role.title, role.of), []).append((actor, role))
    for (title, of), held in offices.items():
        held.sort(key=lambda one: one[1].since or date.min)
        for (one, first), (other, second) in pairwise(held):
            begin = second.since or first.since or date.min
            end = min(first.until or date.max, second.until or date.max)
            if end <= begin or (one is not other and title not in actor_words("sole")):
                continue
            if one is other or end - begin > _GRACE:
                raise LexiconError(
                    f"{where[other.id]}: {other.id!r} and {one.id!r} ({where[one.id]}) are both"
                    f" {title!r} of {of!r} from {begin} on: close the older role"
                )
