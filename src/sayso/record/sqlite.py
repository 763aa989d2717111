"""What must be said to SQLite, and what do its complaints mean?"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NoReturn

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from sayso.errors import RecordError

APPLICATION = 0x53415953  # "SAYS" in the file's header: what `file` and we know a record by
WRITES = "sayso_writes"  # execution option of connections that are going to write
CACHE = 16_000  # KiB; with the default of 2 MB, look-ups between other work were 20-80 times slower
CHECKPOINT = 4000  # pages of WAL (16 MB) between checkpoints: a commit costs a fifth less than at 1,000

MEANINGS = (  # (words of SQLite, what they mean, what to do)
    ("disk is full", "there is no room left on the disk", "free some and run again: what was read stays"),
    ("disk i/o error", "the disk does not answer", "check the disk, then run again"),
    ("locked", "another program is writing to it", "wait until it has ended, then run again"),
    ("readonly", "it may not be written to", "change its permissions, or give another with --record"),
    ("unable to open", "it cannot be opened or made", "check that its folder exists and may be written to"),
    ("not a database", "it is not a record", "give another with --record"),
    ("malformed", "it is damaged", "restore it from a copy, or read the pages into a new one"),
)


def explain(error: BaseException, where: str) -> RecordError | None:
    """The complaint in words that name the next step; None where it is none of those we know."""
    told = str(error).lower()
    for words, meaning, step in MEANINGS:
        if words in told:
            return RecordError(f"{where}: {meaning}; {step} ({error})")
    return None


def prepare(engine: Engine, *, where: str, wait: float) -> None:
    """Have every connection of `engine` set up, begun and explained as a record needs it."""

    @event.listens_for(engine, "connect")
    def _connect(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        assert isinstance(connection, sqlite3.Connection)
        connection.isolation_level = None  # transactions begin where we say, also for reading
        for pragma in (
            f"busy_timeout = {int(wait * 1000)}",
            "foreign_keys = ON",
            "journal_mode = WAL",
            "synchronous = NORMAL",
            f"wal_autocheckpoint = {CHECKPOINT}",
            f"cache_size = -{CACHE}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(conn: Connection) -> None:
        # A writer takes its lock at once: one that first reads and then writes could be refused half-way.
        writes = conn.get_execution_options().get(WRITES)
        conn.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @event.listens_for(engine, "handle_error")
    def _explain(context: ExceptionContext) -> None:
        found = explain(context.original_exception, where)
        if found is not None:
            _raise(found, context.original_exception)


def _raise(found: RecordError, cause: BaseException) -> NoReturn:
    raise found from cause


def check_file(path: Path, *, wait: float) -> None:
    """RecordError where a file is there that is not a record; untouched. An empty one may become one."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return
    except IsADirectoryError as error:
        step = f"name a file in it, such as {path / 'sayso.sqlite'}"
        raise RecordError(f"{path} is a folder: {step}") from error
    except OSError as error:
        raise RecordError(f"{path} cannot be opened: {error.strerror}; check its permissions") from error
    if not head or head[68:72] == APPLICATION.to_bytes(4, "big"):
        return
    if not head.startswith(b"SQLite format 3\0") or _alien(path, wait):
        raise RecordError(f"{path} is not a record: give another file with --record")


def _alien(path: Path, wait: float) -> bool:
    """Whether a database is another program's. A young record's mark may still stand in its log only."""
    try:
        with closing(sqlite3.connect(path, timeout=wait)) as conn:
            tables = conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            return bool(tables) and conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION
    except sqlite3.Error as error:
        raise explain(error, str(path)) or RecordError(f"{path} cannot be opened: {error}") from error


def mark(conn: Connection) -> None:
    """Write into the file's header that it is a record."""
    conn.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
