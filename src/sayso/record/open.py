"""How is a record opened, and its transactions begun and ended?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import local
from types import TracebackType

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from sayso.errors import RecordError
from sayso.record import sqlite
from sayso.record.migrate import bring_up

WAIT = 10.0  # seconds for another writer; a document's transaction takes milliseconds, a batch below a second


class Record:
    """An open record. Its own methods only begin and end transactions; `write`, `read`, `rule` and `search`
    are functions that are handed it. Threads may share one; each has its own transaction."""

    def __init__(self, engine: Engine, where: str) -> None:
        self.where = where
        self.engine = engine
        self.writer = engine.execution_options(**{sqlite.WRITES: True})
        self._here = local()

    def _open(self) -> Connection | None:
        return getattr(self._here, "conn", None)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A view of the record that does not change while it is open. Within a batch: the batch's own."""
        conn = self._open()
        if conn is not None:
            yield conn
            return
        with self.engine.connect() as conn, conn.begin():
            yield conn

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it or nothing. Within a batch: one part of it that fails alone."""
        conn = self._open()
        if conn is not None:
            with conn.begin_nested():
                yield conn
            return
        with self.writer.begin() as conn:
            yield conn

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Several documents in one commit. Each is still whole or absent; on a kill, those of an open batch
        are absent. An error that leaves the `with` block drops the batch."""
        if self._open() is not None:
            yield
            return
        with self.writer.begin() as conn:
            self._here.conn = conn
            try:
                yield
            finally:
                self._here.conn = None

    def close(self) -> None:
        """Give the connections back; a closed record may not be used again."""
        self.engine.dispose()

    def __enter__(self) -> "Record":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _url(place: str | Path) -> URL:
    if isinstance(place, Path) or "://" not in place:
        return URL.create("sqlite", database=str(place))
    try:
        return make_url(place)
    except ArgumentError as error:
        raise RecordError(f"{place!r} is neither a file nor a database URL") from error


def open_record(path_or_url: str | Path, *, create: bool = True, wait: float = WAIT) -> Record:
    """Open a record, making it (where `create`) or bringing its tables up to this version first.

    `wait` is how many seconds to wait for another writer. RecordError, with the next step, where the file is
    none, is missing, is of a newer version, or cannot be opened.
    """
    url = _url(path_or_url)
    where = url.render_as_string(hide_password=True) if url.host else str(url.database)
    if url.get_backend_name() == "sqlite":
        if not url.database or url.database == ":memory:":
            raise RecordError("a record is a file: name one, such as sayso.sqlite")
        path = Path(url.database)
        sqlite.check_file(path, wait=wait)
        if not create and not (path.exists() and path.stat().st_size):
            raise RecordError(f"there is no record at {path}: `sayso read INPUT --record {path}` makes one")
    try:
        engine = create_engine(url)
    except ModuleNotFoundError as error:
        raise RecordError(f"{where} needs the package {error.name!r}: install it") from error
    except SQLAlchemyError as error:
        raise RecordError(f"{where} cannot be opened: {error}") from error
    if engine.dialect.name == "sqlite":
        sqlite.prepare(engine, where=where, wait=wait)
    record = Record(engine, where)
    try:
        bring_up(engine, record.writer, where=where)
    except RecordError:
        record.close()
        raise
    except SQLAlchemyError as error:
        record.close()
        raise RecordError(f"{where} cannot be opened: {error}") from error
    return record
