"""How do values of the record become those that are printed and exported?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.cli.render_report import ReportRow, title_of
from sayso.exchange.chronology import Telling
from sayso.model.heard import Heard
from sayso.model.page import Page
from sayso.record import read as records
from sayso.record.filters import Filters
from sayso.record.least import at_least
from sayso.record.open import Record, open_record

Happening = tuple[str, tuple[Telling, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One document as it holds now, with its page."""

    heard: Heard
    page: Page
    version: int


def opened(path: str) -> Record:
    """The record, which must exist."""
    return open_record(path, create=False)


def happenings(record: Record, wanted: Filters) -> Iterator[Happening]:
    """The events wanted in order of time, the undated last, each with all that tell it."""
    return map(_happening, records.chronology(record, wanted))


def event_of(record: Record, name: str) -> Happening:
    """One event by its id or the first digits of it."""
    return _happening(records.event(record, name))


def _happening(row: records.Row) -> Happening:
    return row.event.id, tuple(Telling(heard=told.heard, mention=told.mention) for told in row.tellings)


def documents(record: Record, wanted: Filters) -> Iterator[tuple[Heard, Page]]:
    """The newest version of each report, rulings laid over; with filters: of those that tell such events.
    Where it is wanted how sure the reader must be, without what it is less sure of."""
    tellers = None
    if replace(wanted, least=None) != Filters():
        rows = records.chronology(record, wanted)
        tellers = {telling.heard.document.id for row in rows for telling in row.tellings}
    for heard in records.all_heard(record, ruled=True):
        if tellers is None or heard.document.id in tellers:
            sure = heard if wanted.least is None else at_least(heard, wanted.least)
            yield sure, records.page(record, heard.document.id)


def report_of(record: Record, name: str) -> Found:
    """The newest version of one report, by id, document, first digits of either, name or address."""
    version = records.report(record, name).current
    heard, page = records.holding(record, version.document), records.page(record, version.document)
    return Found(heard=heard, page=page, version=version.number)


def reports_in(record: Record) -> list[ReportRow]:
    """All reports, by publication."""
    rows = [
        ReportRow(
            report=report.id,
            document=report.current.document,
            version=report.current.number,
            name=report.name,
            title=report.current.title or title_of(records.holding(record, report.current.document).document),
            outlet=report.outlet,
            published=report.current.published,
            url=report.url,
            statements=report.current.statements,
            mentions=report.current.mentions,
        )
        for report in records.reports(record)
    ]
    return sorted(rows, key=lambda row: (row.published or "9999", row.name, row.report))
