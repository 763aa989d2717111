"""Which documents and statements hold these words?"""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from sayso.model.document import BlockKind, Document
from sayso.model.span import Span
from sayso.record import fts
from sayso.record.codec import decoded
from sayso.record.open import Record
from sayso.record.schema import documents

AROUND = 90  # code points kept on each side of the first match: about three lines of a terminal in all
SAID = 3  # statements shown beneath a document


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement that holds the words."""

    id: str
    who: str | None  # its origin
    span: Span  # from first to last fragment, in the document's text
    words: str
    marks: tuple[Span, ...]  # of the words sought, in `words`


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that holds the words."""

    document: str
    report: str
    name: str
    outlet: str | None
    title: str | None
    published: str | None
    url: str | None
    score: float  # greater is better; comparable within one search only
    span: Span | None  # of the passage in the text; None where only the title has the words
    snippet: str  # the passage
    marks: tuple[Span, ...]  # of the words sought, in `snippet`
    furniture: bool  # the words stand in furniture only
    statements: tuple[Said, ...]


def words(record: Record, query: str, *, limit: int = 20, least: float | None = None) -> tuple[Hit, ...]:
    """The current documents that hold all the words, best first; words in double quotes are a phrase.

    Word endings and diacritics do not matter ("attack" finds "attacked", "Erdogan" "Erdoğan"). Nothing typed
    is an error: without a word in it the answer is empty. `least`: of the statements in them, those that the
    reader is at least that sure of.
    """
    wanted = fts.quoted(query)
    if wanted is None:
        return ()
    with record.reading() as conn:
        return tuple(_hit(conn, row, wanted, least or 0.0) for row in fts.texts(conn, wanted, limit))


def _hit(conn: Connection, found: object, query: str, least: float) -> Hit:
    key, text, marked, score = (getattr(found, name) for name in ("id", "text", "marked", "score"))
    of = documents.c
    columns = of.id, of.report, of.name, of.outlet, of.title, of.published, of.url, of.body
    row = conn.execute(select(*columns).where(of.id == key)).one()
    document = decoded(Document, row.body)
    marks = _marks(marked, text)
    read = [m for m in marks if _kind(document, m) is not BlockKind.FURNITURE]
    passage = _passage(document, (read or marks)[0], len(text)) if marks else None
    return Hit(
        document=row.id,
        report=row.report,
        name=row.name,
        outlet=row.outlet,
        title=row.title,
        published=row.published,
        url=row.url,
        score=-score,
        span=passage,
        snippet=passage.of(text) if passage else row.title or "",
        marks=tuple(_within(m, passage) for m in marks if passage and passage.holds(m)),
        furniture=bool(marks) and not read,
        statements=tuple(_said(s) for s in fts.statements(conn, query, key, SAID, least=least)),
    )


def _said(row: object) -> Said:
    key, who, told, start, stop, marked = (
        getattr(row, name) for name in ("id", "who", "words", "start", "stop", "marked")
    )
    return Said(id=key, who=who, span=Span(start, stop), words=told, marks=_marks(marked, told))


def _kind(document: Document, mark: Span) -> BlockKind | None:
    return document.kind_at(mark.start)


def _within(mark: Span, passage: Span) -> Span:
    return Span(mark.start - passage.start, mark.end - passage.start)


def _marks(marked: str | None, text: str) -> tuple[Span, ...]:
    """Where the matches stand; none where the text itself plays at being marked."""
    spans: list[Span] = []
    at = 0
    pieces = (marked or "").split(fts.OPEN)
    if "".join(pieces).replace(fts.SHUT, "") != text:
        return ()
    at = len(pieces[0])
    for piece in pieces[1:]:
        inside, _, after = piece.partition(fts.SHUT)
        if inside:
            spans.append(Span(at, at + len(inside)))
        at += len(inside) + len(after)
    return tuple(spans)


def _passage(document: Document, mark: Span, length: int) -> Span:
    """The words around a match, within its block."""
    start, end = max(0, mark.start - AROUND), min(length, mark.end + AROUND)
    block = next((b.span for b in document.blocks if b.span.holds(mark)), None)
    if block is not None:
        start, end = max(start, block.start), min(end, block.end)
    return Span(start, end)
