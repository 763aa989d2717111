"""Is a ruling valid, and what does it leave to be filled in?"""

from dataclasses import replace

from sqlalchemy import Connection, Table, select

from sayso.errors import RecordError
from sayso.model.actor import Actor
from sayso.model.document import Document
from sayso.model.heard import Heard
from sayso.model.mention import Mention
from sayso.model.ruling import Anchor, Ruling, RulingKind, TargetKind
from sayso.model.statement import Statement
from sayso.record.amendable import NOUNS, amended, field_value, item_value, quotes
from sayso.record.anchor import anchored, extent
from sayso.record.codec import decoded, encoded
from sayso.record.hearing import heard_in
from sayso.record.schema import actors, documents, events, mentions, reports, rulings, statements

VERDICTS = frozenset({RulingKind.ACCEPT, RulingKind.REJECT})
PAIRS = frozenset({RulingKind.SAME, RulingKind.DIFFERENT})
ALLOWED = {
    TargetKind.STATEMENT: VERDICTS | {RulingKind.AMEND, RulingKind.ADD},
    TargetKind.MENTION: VERDICTS | PAIRS | {RulingKind.AMEND, RulingKind.ADD},
    TargetKind.EVENT: VERDICTS | PAIRS,
    TargetKind.REPORT: VERDICTS | {RulingKind.AMEND},
    TargetKind.ACTOR: PAIRS | {RulingKind.ADD},
}
TABLES: dict[TargetKind, Table] = {TargetKind.STATEMENT: statements, TargetKind.MENTION: mentions}


def completed(conn: Connection, ruling: Ruling) -> Ruling:
    """The ruling with its report, its anchor and the other's anchor (in `value`). RecordError, naming what
    there is, where it makes no sense."""
    if ruling.kind is RulingKind.UNDO:
        return _undo(conn, ruling)
    if ruling.kind not in ALLOWED[ruling.target]:
        told = ", ".join(sorted(ALLOWED[ruling.target]))
        raise RecordError(
            f"a {ruling.target.value} cannot be ruled {ruling.kind.value!r}; there are: {told}, undo"
        )
    if ruling.kind in PAIRS:
        _check_pair(ruling)
    if ruling.target is TargetKind.EVENT:
        if ruling.other_id is not None:
            _report_of_event(conn, ruling.other_id)
        return replace(ruling, report=_report_of_event(conn, ruling.target_id))
    if ruling.target is TargetKind.ACTOR:
        return _on_actor(conn, ruling)
    if ruling.target is TargetKind.REPORT:
        if conn.execute(select(reports.c.id).where(reports.c.id == ruling.target_id)).first() is None:
            raise RecordError(f"the record has no report {ruling.target_id!r}")
        if ruling.kind is RulingKind.AMEND:
            field_value(ruling.target, ruling.field, ruling.value)
        return replace(ruling, report=ruling.target_id)
    return _add(conn, ruling) if ruling.kind is RulingKind.ADD else _on_item(conn, ruling)


def _check_pair(ruling: Ruling) -> None:
    if ruling.other_id == ruling.target_id:
        raise RecordError("a thing cannot be ruled the same as itself, nor different from itself")
    alone = ruling.kind is RulingKind.DIFFERENT and (
        ruling.target is TargetKind.MENTION
        or (ruling.target is TargetKind.ACTOR and ruling.report is not None)
    )
    if ruling.other_id is None and not alone:
        raise RecordError(f"{ruling.kind.value!r} needs the id of the other {ruling.target.value} (other_id)")


def _on_actor(conn: Connection, ruling: Ruling) -> Ruling:
    """A ruling on actors: they must be in the record, or be added by one."""
    if ruling.kind is RulingKind.ADD:
        if ruling.value is None or decoded(Actor, ruling.value).id != ruling.target_id:
            raise RecordError(
                "to add an actor takes it as JSON (value), with the id of the ruling's target_id"
            )
        return ruling
    for wanted in filter(None, (ruling.target_id, ruling.other_id)):
        if conn.execute(select(actors.c.id).where(actors.c.id == wanted)).first() is None:
            raise RecordError(f"the record has no actor {wanted!r}: add it by a ruling first")
    if ruling.other_id is not None:
        return replace(ruling, report=None)
    if conn.execute(select(reports.c.id).where(reports.c.id == ruling.report)).first() is None:
        raise RecordError(f"the record has no report {ruling.report!r}")
    return ruling


def _undo(conn: Connection, ruling: Ruling) -> Ruling:
    body = conn.execute(select(rulings.c.body).where(rulings.c.id == ruling.target_id)).scalar()
    if body is None:
        raise RecordError(
            f"the log has no ruling {ruling.target_id!r} to undo: undo takes the id of a ruling"
        )
    undone = decoded(Ruling, body)
    return replace(ruling, target=undone.target, report=undone.report, anchor=None)


def _report_of_event(conn: Connection, event: str) -> str:
    found: str | None = conn.execute(select(events.c.report).where(events.c.id == event)).scalar()
    if found is None:
        raise RecordError(f"the record has no event {event!r}")
    return found


def _on_item(conn: Connection, ruling: Ruling) -> Ruling:
    """A ruling on a statement or a mention of one document."""
    value = (
        field_value(ruling.target, ruling.field, ruling.value) if ruling.kind is RulingKind.AMEND else None
    )
    item, document, reader = _item(conn, ruling.target, ruling.target_id)
    if not quotes(value, document.text):
        raise RecordError(
            f"the value of {ruling.field!r} points beyond the text ({len(document.text)} characters)"
        )
    if value is not None or ruling.kind is RulingKind.AMEND:
        try:
            if isinstance(item, Statement):
                amended(item, str(ruling.field), value)
            else:
                amended(item, str(ruling.field), value)
        except ValueError as error:
            raise RecordError(f"{ruling.field!r} cannot be that: {error}") from error
    if ruling.kind in PAIRS and ruling.other_id is not None:
        other, home, _ = _item(conn, ruling.target, ruling.other_id)
        if home.id != document.id:
            raise RecordError("these mentions stand in two documents: rule on their events instead")
        ruling = replace(ruling, value=encoded(anchored(home, extent(other), reader=reader)))
    anchor = ruling.anchor or anchored(document, extent(item), reader=reader)
    return replace(ruling, report=document.report, anchor=anchor)


def _item(conn: Connection, target: TargetKind, name: str) -> tuple[Statement | Mention, Document, str]:
    """An item as the machine made it, or else as it was added, with its document."""
    of, noun = TABLES[target].c, NOUNS[target]
    found = conn.execute(select(of.document, of.body).where(of.id == name)).first()
    if found is None:
        raise RecordError(f"the record has no {target.value} {name!r} (in what is read now)")
    item = decoded(noun, found.body)
    assert isinstance(item, (Statement, Mention))
    heard = heard_in(conn, found.document)
    return item, heard.document, heard.reader


def _add(conn: Connection, ruling: Ruling) -> Ruling:
    """A new statement or mention, in the document of the anchor or else in the report's current one."""
    item = item_value(ruling.target, ruling.value)
    if item.id != ruling.target_id:
        raise RecordError(f"the {ruling.target.value} to be added has another id than the ruling's target_id")
    heard = _home(conn, ruling.anchor, ruling.report)
    if not quotes(item, heard.document.text):
        raise RecordError(f"the {ruling.target.value} to be added points beyond the document's text")
    anchor = ruling.anchor or anchored(heard.document, extent(item), reader=heard.reader)
    return replace(ruling, report=heard.document.report, anchor=anchor)


def _home(conn: Connection, anchor: Anchor | None, report: str | None) -> Heard:
    of = documents.c
    where = of.id == anchor.document if anchor else (of.report == report) & of.current
    found = conn.execute(select(of.id).where(where)).scalar()
    if found is None:
        raise RecordError(
            "to add something, name the report, or an anchor in a document, that the record has"
        )
    return heard_in(conn, found)
