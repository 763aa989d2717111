"""What happened, in order of time, and which documents tell of it?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from sayso.model.event import Event
from sayso.model.heard import Heard
from sayso.model.mention import Mention
from sayso.model.statement import Statement
from sayso.record import schema
from sayso.record.filters import Filters, conditions, in_passage, sure_enough
from sayso.record.hearing import all_in
from sayso.record.merges import answering
from sayso.record.open import Record
from sayso.record.reports import id_of

AT_HAND = 2000  # documents kept decoded while events are listed (20-60 KB each): of 2,000 reports of one day,
# told in 19,000 events, each was decoded 4.6 times with 64 of them
TOGETHER = 50  # events fetched with one question: one by one, 24,000 took 12 s, most of it in asking
REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event as one mention of one document tells it, after the rulings."""

    heard: Heard  # the document and all that holds in it
    mention: Mention
    status: str  # "untouched", "accepted", "amended", "added"
    current: bool  # False: in a version of the report that another has followed

    @property
    def statement(self) -> Statement | None:
        """The statement that it stands in, with its chain; None in the outlet's own voice."""
        return next((s for s in self.heard.statements if s.id == self.mention.statement), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event of the chronology."""

    event: Event
    earliest: date | None  # of the telling that dates it most closely
    latest: date | None
    tellings: tuple[Telling, ...]  # in order of publication and of position


def chronology(record: Record, filters: Filters | None = None) -> Iterator[Row]:
    """Events told in current documents, after the rulings, the earliest first, those of one time and the
    undated (which come last) by publication; each once, with all its tellings, if one of them passes the
    filters; those less sure than is wanted are left out. Whatever order the reports were read in. Lazy:
    memory holds dates only."""
    filters = filters or Filters()
    with record.reading() as conn:
        answers, refused = answering(conn)
        dated: dict[str, list[tuple[date | None, date | None]]] = {}
        told: dict[str, int] = {}
        members: dict[str, set[str]] = {}
        m = schema.mentions.c
        sure = sure_enough(filters.least)
        everything = _told(m.event, m.earliest, m.latest).where(*sure).order_by(*_in_order())
        for event, earliest, latest in conn.execute(everything):
            answer = answers.get(event, event)
            dated.setdefault(answer, []).append((_day(earliest), _day(latest)))
            members.setdefault(answer, set()).add(event)
            told.setdefault(answer, len(told))
        wanted = {answers.get(event, event) for event in _passing(conn, filters)} - refused
    when = {event: _closest(dated[event]) for event in wanted}
    ordered = sorted(wanted, key=lambda event: (*_order(when[event]), told[event]))
    at_hand = _AtHand(record)
    for start in range(0, len(ordered), TOGETHER):
        some = ordered[start : start + TOGETHER]
        answered = {member: event for event in some for member in members[event]}
        rows = _rows(record, answered, at_hand, least=filters.least)
        yield from (rows[event] for event in some)


def event(record: Record, name: str) -> Row:
    """One event by its id or the first digits of it; of one that was joined to another, that other. Where no
    current document tells of it any more: with the tellings of older versions."""
    of = schema.events.c
    with record.reading() as conn:
        found = id_of(
            conn, of.id, name, missing=f"no event has the id {name!r}; `sayso show chronology` lists"
        )
        answers, _ = answering(conn)
        found = answers.get(found, found)
        members = {found: found} | {one: answer for one, answer in answers.items() if answer == found}
    at_hand = _AtHand(record)
    row = _rows(record, members, at_hand)[found]
    if not row.tellings:
        row = _rows(record, members, at_hand, current=False)[found]
    return row


def _told(*columns: Any) -> Select[Any]:
    """Mentions that hold, in current documents that hold."""
    m, d = schema.mentions.c, schema.documents.c
    joined = select(*columns).join(schema.documents, d.id == m.document)
    return joined.where(d.current, d.status != REJECTED, m.status != REJECTED)


def _in_order() -> tuple[ColumnElement[Any], ...]:
    """By publication and place in the text: the same whatever order the reports were read in."""
    m, d = schema.mentions.c, schema.documents.c
    return d.published.is_(None), d.published, d.name, d.id, m.position


def _passing(conn: Connection, filters: Filters) -> Iterator[str]:
    """The events of the mentions that pass the filters."""
    m, d = schema.mentions.c, schema.documents.c
    columns = [m.event] if filters.text is None else [m.event, m.start, d.text, d.body]
    rows = conn.execute(_told(*columns).where(*conditions(conn, filters)))
    for row in rows:
        if filters.text is None or in_passage(filters.text, row.text, row.body, row.start):
            yield row.event


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _closest(dates: list[tuple[date | None, date | None]]) -> tuple[date | None, date | None]:
    """The narrowest of several intervals, the first of equals; open ones after closed ones."""

    def width(both: tuple[date | None, date | None]) -> int:
        earliest, latest = both
        if earliest and latest:
            return (latest - earliest).days
        return date.max.toordinal() if earliest or latest else date.max.toordinal() + 1

    return min(dates, key=width)


def _order(when: tuple[date | None, date | None]) -> tuple[date, date]:
    earliest, latest = when
    return earliest or latest or date.max, latest or date.max


class _AtHand:
    """Documents after the rulings, those last asked for kept."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.kept: dict[str, Heard] = {}

    def all_of(self, documents: Sequence[str]) -> dict[str, Heard]:
        """Those documents, what is not at hand fetched together."""
        missing = [document for document in documents if document not in self.kept]
        with self.record.reading() as conn:
            fetched = all_in(conn, missing, ruled=True)
        found = {document: fetched.get(document) or self.kept.pop(document) for document in documents}
        self.kept |= found  # at the end: those last asked for go last
        for document in list(self.kept)[: max(0, len(self.kept) - AT_HAND)]:
            del self.kept[document]
        return found


def _rows(
    record: Record,
    answers: dict[str, str],
    at_hand: _AtHand,
    *,
    current: bool = True,
    least: float | None = None,
) -> dict[str, Row]:
    """The rows of some events: `answers` gives for each of them, and for each that it answers for, its id."""
    m, d, e = schema.mentions.c, schema.documents.c, schema.events.c
    told = select(m.event, m.document, m.id, m.status, d.current, m.earliest, m.latest)
    told = told.join(schema.documents, d.id == m.document).where(m.event.in_(answers), m.status != REJECTED)
    told = told.where(d.status != REJECTED, *sure_enough(least)).order_by(*_in_order())
    with record.reading() as conn:
        founding = conn.execute(select(e.id, e.founding).where(e.id.in_(set(answers.values())))).all()
        mentioned = conn.execute(told.where(d.current) if current else told).all()
    tellings: dict[str, list[Telling]] = {row.id: [] for row in founding}
    dates: dict[str, list[tuple[date | None, date | None]]] = {row.id: [] for row in founding}
    documents = at_hand.all_of(list(dict.fromkeys(row.document for row in mentioned)))
    for row in mentioned:
        heard = documents[row.document]
        mention = next((one for one in heard.mentions if one.id == row.id), None)
        if mention is not None:
            telling = Telling(heard=heard, mention=mention, status=row.status, current=row.current)
            tellings[answers[row.event]].append(telling)
            dates[answers[row.event]].append((_day(row.earliest), _day(row.latest)))
    rows = {}
    for event in founding:
        earliest, latest = _closest(dates[event.id] or [(None, None)])
        ids = tuple(telling.mention.id for telling in tellings[event.id])
        rows[event.id] = Row(
            event=Event(id=event.id, founding=event.founding, mentions=ids),
            earliest=earliest,
            latest=latest,
            tellings=tuple(tellings[event.id]),
        )
    return rows
