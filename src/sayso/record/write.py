"""How does what was heard of one page come into the record: all of it, or nothing?"""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Connection, insert, select, update

from sayso.errors import RecordError
from sayso.model.failure import Failure
from sayso.model.heard import Heard
from sayso.model.ids import digest
from sayso.model.page import Page
from sayso.record import inputs
from sayso.record.codec import clock
from sayso.record.documents import put_document
from sayso.record.inputs import Came, clean, input_id
from sayso.record.looking import look
from sayso.record.open import Record
from sayso.record.rows import failure_rows, rows_of
from sayso.record.schema import failures, runs
from sayso.record.values import Outcome


def begin(record: Record, *, command: str, version: str, at: datetime | None = None) -> str:
    """Write down that a run has begun; the answer is its id, to be handed to all that it writes."""
    run = digest("run", uuid4().hex)
    row = {
        "id": run,
        "started": clock(at or datetime.now(UTC)),
        "command": clean(command),
        "version": version,
    }
    with record.writing() as conn:
        conn.execute(insert(runs), row)
    return run


def done(record: Record, run: str, *, at: datetime | None = None) -> None:
    """Write down that a run has ended of itself; one that was killed never has an end."""
    with record.writing() as conn:
        conn.execute(update(runs).where(runs.c.id == run).values(ended=clock(at or datetime.now(UTC))))


def put_heard(record: Record, page: Page, heard: Heard, *, run: str, extractor: str) -> Outcome:
    """Write a page and all that was heard of it in one transaction. The same again changes nothing.

    `extractor` is the name and version of what made the document of the page ("html/1"), as `heard.reader` is
    of what read it. PageError (reason "surrogate") where the text has no UTF-8; RecordError where it cannot
    be written.
    """
    sha256 = page.sha256
    if heard.document.page != sha256:
        raise RecordError(f"{page.name!r}: the document was made of other bytes than these")
    rows = rows_of(heard)
    key = input_id(page, sha256)
    came = Came(document=heard.document.id, extractor=extractor, reader=heard.reader, run=run)
    with record.writing() as conn:
        before = look(conn, key, sha256=sha256, report=heard.document.report, name=clean(page.name))
        fetched = before.fetched or clock(page.fetched)
        if not before.page:
            inputs.keep_page(conn, page, sha256)
        outcome = put_document(conn, heard, rows, source=key, fetched=fetched, run=run, before=before)
        if before.failed and before.document is None:
            inputs.resolve(conn, key, name=page.name, source=page.source, run=run)
        if not before.known:
            inputs.keep(conn, key, page=page, sha256=sha256, came=came)
        elif (before.document, before.extractor, before.reader) != (came.document, extractor, heard.reader):
            inputs.advance(conn, key, came)
    return outcome


def put_failure(
    record: Record, failure: Failure, *, run: str, page: Page | None = None, extractor: str = ""
) -> Outcome:
    """Keep the failure of an input of which no document came, with its bytes where they were had.

    The same reason again is not doubled; another reason takes its place (the old one stays, resolved). An
    input that had come to a document keeps it: the failure is of the newer extractor then.
    """
    failure = replace(failure, name=clean(failure.name), detail=clean(failure.detail))
    with record.writing() as conn:
        key = digest("input", failure.name) if page is None else input_id(page, page.sha256)
        _keep_failed(conn, key, failure, page=page, run=run, extractor=extractor)
        (row,) = failure_rows(key, None, (failure,), run)
        mine = failures.c.input == key
        others = mine & failures.c.document.is_(None) & (failures.c.id != row["id"]) & ~failures.c.resolved
        conn.execute(update(failures).where(others).values(resolved=True))
        same = failures.c.id == row["id"]
        known = conn.execute(select(failures.c.resolved, failures.c.run).where(same)).first()
        if known is None:
            conn.execute(insert(failures), row)
        elif known.resolved or known.run != run:  # the run that last met it: see `inputs.resolve`
            conn.execute(update(failures).where(same).values(resolved=False, run=run))
    return Outcome.NEW if known is None or known.resolved else Outcome.UNCHANGED


def _keep_failed(
    conn: Connection, key: str, failure: Failure, *, page: Page | None, run: str, extractor: str
) -> None:
    """The input of a failure: new, or known and still without a document."""
    sha256 = page.sha256 if page else ""
    before = look(conn, key, sha256=sha256)
    if page is None:
        if not before.known:
            inputs.keep_nameless(conn, key, name=failure.name, run=run)
        return
    came = Came(document=None, extractor=extractor, reader=None, run=run)
    if not before.page:
        inputs.keep_page(conn, page, sha256)
    if not before.known:
        inputs.keep(conn, key, page=page, sha256=sha256, came=came)
    elif before.document is None and before.extractor != extractor:
        inputs.advance(conn, key, came)
