"""What does the record know of a page before it is written?"""

from dataclasses import dataclass

from sqlalchemy import Connection, ScalarSelect, bindparam, exists, or_, select

from sayso.record.schema import failures, inputs, pages, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """An input as the record knows it, and whether it knows what belongs to it."""

    known: bool  # exactly this input was there
    document: str | None = None  # it came to
    extractor: str | None = None
    reader: str | None = None
    fetched: str | None = None
    page: bool = False  # the bytes are there
    report: bool = False
    failed: bool = False  # a failure is open under its id or its name


def _input(name: str) -> ScalarSelect[str]:
    return select(inputs.c[name]).where(inputs.c.id == bindparam("key")).scalar_subquery()


# One question instead of six, put together once: for a new document, questions cost more than answers.
LOOK = select(
    _input("run").label("run"),
    _input("document").label("document"),
    _input("extractor").label("extractor"),
    _input("reader").label("reader"),
    _input("fetched").label("fetched"),
    exists().where(pages.c.sha256 == bindparam("sha256")).label("page"),
    exists().where(reports.c.id == bindparam("report")).label("report"),
    exists()
    .where(
        or_(failures.c.name == bindparam("name"), failures.c.input == bindparam("key")),
        failures.c.document.is_(None),
        ~failures.c.resolved,
    )
    .label("failed"),
)


def look(conn: Connection, key: str, *, sha256: str, report: str = "", name: str = "") -> Before:
    """Look an input up, with its page, its report and its failures."""
    row = conn.execute(LOOK, {"key": key, "sha256": sha256, "report": report, "name": name}).one()
    return Before(
        known=row.run is not None,
        document=row.document,
        extractor=row.extractor,
        reader=row.reader,
        fetched=row.fetched,
        page=bool(row.page),
        report=bool(row.report),
        failed=bool(row.failed),
    )
