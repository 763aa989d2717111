"""What was heard, of which pages, and what failed?

The chronology stands in `chronology`, the list of reports in `reports`; both can be had from here as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select

from sayso.errors import RecordError
from sayso.model.failure import Failure
from sayso.model.heard import Heard
from sayso.model.page import Page
from sayso.record import schema
from sayso.record.chronology import REJECTED, Row, Telling, chronology, event
from sayso.record.codec import decoded
from sayso.record.filters import Filters
from sayso.record.hearing import TOGETHER, all_in, heard_in, holding_in
from sayso.record.inputs import input_id, page_of
from sayso.record.merges import refused
from sayso.record.open import Record
from sayso.record.reports import Report, Version, report, reports

__all__ = [
    "Failed",
    "Filters",
    "Report",
    "Row",
    "Telling",
    "Version",
    "all_heard",
    "chronology",
    "count",
    "event",
    "failures",
    "heard",
    "holding",
    "known",
    "known_document",
    "page",
    "pages",
    "report",
    "reports",
]


def known_document(record: Record, page: Page, *, reader: str, extractor: str) -> str | None:
    """The document that exactly this page under this name, with what the caller said of it, came to by these
    versions; None where it must be read. What failed is tried again: its cause may be gone, and the same
    failure is not doubled."""
    of = schema.inputs.c
    same = of.id == input_id(page, page.sha256), of.reader == reader, of.extractor == extractor
    with record.reading() as conn:
        found: str | None = conn.execute(select(of.document).where(*same)).scalar()
        return found


def known(record: Record, page: Page, *, reader: str, extractor: str) -> bool:
    """Whether `known_document` has an answer: a resumed run skips the page."""
    return known_document(record, page, reader=reader, extractor=extractor) is not None


def heard(record: Record, document: str) -> Heard:
    """All that the machine made of one document, as it made it: rulings do not show. RecordError for an
    unknown id."""
    with record.reading() as conn:
        return heard_in(conn, document)


def holding(record: Record, document: str) -> Heard:
    """What holds of one document after the rulings: values amended, items added, nothing rejected."""
    with record.reading() as conn:
        return holding_in(conn, document)


def all_heard(record: Record, *, current: bool = True, ruled: bool = False) -> Iterator[Heard]:
    """What was heard of each document, in order of reading; `current` leaves older versions out, `ruled`
    gives what holds after the rulings, without reports that were rejected."""
    of = schema.documents.c
    with record.reading() as conn:
        wanted = select(of.id).where(of.current) if current else select(of.id)
        if ruled:
            wanted = wanted.where(of.status != REJECTED)
        ids = list(conn.scalars(wanted.order_by(of.number)))
        without = refused(conn) if ruled else frozenset[str]()
    for start in range(0, len(ids), TOGETHER):
        some = ids[start : start + TOGETHER]
        with record.reading() as conn:
            found = all_in(conn, some, ruled=ruled, without=without)
        yield from (found[document] for document in some)


def pages(record: Record, *, reader: str | None = None, extractor: str | None = None) -> Iterator[Page]:
    """Each page as it was handed in, in order of fetching, to be read again; those that this reader and this
    extractor have already read are left out. One at a time: memory stays flat and others may write."""
    of = schema.inputs.c
    with record.reading() as conn:
        keys = list(conn.scalars(_to_read(reader, extractor).order_by(of.fetched, of.id)))
    found = select(schema.inputs, schema.pages.c.content).join(schema.pages, schema.pages.c.sha256 == of.page)
    for key in keys:
        with record.reading() as conn:
            row = conn.execute(found.where(of.id == key)).one()
        yield page_of(row)


def count(record: Record, *, reader: str | None = None, extractor: str | None = None) -> int:
    """How many pages `pages` yields."""
    wanted = select(func.count()).select_from(_to_read(reader, extractor).subquery())
    with record.reading() as conn:
        return conn.execute(wanted).scalar_one()


def _to_read(reader: str | None, extractor: str | None) -> Select[Any]:
    of = schema.inputs.c
    read_by: list[ColumnElement[bool]] = [of.document.is_not(None)]
    read_by += [of.reader == reader] if reader is not None else []
    read_by += [of.extractor == extractor] if extractor is not None else []
    wanted = select(of.id).where(of.page.is_not(None))
    return wanted.where(~and_(*read_by)) if len(read_by) > 1 else wanted


def page(record: Record, document: str) -> Page:
    """The page that a document was read from, with its bytes. RecordError for an unknown id."""
    of, d = schema.inputs.c, schema.documents.c
    found = select(schema.inputs, schema.pages.c.content).join(schema.pages, schema.pages.c.sha256 == of.page)
    with record.reading() as conn:
        row = conn.execute(found.join(schema.documents, d.input == of.id).where(d.id == document)).first()
    if row is None:
        raise RecordError(f"the record has no document {document!r}: `sayso show report` lists the reports")
    return page_of(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A failure as the record keeps it."""

    failure: Failure
    resolved: bool  # the input came to a document later, or failed for another reason
    run: str


def failures(record: Record, *, resolved: bool = False) -> tuple[Failed, ...]:
    """What failed, by name; `resolved` lists also what is over."""
    of = schema.failures.c
    wanted = select(of.body, of.resolved, of.run, of.document).order_by(of.name, of.input, of.position, of.id)
    with record.reading() as conn:
        rows = conn.execute(wanted if resolved else wanted.where(~of.resolved)).all()
    return tuple(
        Failed(failure=decoded(Failure, row.body), resolved=row.resolved, run=row.run) for row in rows
    )
