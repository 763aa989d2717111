"""How does a ruling come into the log, and which are there?"""

from sqlalchemy import insert, select

from sayso.errors import RecordError
from sayso.model.ruling import Ruling, TargetKind
from sayso.record import schema
from sayso.record.actors import settle_actors
from sayso.record.codec import clock, decoded, encoded
from sayso.record.completing import completed
from sayso.record.fold import Folded
from sayso.record.laying import folded_in, lay, rulings_on
from sayso.record.merges import merge
from sayso.record.open import Record


def append(record: Record, ruling: Ruling) -> Ruling:
    """Add a ruling to the log and lay it over the record, in one transaction.

    The answer is the ruling as kept: its report and its anchor are filled in where it had none. RecordError,
    saying what there is, where the target, field, value or other one cannot be understood.
    """
    clock(ruling.at)
    with record.writing() as conn:
        of = schema.rulings.c
        if conn.execute(select(of.id).where(of.id == ruling.id)).first():
            raise RecordError(f"the log has a ruling {ruling.id!r} already: give a new one a new id")
        ruling = completed(conn, ruling)
        row = {
            "id": ruling.id,
            "at": clock(ruling.at),
            "by": ruling.by,
            "kind": ruling.kind.value,
            "target": ruling.target.value,
            "target_id": ruling.target_id,
            "report": ruling.report,
            "body": encoded(ruling),
        }
        conn.execute(insert(schema.rulings), row)
        if ruling.target is TargetKind.EVENT:
            merge(conn)
        elif ruling.target is TargetKind.ACTOR:
            settle_actors(conn)
        elif ruling.report is not None:
            lay(conn, ruling.report)
    return ruling


def log(record: Record, *, report: str | None = None, target: str | None = None) -> tuple[Ruling, ...]:
    """The rulings in the order they were made: all, those on one report, or those on one target by id."""
    of = schema.rulings.c
    wanted = select(of.body).order_by(of.number)
    wanted = wanted if target is None else wanted.where(of.target_id == target)
    with record.reading() as conn:
        if report is not None:
            found = rulings_on(conn, report)
            return tuple(r for r in found if target in (None, r.target_id))
        return tuple(decoded(Ruling, body) for body in conn.scalars(wanted))


def folded(record: Record, document: str) -> Folded:
    """One document after the rulings, with those that found no place in it (`orphaned`)."""
    of = schema.documents.c
    with record.reading() as conn:
        report = conn.execute(select(of.report).where(of.id == document)).scalar()
        if report is None:
            raise RecordError(f"the record has no document {document!r}")
        return folded_in(conn, document, report)


def orphaned(record: Record) -> tuple[Ruling, ...]:
    """Rulings in force that found no place in the current version of their report: somebody must look."""
    of, on = schema.documents.c, schema.rulings.c
    ruled = select(on.report).where(on.report.is_not(None)).distinct()
    with record.reading() as conn:
        homes = select(schema.reports.c.id, schema.reports.c.redirects).where(schema.reports.c.id.in_(ruled))
        found = sorted({row.redirects or row.id for row in conn.execute(homes)})
        current = select(of.id, of.report).where(of.current, of.report.in_(found)).order_by(of.number)
        return tuple(
            ruling
            for row in conn.execute(current).all()
            for ruling in folded_in(conn, row.id, row.report).orphaned
        )
