"""What was heard, of which pages, and what failed?"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, select

from sayso.model.failure import Failure
from sayso.model.heard import Heard
from sayso.model.page import Page
from sayso.record import schema
from sayso.record.codec import decoded
from sayso.record.hearing import heard_in
from sayso.record.inputs import input_id, page_of
from sayso.record.open import Record


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


def all_heard(record: Record, *, current: bool = True) -> Iterator[Heard]:
    """What was heard of each document, in order of reading; `current` leaves older versions out."""
    of = schema.documents.c
    with record.reading() as conn:
        wanted = select(of.id).where(of.current) if current else select(of.id)
        ids = list(conn.scalars(wanted.order_by(of.number)))
    for document in ids:
        yield heard(record, document)


def pages(record: Record, *, reader: str | None = None, extractor: str | None = None) -> Iterator[Page]:
    """Each page as it was handed in, in order of fetching, to be read again; those that this reader and this
    extractor have already read are left out. One at a time: memory stays flat and others may write."""
    of = schema.inputs.c
    read_by: list[ColumnElement[bool]] = [of.document.is_not(None)]
    read_by += [of.reader == reader] if reader is not None else []
    read_by += [of.extractor == extractor] if extractor is not None else []
    wanted = select(of.id).where(of.page.is_not(None)).order_by(of.fetched, of.id)
    if len(read_by) > 1:
        wanted = wanted.where(~and_(*read_by))
    with record.reading() as conn:
        keys = list(conn.scalars(wanted))
    found = select(schema.inputs, schema.pages.c.content).join(schema.pages, schema.pages.c.sha256 == of.page)
    for key in keys:
        with record.reading() as conn:
            row = conn.execute(found.where(of.id == key)).one()
        yield page_of(row)


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
