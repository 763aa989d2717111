"""How are documents with their parts put together again from the tables?"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, func, select

from sayso.errors import RecordError
from sayso.model.document import Document
from sayso.model.failure import Failure
from sayso.model.heard import Heard
from sayso.model.mention import Mention, Trend
from sayso.model.statement import Statement
from sayso.record.actor_names import meant
from sayso.record.actors import meanings
from sayso.record.codec import decoded
from sayso.record.merges import refused
from sayso.record.schema import documents, failures, mentions, statements, trends

T = TypeVar("T")
TOGETHER = 100  # documents asked for with one question: one by one, asking cost twice as much as decoding


def heard_in(conn: Connection, document: str) -> Heard:
    """All that the machine made of one document, as it made it. RecordError for an unknown id."""
    return all_in(conn, [document], ruled=False)[document]


def holding_in(conn: Connection, document: str) -> Heard:
    """What holds of one document after the rulings: values amended, items added, nothing rejected."""
    return all_in(conn, [document], ruled=True, without=refused(conn))[document]


def all_in(
    conn: Connection, wanted: Iterable[str], *, ruled: bool, without: Collection[str] = ()
) -> dict[str, Heard]:
    """The same of several documents, by id; `without` the mentions of these events. RecordError where a
    document is not known."""
    ids = list(dict.fromkeys(wanted))
    found: dict[str, Heard] = {}
    for start in range(0, len(ids), TOGETHER):
        found |= _some(conn, ids[start : start + TOGETHER], ruled=ruled, without=without)
    said = meanings(conn) if ruled else None
    if said:
        found = {document: meant(heard, said) for document, heard in found.items()}
    for document in ids:
        if document not in found:
            raise RecordError(
                f"the record has no document {document!r}: `sayso show report` lists the reports"
            )
    return found


def _some(conn: Connection, ids: list[str], *, ruled: bool, without: Collection[str]) -> dict[str, Heard]:
    t, f = trends.c, failures.c
    failed = select(f.document, f.body).where(f.document.in_(ids), ~f.resolved).order_by(f.position)
    trending = select(t.document, t.body).where(t.document.in_(ids)).order_by(t.position)
    said = _parts(conn, Statement, _bodies(statements, ids, ruled=ruled))
    telling = _bodies(mentions, ids, ruled=ruled)
    told = _parts(conn, Mention, telling.where(mentions.c.event.not_in(without)) if without else telling)
    claimed, given_up = _parts(conn, Trend, trending), _parts(conn, Failure, failed)
    of = documents.c
    heads = conn.execute(select(of.id, of.reader, of.text, of.body, of.folded).where(of.id.in_(ids)))
    return {
        head.id: Heard(
            document=replace(
                decoded(Document, head.folded if ruled and head.folded is not None else head.body),
                text=head.text,
            ),
            reader=head.reader,
            statements=tuple(said[head.id]),
            mentions=joined(told[head.id]) if ruled else tuple(told[head.id]),
            trends=tuple(claimed[head.id]),
            failures=tuple(given_up[head.id]),
        )
        for head in heads
    }


def _parts(conn: Connection, noun: type[T], rows: Select[Any]) -> dict[str, list[T]]:
    """The parts of each document, in their order."""
    parts: dict[str, list[T]] = defaultdict(list)
    for row in conn.execute(rows):
        parts[row.document].append(decoded(noun, row.body))
    return parts


def joined(left: list[Mention]) -> tuple[Mention, ...]:
    """Mentions of which none points to one that was rejected: those that did point to the first of them."""
    heads = {mention.id: mention.id for mention in left}
    for mention in left:
        if mention.same_as is not None:
            heads.setdefault(mention.same_as, mention.id)

    def head(mention: Mention) -> str | None:
        first = heads[mention.same_as] if mention.same_as is not None else mention.id
        return None if first == mention.id else first

    return tuple(m if m.same_as == head(m) else replace(m, same_as=head(m)) for m in left)


def _bodies(table: Table, ids: list[str], *, ruled: bool) -> Select[Any]:
    of = table.c
    body = func.coalesce(of.folded, of.body).label("body") if ruled else of.body
    wanted = select(of.document, body).where(of.document.in_(ids)).order_by(of.position)
    return wanted.where(of.status != "rejected") if ruled else wanted.where(of.machine)
