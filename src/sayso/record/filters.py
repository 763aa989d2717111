"""Which mentions pass a filter?"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, exists, false, or_

from sayso.model.document import Document
from sayso.model.mention import EventType, Realis
from sayso.record import fts, schema
from sayso.record.codec import decoded
from sayso.record.rows import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is wanted of a chronology; None or empty: anything. Names match by whole words, whatever their
    case and diacritics: "guard" finds "the Northern Guard", not "guardians"."""

    actor: str | None = None  # who does or suffers
    types: tuple[EventType, ...] = ()
    place: str | None = None
    since: date | None = None  # events that may have happened on or after; undated ones are left out
    until: date | None = None
    realis: tuple[Realis, ...] = ()
    outlet: str | None = None
    text: str | None = None  # each of its words begins a word of the paragraph that tells it
    background: bool | None = None
    least: float | None = None  # how sure the reader must be, see `sure_enough`


def sure_enough(least: float | None) -> list[ColumnElement[bool]]:
    """The conditions on `mentions` that the reader is at least that sure of them, and of the statements that
    they stand in. What has no probability passes: rules and members give none."""
    if least is None:
        return []
    m, s = schema.mentions.c, schema.statements.c
    doubted = exists().where(s.document == m.document, s.id == m.statement, s.p < least)
    return [or_(m.p.is_(None), m.p >= least), ~doubted]


def conditions(conn: Connection, filters: Filters) -> list[ColumnElement[bool]]:
    """The filters as conditions on `mentions` joined with `documents`; `text` roughly, see `in_passage`."""
    m, d, p = schema.mentions.c, schema.documents.c, schema.parties.c
    out = sure_enough(filters.least)
    if filters.actor is not None:
        named = p.plain.contains(plain(filters.actor) or "", autoescape=True)
        out.append(exists().where(p.document == m.document, p.mention == m.position, named))
    if filters.types:
        out.append(m.type.in_([one.value for one in filters.types]))
    if filters.place is not None:
        out.append(m.place_plain.contains(plain(filters.place) or "", autoescape=True))
    if filters.realis:
        out.append(m.realis.in_([one.value for one in filters.realis]))
    if filters.outlet is not None:
        out.append(d.outlet_plain.contains(plain(filters.outlet) or "", autoescape=True))
    if filters.background is not None:
        out.append(m.background == filters.background)
    dated = or_(m.earliest.is_not(None), m.latest.is_not(None))
    if filters.since is not None:
        out += [dated, or_(m.latest.is_(None), m.latest >= filters.since.isoformat())]
    if filters.until is not None:
        out += [dated, or_(m.earliest.is_(None), m.earliest <= filters.until.isoformat())]
    if filters.text is not None and conn.dialect.name == "sqlite":
        query = fts.quoted(filters.text, beginnings=True)
        out.append(d.number.in_(fts.numbers(query)) if query else false())
    return out


def in_passage(sought: str, text: str, body: str, position: int) -> bool:
    """Whether each word sought begins a word of the block that a position lies in."""
    document = decoded(Document, body)
    block = next((b.span for b in document.blocks if b.span.start <= position < b.span.end), None)
    passage = plain(block.of(text) if block else text) or ""
    return all(f" {word}" in passage for word in (plain(sought) or "").split())
