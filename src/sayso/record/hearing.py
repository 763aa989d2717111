"""How is one document with its parts put together again from the tables?"""

from dataclasses import replace

from sqlalchemy import Connection, select

from sayso.errors import RecordError
from sayso.model.document import Document
from sayso.model.failure import Failure
from sayso.model.heard import Heard
from sayso.model.mention import Mention, Trend
from sayso.model.statement import Statement
from sayso.record.codec import decoded
from sayso.record.schema import documents, failures, mentions, statements, trends


def heard_in(conn: Connection, document: str) -> Heard:
    """All that the machine made of one document, within a transaction. RecordError for an unknown id."""
    head = conn.execute(select(documents).where(documents.c.id == document)).first()
    if head is None:
        raise RecordError(f"the record has no document {document!r}: `sayso show` lists the reports")
    said = select(statements.c.body).where(statements.c.document == document, statements.c.machine)
    told = select(mentions.c.body).where(mentions.c.document == document, mentions.c.machine)
    trending = select(trends.c.body).where(trends.c.document == document)
    failed = select(failures.c.body).where(failures.c.document == document, ~failures.c.resolved)
    return Heard(
        document=replace(decoded(Document, head.body), text=head.text),
        reader=head.reader,
        statements=tuple(decoded(Statement, b) for b in conn.scalars(said.order_by(statements.c.position))),
        mentions=tuple(decoded(Mention, b) for b in conn.scalars(told.order_by(mentions.c.position))),
        trends=tuple(decoded(Trend, b) for b in conn.scalars(trending.order_by(trends.c.position))),
        failures=tuple(decoded(Failure, b) for b in conn.scalars(failed.order_by(failures.c.position))),
    )
