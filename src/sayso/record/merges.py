"""Which events did members make one, and which did they accept or reject?"""

from typing import Any

from sqlalchemy import Connection, Select, or_, select, update

from sayso.model.ruling import Ruling, RulingKind, TargetKind
from sayso.record.codec import decoded
from sayso.record.fold import Status, in_force
from sayso.record.schema import UNTOUCHED, events, rulings

VERDICTS = {RulingKind.ACCEPT: Status.ACCEPTED, RulingKind.REJECT: Status.REJECTED}


def on_events(conn: Connection) -> list[Ruling]:
    """The rulings on events that hold, in order."""
    wanted = select(rulings.c.body).where(rulings.c.target == TargetKind.EVENT.value)
    return in_force([decoded(Ruling, b) for b in conn.scalars(wanted.order_by(rulings.c.number))])[0]


def merge(conn: Connection) -> None:
    """Lay all rulings on events over the events: of those that are one the oldest answers. The last ruling on
    a pair wins; events joined through a third stay joined."""
    hold = on_events(conn)
    if not hold and conn.execute(_touched().limit(1)).first() is None:
        return
    same: dict[frozenset[str], bool] = {}
    statuses: dict[str, str] = {}
    for ruling in hold:
        if ruling.other_id is not None:
            same[frozenset((ruling.target_id, ruling.other_id))] = ruling.kind is RulingKind.SAME
        elif ruling.kind in VERDICTS:
            statuses[ruling.target_id] = VERDICTS[ruling.kind].value
    merged = _answers(conn, [pair for pair, one in same.items() if one])
    of = events.c
    for row in conn.execute(_touched()).all():
        if row.id not in merged and row.merged is not None:
            conn.execute(update(events).where(of.id == row.id).values(merged=None))
        if row.id not in statuses and row.status != UNTOUCHED:
            conn.execute(update(events).where(of.id == row.id).values(status=UNTOUCHED))
    for event, answer in merged.items():
        conn.execute(update(events).where(of.id == event).values(merged=answer))
    for event, status in statuses.items():
        conn.execute(update(events).where(of.id == event).values(status=status))


def _touched() -> Select[Any]:
    of = events.c
    return select(of.id, of.merged, of.status).where(or_(of.merged.is_not(None), of.status != UNTOUCHED))


def _answers(conn: Connection, pairs: list[frozenset[str]]) -> dict[str, str]:
    """For each event that another answers for, that other: by the pairs, and redirections between them."""
    of = events.c
    edges = [tuple(sorted(pair)) for pair in pairs]
    numbers: dict[str, int] = {}
    frontier = {event for edge in edges for event in edge}
    while frontier:  # redirections lead to and from other events of the same reports
        near = or_(of.id.in_(frontier), of.redirects.in_(frontier))
        rows = conn.execute(select(of.id, of.number, of.redirects).where(near)).all()
        numbers |= {row.id: row.number for row in rows}
        edges += [(row.id, row.redirects) for row in rows if row.redirects]
        frontier = {end for edge in edges for end in edge if end not in numbers} & _existing(conn, edges)
    group: dict[str, str] = {event: event for event in numbers}

    def root(event: str) -> str:
        while group[event] != event:
            event = group[event]
        return event

    for one, other in edges:
        if one in numbers and other in numbers:
            older, younger = sorted((root(one), root(other)), key=lambda event: numbers[event])
            group[younger] = older
    return {event: root(event) for event in group if root(event) != event}


def _existing(conn: Connection, edges: list[tuple[str, ...]]) -> set[str]:
    ends = {end for edge in edges for end in edge}
    return set(conn.scalars(select(events.c.id).where(events.c.id.in_(ends))))


def answering(conn: Connection) -> tuple[dict[str, str], set[str]]:
    """For each event that another answers for, that other; and those that members rejected."""
    of = events.c
    pointing = select(of.id, of.redirects, of.merged).where(
        of.redirects.is_not(None) | of.merged.is_not(None)
    )
    next_of = {row.id: row.merged or row.redirects for row in conn.execute(pointing)}
    answers = {}
    for event in next_of:
        answer = event
        for _ in range(len(next_of)):  # pointers lead to older events, so they end
            answer = next_of.get(answer, answer)
            if answer not in next_of:
                break
        answers[event] = answer
    return answers, set(conn.scalars(select(of.id).where(of.status == Status.REJECTED.value)))


def refused(conn: Connection) -> frozenset[str]:
    """Events that members rejected, with those that such a one answers for."""
    answers, rejected = answering(conn)
    return frozenset(
        rejected - answers.keys() | {one for one, answer in answers.items() if answer in rejected}
    )
