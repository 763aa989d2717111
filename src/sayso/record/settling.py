"""How are events read from the record and written to it?"""

from sqlalchemy import Connection, select, update

from sayso.model.ruling import Anchor
from sayso.record.bulk import put_rows
from sayso.record.codec import decoded, encoded
from sayso.record.events import Known, Settled
from sayso.record.rows import Row
from sayso.record.schema import events


def known_events(conn: Connection, report: str) -> tuple[Known, ...]:
    """The events that were born in a report, oldest first."""
    rows = conn.execute(select(events).where(events.c.report == report).order_by(events.c.number))
    return tuple(
        Known(
            id=row.id,
            founding=row.founding,
            type=row.type,
            anchor=decoded(Anchor, row.anchor),
            redirects=row.redirects,
        )
        for row in rows
    )


def write_events(conn: Connection, report: str, found: Settled, *, redirect: bool = True) -> None:
    """Write the births and, where this document speaks for its report, the redirections."""
    if found.born:
        rows: list[Row] = [
            {
                "id": event.id,
                "report": report,
                "founding": event.founding,
                "type": event.type,
                "anchor": encoded(event.anchor),
            }
            for event in found.born
        ]
        put_rows(conn, events, rows)
    for event, target in found.redirects if redirect else ():
        conn.execute(update(events).where(events.c.id == event).values(redirects=target))
