"""Which actors are in the record, which of them are one, and where does a name mean another?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from sayso.model.actor import BY_NAME, Actor
from sayso.model.ids import digest
from sayso.model.ruling import Ruling, RulingKind, TargetKind
from sayso.record.bulk import put_rows
from sayso.record.codec import decoded
from sayso.record.fold import in_force
from sayso.record.open import Record
from sayso.record.rows import Row, plain
from sayso.record.schema import actors, documents, hops, parties, rulings

_TABLES = (hops, parties)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """An actor as the record holds it."""

    id: str
    name: str  # as first told, or as a member gave it
    answers: str  # id of the actor that answers for it: its own, unless members made it one with another
    parted: str | None = None  # the actor from whom a member told it apart
    report: str | None = None  # where that holds


def part_id(actor: str, report: str) -> str:
    """The id of whom a name means in one report, once a member ruled that it is another there."""
    return digest("actor", actor, report)


def known_actors(record: Record) -> tuple[KnownActor, ...]:
    """All actors, in order of birth."""
    with record.reading() as conn:
        rows = conn.execute(select(actors).order_by(actors.c.number)).all()
    return tuple(
        KnownActor(
            id=row.id, name=row.name, answers=row.merged or row.id, parted=row.parted, report=row.report
        )
        for row in rows
    )


def note(conn: Connection, report: str, told: Iterable[Row]) -> None:
    """Keep the actors of rows of voices and parties that were just written, and lay the rulings on them."""
    names = {str(row["actor"]): str(row["who"]) for row in reversed(list(told)) if row.get("actor")}
    if not names:
        return
    known = set(conn.scalars(select(actors.c.id).where(actors.c.id.in_(names))))
    born = [_row(one, name) for one, name in sorted(names.items()) if one not in known]
    if born:
        put_rows(conn, actors, born)
    held = select(actors.c.id, actors.c.parted).where(actors.c.report == report, actors.c.parted.in_(names))
    for row in conn.execute(held).all():
        _move(conn, report, row.parted, row.id)


def _row(name_id: str, name: str) -> Row:
    return {"id": name_id, "name": name, "plain": plain(name)}


def _move(conn: Connection, report: str, old: str, new: str) -> None:
    inside = select(documents.c.id).where(documents.c.report == report)
    for table in _TABLES:
        of = table.c
        conn.execute(update(table).where(of.actor == old, of.document.in_(inside)).values(actor=new))


def on_actors(conn: Connection) -> list[Ruling]:
    """The rulings on actors that hold, in order."""
    wanted = select(rulings.c.body).where(rulings.c.target == TargetKind.ACTOR.value)
    return in_force([decoded(Ruling, b) for b in conn.scalars(wanted.order_by(rulings.c.number))])[0]


def settle_actors(conn: Connection) -> None:
    """Lay all rulings on actors over the record anew: those added, those told apart, those made one."""
    hold = on_actors(conn)
    for ruling in hold:
        if ruling.kind is RulingKind.ADD and ruling.value is not None:
            _add(conn, decoded(Actor, ruling.value), ruling.value)
    _part(conn, {(r.target_id, r.report) for r in hold if _parts(r) and r.report is not None})
    same = {frozenset((r.target_id, r.other_id)): r.kind for r in hold if r.other_id is not None}
    answers = _answers(conn, [pair for pair, kind in same.items() if kind is RulingKind.SAME])
    of = actors.c
    before = {
        row.id: row.merged for row in conn.execute(select(of.id, of.merged).where(of.merged.is_not(None)))
    }
    for one in before.keys() | answers.keys():
        if before.get(one) != answers.get(one):
            conn.execute(update(actors).where(of.id == one).values(merged=answers.get(one)))


def _parts(ruling: Ruling) -> bool:
    return ruling.kind is RulingKind.DIFFERENT and ruling.other_id is None


def _add(conn: Connection, actor: Actor, body: str) -> None:
    values = {"name": actor.name, "plain": plain(actor.name), "body": body}
    of = actors.c
    if conn.execute(select(of.id).where(of.id == actor.id)).first():
        conn.execute(update(actors).where(of.id == actor.id).values(values))
    else:
        put_rows(conn, actors, [{"id": actor.id, **values}])


def _part(conn: Connection, wanted: set[tuple[str, str]]) -> None:
    """Make and use the actors told apart; give back what is told apart no longer."""
    of = actors.c
    rows = conn.execute(select(of.id, of.parted, of.report).where(of.parted.is_not(None))).all()
    held = {(row.parted, row.report): row.id for row in rows if row.report is not None}
    for (actor, report), part in held.items():
        if (actor, report) not in wanted:
            _move(conn, report, part, actor)
            conn.execute(update(actors).where(of.id == part).values(report=None))
    known = {row.id for row in rows}
    for actor, report in sorted(wanted - held.keys()):
        part = part_id(actor, report)
        name = conn.execute(select(of.name).where(of.id == actor)).scalar() or actor
        if part in known:
            conn.execute(update(actors).where(of.id == part).values(report=report))
        else:
            put_rows(conn, actors, [_row(part, name) | {"parted": actor, "report": report}])
        _move(conn, report, actor, part)


def _answers(conn: Connection, pairs: list[frozenset[str]]) -> dict[str, str]:
    """For each actor that another answers for, that other: one that a table lists, else the oldest."""
    ids = {one for pair in pairs for one in pair}
    if not ids:
        return {}
    of = actors.c
    rows = conn.execute(select(of.id, of.number, of.parted).where(of.id.in_(ids))).all()
    rank = {row.id: (row.id.startswith(BY_NAME) or row.parted is not None, row.number) for row in rows}
    group = {one: one for one in rank}

    def root(one: str) -> str:
        while group[one] != one:
            one = group[one]
        return one

    for pair in pairs:
        ends = [root(one) for one in pair if one in group]
        if len(ends) == 2 and ends[0] != ends[1]:
            first, second = sorted(ends, key=rank.__getitem__)
            group[second] = first
    return {one: root(one) for one in group if root(one) != one}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """Whom ids of the machine's work mean after the rulings."""

    parted: Mapping[tuple[str, str], str]  # by actor and report
    answers: Mapping[str, str]

    def of(self, actor: str | None, report: str) -> str | None:
        """The actor that is meant in that report."""
        if actor is None:
            return None
        part = self.parted.get((actor, report), actor)
        return self.answers.get(part, part)

    def __bool__(self) -> bool:
        return bool(self.parted or self.answers)


def meanings(conn: Connection) -> Meanings:
    """What the rulings on actors say, as laid over the record."""
    of = actors.c
    ruled = select(of.id, of.parted, of.report, of.merged).where(
        of.merged.is_not(None) | of.report.is_not(None)
    )
    rows = conn.execute(ruled).all()
    return Meanings(
        parted={(row.parted, row.report): row.id for row in rows if row.report is not None},
        answers={row.id: row.merged for row in rows if row.merged is not None},
    )
