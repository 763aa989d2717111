"""How is SQLite's full-text index asked, so that nothing a person types is an error?

The index itself and the triggers that keep it in step are made by the migrations.
"""

from typing import Any

from sqlalchemy import Connection, Select, column, select, table, text

from sayso.errors import RecordError

OPEN, SHUT = "\x02[", "]\x03"  # set around what matched; control characters that no text has in this order

TEXTS = text(
    """SELECT d.id, d.text, d.title, bm25(documents_fts, 3.0, 1.0) AS score,
    highlight(documents_fts, 1, :open, :shut) AS marked
    FROM documents_fts JOIN documents d ON d.number = documents_fts.rowid
    WHERE documents_fts MATCH :query AND d.current AND d.status != 'rejected'
    ORDER BY score, d.number LIMIT :limit"""
)  # a word of the title weighs three of the text: titles are some ten words, texts hundreds
STATEMENTS = text(
    """SELECT s.id, s.who, s.words, s.start, s.stop, bm25(statements_fts) AS score,
    highlight(statements_fts, 0, :open, :shut) AS marked
    FROM statements_fts JOIN statements s ON s.number = statements_fts.rowid
    WHERE statements_fts MATCH :query AND s.document = :document AND s.status != 'rejected'
    AND (s.p IS NULL OR s.p >= :least)
    ORDER BY score, s.position LIMIT :limit"""
)


def quoted(query: str, *, beginnings: bool = False) -> str | None:
    """The query in FTS5's own syntax: every word quoted, all of them wanted; words between double quotes stay
    a phrase. With `beginnings` a word stands for all that begin so. None where there is no word in it."""
    phrases: list[str] = []
    for i, part in enumerate(query.split('"')):
        phrases += [part] if i % 2 else part.split()
    star = "*" if beginnings else ""
    terms = [f'"{_clean(phrase)}"{star}' for phrase in phrases if any(c.isalnum() for c in phrase)]
    return " ".join(terms) or None


def _clean(phrase: str) -> str:
    """Without what FTS5 cannot be handed: NUL, half characters. Signs part words, as in the index."""
    words = "".join(c if c.isalnum() or c.isspace() or ord(c) > 127 else " " for c in phrase)
    return words.encode("utf-8", "replace").decode()


def texts(conn: Connection, query: str, limit: int) -> list[Any]:
    """Current documents that hold the words, best first, with the matches marked."""
    return _ask(conn, TEXTS, query=query, limit=limit, open=OPEN, shut=SHUT)


def statements(conn: Connection, query: str, document: str, limit: int, *, least: float = 0.0) -> list[Any]:
    """Statements of one document that hold the words, best first; without those that are less sure."""
    told = {"query": query, "document": document, "limit": limit, "least": least}
    return _ask(conn, STATEMENTS, **told, open=OPEN, shut=SHUT)


def numbers(query: str) -> Select[Any]:
    """A subquery: the numbers of all documents that hold the words."""
    match = text("documents_fts MATCH :sought").bindparams(sought=query)
    return select(column("rowid")).select_from(table("documents_fts")).where(match)


def _ask(conn: Connection, sql: Any, **told: object) -> list[Any]:
    if conn.dialect.name != "sqlite":
        raise RecordError("full-text search is there for SQLite records only, so far")
    return list(conn.execute(sql, told))
