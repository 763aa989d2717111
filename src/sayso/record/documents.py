"""Which version of its report is a document, and what of it must be written?"""

from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from sayso.model.heard import Heard
from sayso.record.actors import note
from sayso.record.bulk import put_rows
from sayso.record.events import settled
from sayso.record.laying import lay
from sayso.record.looking import Before
from sayso.record.rows import Rows, failure_rows
from sayso.record.schema import (
    documents,
    events,
    failures,
    hops,
    inputs,
    mentions,
    parties,
    reports,
    statements,
    trends,
)
from sayso.record.settling import known_events, write_events
from sayso.record.values import Outcome


def put_document(
    conn: Connection,
    heard: Heard,
    rows: Rows,
    *,
    source: str,
    fetched: str,
    run: str,
    before: Before,
) -> Outcome:
    """Write one document read from the input `source`, of which the record knew `before`."""
    document = heard.document
    siblings = _siblings(conn, document.report) if before.report else None
    same = next((s for s in siblings or () if s.id == document.id), None)
    if same is not None and (same.input != source and (same.fetched, same.input) > (fetched, source)):
        return Outcome.UNCHANGED  # another page with the same text, fetched later, speaks for this document
    if same is not None and same.input == source and same.digest == rows.digest:
        return Outcome.UNCHANGED
    if siblings is None:
        of = document
        put_rows(conn, reports, [{"id": of.report, "name": of.name, "outlet": of.outlet, "url": of.url}])
    outcome = Outcome.VERSION if siblings else Outcome.NEW
    replaced = before.document if before.document not in (None, document.id) else None
    replaced = replaced if _alone(conn, replaced, source) else None
    outdated = [i for i in (replaced, same and same.id) if i]
    if outdated:
        old = failures.c.document.in_(outdated) & ~failures.c.resolved
        conn.execute(update(failures).where(old).values(resolved=True))
    values = rows.document | {"input": source, "fetched": fetched, "digest": rows.digest}
    if same is None:
        version = {"version": len(siblings or ()) + 1, "current": not siblings}
        put_rows(conn, documents, [values | version])
    else:
        outcome = Outcome.UNCHANGED if same.digest == rows.digest else Outcome.REREAD
        conn.execute(update(documents).where(documents.c.id == document.id).values(values))
        for table in (statements, mentions, trends):
            conn.execute(delete(table).where(table.c.document == document.id))
    if replaced:
        outcome = Outcome.REREAD
        _drop(conn, replaced, heir=document.report)
    fresh = siblings is None and not replaced
    _put_parts(conn, heard, rows, fresh=fresh, source=source, run=run)
    if not fresh:
        _order(conn, document.report)
        lay(conn, document.report)
    return outcome


def _siblings(conn: Connection, report: str) -> list[Any]:
    """The documents of a report."""
    of = documents.c
    return list(conn.execute(select(of.id, of.input, of.fetched, of.digest).where(of.report == report)))


def _alone(conn: Connection, document: str | None, source: str) -> bool:
    """Whether no other input came to that document."""
    if document is None:
        return False
    others = select(inputs.c.id).where(inputs.c.document == document, inputs.c.id != source)
    return conn.execute(others.limit(1)).first() is None


def _put_parts(conn: Connection, heard: Heard, rows: Rows, *, fresh: bool, source: str, run: str) -> None:
    """Statements, mentions with their events, trends, failures."""
    document = heard.document
    known = () if fresh else known_events(conn, document.report)
    found = settled(document, heard.mentions, reader=heard.reader, known=known)
    write_events(conn, document.report, found)
    told = [row | {"event": event} for row, event in zip(rows.mentions, found.events, strict=True)]
    for table, parts in (
        (statements, rows.statements),
        (hops, rows.hops),
        (mentions, told),
        (parties, rows.parties),
        (trends, rows.trends),
    ):
        put_rows(conn, table, parts)
    note(conn, document.report, rows.hops + rows.parties)
    failed = failure_rows(source, document.id, heard.failures, run)
    if failed:
        # The same failure of an earlier reading, resolved or not, gives way to this one.
        conn.execute(delete(failures).where(failures.c.id.in_([row["id"] for row in failed])))
        put_rows(conn, failures, failed)


def _drop(conn: Connection, document: str, *, heir: str) -> None:
    """Take away what a page was read as before; where its report has nothing else, another answers for it."""
    report = conn.execute(select(documents.c.report).where(documents.c.id == document)).scalar()
    conn.execute(delete(documents).where(documents.c.id == document))
    if report is None:
        return
    if report == heir:
        conn.execute(update(reports).where(reports.c.id == heir).values(redirects=None))
    elif conn.execute(select(func.count()).where(documents.c.report == report)).scalar():
        _order(conn, report)
    else:
        moved = (reports.c.id == report) | (reports.c.redirects == report)
        conn.execute(update(reports).where(moved, reports.c.id != heir).values(redirects=heir))
        conn.execute(update(reports).where(reports.c.id == heir).values(redirects=None))
        conn.execute(update(events).where(events.c.report == report).values(report=heir))


def _order(conn: Connection, report: str) -> None:
    """Number the versions in order of fetching; the newest is current."""
    of = documents.c
    found = conn.execute(
        select(of.id, of.version, of.current).where(of.report == report).order_by(of.fetched, of.input)
    ).all()
    for version, row in enumerate(found, 1):
        wanted = version, version == len(found)
        if (row.version, row.current) != wanted:
            values = {"version": version, "current": version == len(found)}
            conn.execute(update(documents).where(of.id == row.id).values(values))
