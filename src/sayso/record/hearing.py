"""How is one document with its parts put together again from the tables?"""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, Table, func, select

from sayso.errors import RecordError
from sayso.model.document import Document
from sayso.model.failure import Failure
from sayso.model.heard import Heard
from sayso.model.mention import Mention, Trend
from sayso.model.statement import Statement
from sayso.record.codec import decoded
from sayso.record.schema import documents, failures, mentions, statements, trends


def heard_in(conn: Connection, document: str) -> Heard:
    """All that the machine made of one document, as it made it. RecordError for an unknown id."""
    return _heard(conn, document, ruled=False)


def holding_in(conn: Connection, document: str) -> Heard:
    """What holds of one document after the rulings: values amended, items added, nothing rejected."""
    return _heard(conn, document, ruled=True)


def _heard(conn: Connection, document: str, *, ruled: bool) -> Heard:
    head = conn.execute(select(documents).where(documents.c.id == document)).first()
    if head is None:
        raise RecordError(f"the record has no document {document!r}: `sayso show report` lists the reports")
    trending = select(trends.c.body).where(trends.c.document == document).order_by(trends.c.position)
    failed = select(failures.c.body).where(failures.c.document == document, ~failures.c.resolved)
    body = head.folded if ruled and head.folded is not None else head.body
    return Heard(
        document=replace(decoded(Document, body), text=head.text),
        reader=head.reader,
        statements=tuple(decoded(Statement, b) for b in _bodies(conn, statements, document, ruled=ruled)),
        mentions=tuple(decoded(Mention, b) for b in _bodies(conn, mentions, document, ruled=ruled)),
        trends=tuple(decoded(Trend, b) for b in conn.scalars(trending)),
        failures=tuple(decoded(Failure, b) for b in conn.scalars(failed.order_by(failures.c.position))),
    )


def _bodies(conn: Connection, table: Table, document: str, *, ruled: bool) -> Sequence[str]:
    of = table.c
    body = func.coalesce(of.folded, of.body) if ruled else of.body
    wanted = select(body).where(of.document == document).order_by(of.position)
    return conn.scalars(wanted.where(of.status != "rejected") if ruled else wanted.where(of.machine)).all()
