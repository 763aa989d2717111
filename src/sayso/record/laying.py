"""How do rulings come to lie over the machine's work in the tables?

The log is the truth; what is written here can be made anew from it at any time. The searched columns of
statements, mentions and documents show what holds; `body` keeps what the machine made.
"""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Connection, Select, Table, delete, insert, or_, select, update

from sayso.model.document import Document
from sayso.model.mention import Mention
from sayso.model.ruling import Ruling
from sayso.model.statement import Statement
from sayso.record.actors import note
from sayso.record.codec import decoded, encoded
from sayso.record.events import settled
from sayso.record.fold import Folded, Item, fold
from sayso.record.hearing import heard_in
from sayso.record.merges import merge
from sayso.record.rows import Row, document_row, hop_rows, mention_row, party_rows, statement_row
from sayso.record.schema import documents, hops, mentions, parties, reports, rulings, statements
from sayso.record.settling import known_events, write_events

T = TypeVar("T", Statement, Mention)


def reports_of(report: str) -> Select[tuple[str]]:
    """The ids under which a report was ever known: its own and those that redirect to it."""
    return select(reports.c.id).where(or_(reports.c.id == report, reports.c.redirects == report))


def rulings_on(conn: Connection, report: str) -> list[Ruling]:
    """The rulings on a report, in the order of the log."""
    wanted = select(rulings.c.body).where(rulings.c.report.in_(reports_of(report)))
    return [decoded(Ruling, body) for body in conn.scalars(wanted.order_by(rulings.c.number))]


def folded_in(conn: Connection, document: str, report: str) -> Folded:
    """One document after the rulings on its report."""
    return fold(heard_in(conn, document), rulings_on(conn, report))


def lay(conn: Connection, report: str) -> None:
    """Fold the rulings on a report over all its documents anew. Where none was ever made: nothing."""
    found = rulings_on(conn, report)
    if not found:
        return
    of = documents.c
    versions = conn.execute(select(of.id, of.current).where(of.report == report).order_by(of.version)).all()
    for row in versions:
        heard = heard_in(conn, row.id)
        folded = fold(heard, found)
        document = heard.document
        _lay_document(conn, folded.document, reader=heard.reader)
        _lay_items(
            conn,
            statements,
            document,
            folded.statements,
            [statement_row(document, i, item.value) for i, item in enumerate(folded.statements)],
        )
        voices = [hop_rows(document, i, s.value) for i, s in enumerate(folded.statements)]
        _lay_parts(conn, hops, document, voices)
        told = [item.value for item in folded.mentions]
        events = settled(
            document, told, reader=heard.reader, known=known_events(conn, report), joins=folded.joins
        )
        write_events(conn, report, events, redirect=row.current)
        _lay_items(
            conn,
            mentions,
            document,
            folded.mentions,
            [mention_row(document, i, m) | {"event": events.events[i]} for i, m in enumerate(told)],
        )
        acting = [party_rows(document, i, m) for i, m in enumerate(told)]
        _lay_parts(conn, parties, document, acting)
        note(conn, report, [row for part in (*voices, *acting) for row in part])
    merge(conn)


def _lay_document(conn: Connection, item: Item[Document], *, reader: str) -> None:
    """The columns that show what holds; the machine's document stays in `body`."""
    row = document_row(item.value, reader=reader)
    body = row.pop("body")
    shown = {name: row[name] for name in ("outlet", "outlet_plain", "title", "published", "language", "url")}
    folded = None if item.value == item.machine else body
    values = shown | {"folded": folded, "status": item.status.value}
    conn.execute(update(documents).where(documents.c.id == item.value.id).values(values))


def _lay_items(
    conn: Connection, table: Table, document: Document, items: Sequence[Item[T]], rows: list[Row]
) -> None:
    """Update the rows that changed, add those that members added, take away those that were undone."""
    of = table.c
    before = {row.position: row for row in conn.execute(select(table).where(of.document == document.id))}
    for position, (item, row) in enumerate(zip(items, rows, strict=True)):
        row["status"] = item.status.value
        row["machine"] = item.machine is not None
        row["folded"] = row["body"] if item.machine not in (None, item.value) else None
        row["body"] = row["body"] if item.machine is None else encoded(item.machine)
        old = before.pop(position, None)
        if old is None:
            conn.execute(insert(table), row)
        elif any(getattr(old, name) != value for name, value in row.items()):
            conn.execute(update(table).where(of.number == old.number).values(row))
    if before:
        conn.execute(delete(table).where(of.number.in_([row.number for row in before.values()])))


def _lay_parts(conn: Connection, table: Table, document: Document, rows: list[list[Row]]) -> None:
    """Hops or parties, written anew."""
    conn.execute(delete(table).where(table.c.document == document.id))
    flat = [row for part in rows for row in part]
    if flat:
        conn.execute(insert(table), flat)
