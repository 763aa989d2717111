"""Which reports does the record hold, in which versions?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, func, select

from sayso.errors import RecordError
from sayso.record import schema
from sayso.record.open import Record

UNSEEN = "rejected"
FEW = 5  # how many candidates a message about an ambiguous prefix names


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text of a report."""

    document: str
    number: int
    current: bool
    fetched: datetime
    page: str  # sha256 of the bytes
    title: str | None
    published: str | None
    language: str | None
    reader: str
    statements: int
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article at one outlet."""

    id: str
    name: str  # the caller's
    outlet: str | None
    url: str | None
    versions: tuple[Version, ...]  # in order of fetching

    @property
    def current(self) -> Version:
        """The newest as fetched."""
        return self.versions[-1]


def reports(record: Record) -> tuple[Report, ...]:
    """All reports that have a document and were not rejected, in order of their names."""
    with record.reading() as conn:
        return _reports(conn)


def report(record: Record, name: str) -> Report:
    """One report by its id, a document's id, the first digits of either, the caller's name, the path that it
    was read from, or the URL. RecordError where there is none, or several."""
    of, i = schema.documents.c, schema.inputs.c
    with record.reading() as conn:
        named = select(of.report).where((of.name == name) | (of.url == name)).distinct()
        found = list(conn.scalars(named))
        if not found and not name.isalnum():  # ids have no dot and no slash
            read_from = select(of.report).join(schema.inputs, i.document == of.id).where(i.source == name)
            found = list(conn.scalars(read_from.distinct()))
        if not found:
            found = [id_of(conn, schema.reports.c.id, name, missing=None)]
        if found == [""]:
            document = id_of(
                conn, of.id, name, missing=f"no report is called {name!r}; `sayso show report` lists"
            )
            found = list(conn.scalars(select(of.report).where(of.id == document)))
        heir = select(schema.reports.c.redirects).where(schema.reports.c.id == found[0])
        found = [conn.execute(heir).scalar() or found[0], *found[1:]]
        several = _reports(conn, found)
    if len(several) > 1:
        told = ", ".join(f"{r.id[:8]} ({r.outlet or 'no outlet'})" for r in several[:FEW])
        raise RecordError(f"{len(several)} reports are called {name!r}: {told}; give the id")
    if not several:
        raise RecordError(f"the report {name!r} has no document any more")
    return several[0]


def id_of(conn: Connection, column: Column[Any], prefix: str, *, missing: str | None) -> str:
    """The one id that begins so. RecordError, with candidates, where several do; where none does too, or ""
    if `missing` is None."""
    found: Sequence[str] = []
    prefix = prefix.lower()
    if prefix and prefix.isalnum():
        above = prefix + "\U0010ffff"
        within = column == prefix if not prefix.isascii() else (column >= prefix) & (column < above)
        found = conn.scalars(select(column).where(within).order_by(column).limit(FEW + 1)).all()
    if prefix in found:
        return prefix
    if len(found) > 1:
        told = ", ".join(found[:FEW]) + (", ..." if len(found) > FEW else "")
        raise RecordError(f"{prefix!r} begins several ids: {told}; give more digits")
    if found:
        return found[0]
    if missing is None:
        return ""
    raise RecordError(missing)


def _reports(conn: Connection, wanted: Sequence[str] | None = None) -> tuple[Report, ...]:
    d = schema.documents.c
    parts = [
        select(func.count()).where(t.c.document == d.id, t.c.status != UNSEEN).scalar_subquery().label(t.name)
        for t in (schema.statements, schema.mentions)
    ]
    columns = d.id, d.version, d.current, d.fetched, d.page, d.title, d.published, d.language, d.reader
    rows = select(d.report, d.name, d.outlet, d.url, *columns, *parts).order_by(d.report, d.version)
    rows = rows.where(d.status != UNSEEN if wanted is None else d.report.in_(wanted))
    versions: dict[str, list[Version]] = {}
    head: dict[str, Any] = {}
    for row in conn.execute(rows):
        head[row.report] = row  # the last version names it
        versions.setdefault(row.report, []).append(
            Version(
                document=row.id,
                number=row.version,
                current=row.current,
                fetched=datetime.fromisoformat(row.fetched),
                page=row.page,
                title=row.title,
                published=row.published,
                language=row.language,
                reader=row.reader,
                statements=row.statements,
                mentions=row.mentions,
            )
        )
    found = [
        Report(id=key, name=row.name, outlet=row.outlet, url=row.url, versions=tuple(versions[key]))
        for key, row in head.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.name, one.outlet or "", one.id)))
