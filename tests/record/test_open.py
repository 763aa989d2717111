import sqlite3
import sys
import threading
from contextlib import closing
from subprocess import Popen, run

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from record.heard_made import page, put
from sayso.errors import RecordError
from sayso.record import read, sqlite
from sayso.record.open import open_record
from sayso.record.schema import HEAD, metadata


def test_it_makes_a_record_with_the_tables_of_the_schema(tmp_path):
    with open_record(tmp_path / "r.sqlite") as record, record.reading() as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": True, "include_object": _ours})
        assert compare_metadata(context, metadata) == []
        assert conn.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD
        for pragma, value in (("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 1)):
            assert conn.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def _ours(thing, name, kind, reflected, compare_to):
    return not (kind == "table" and (name == "alembic_version" or "_fts" in name))


def test_it_has_tables_that_stand_in_postgresql_too():
    dialect = postgresql.dialect()
    for table in metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=dialect))


def test_it_opens_a_made_record_without_alembic(tmp_path):
    path = tmp_path / "r.sqlite"
    open_record(path).close()
    code = (
        "import sys; from sayso.record.open import open_record\n"
        f"open_record({str(path)!r}).close(); sys.exit('alembic' in sys.modules)"
    )
    assert run([sys.executable, "-c", code], check=False).returncode == 0


def test_it_makes_a_record_of_an_empty_file(tmp_path):
    path = tmp_path / "r.sqlite"
    path.touch()
    with open_record(path) as record:
        assert read.reports(record) == ()


def test_it_does_not_make_one_where_none_is_wanted(tmp_path):
    with pytest.raises(RecordError, match="there is no record at"):
        open_record(tmp_path / "r.sqlite", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"a text, not a record", b"\x00" * 500, b"SQLite format 3\x00" + b"x" * 500]
)
def test_it_refuses_a_file_that_is_none_and_leaves_it_alone(tmp_path, content):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=r"not a record|damaged"):
        open_record(path)
    assert path.read_bytes() == content


def test_it_refuses_the_database_of_another_program_and_leaves_it_alone(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE songs (title)")
    before = path.read_bytes()
    with pytest.raises(RecordError, match="not a record"):
        open_record(path)
    assert path.read_bytes() == before


def test_it_refuses_a_folder(tmp_path):
    with pytest.raises(RecordError, match="is a folder"):
        open_record(tmp_path)


def test_it_refuses_a_record_in_a_folder_that_is_missing(tmp_path):
    with pytest.raises(RecordError, match="check that its folder exists"):
        open_record(tmp_path / "none" / "r.sqlite")


def test_it_names_the_next_step_for_a_record_of_a_newer_version(tmp_path):
    path = tmp_path / "r.sqlite"
    with open_record(path) as record, record.writing() as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RecordError, match="pip install --upgrade sayso"):
        open_record(path)


def test_it_says_that_the_disk_is_full(tmp_path):
    with open_record(tmp_path / "r.sqlite") as record:
        put(record, page())
        with record.reading() as conn:
            pages = conn.exec_driver_sql("PRAGMA page_count").scalar()

        def fill():
            with record.batch(), record.reading() as conn:
                conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
                for n in range(200):
                    put(record, page(f"{n} " * 3000, name=f"n{n}"))

        with pytest.raises(RecordError, match="no room left"):
            fill()
        assert len(read.reports(record)) == 1


def test_it_says_that_a_record_may_not_be_written_to(tmp_path):
    with open_record(tmp_path / "r.sqlite") as record:
        with record.engine.connect() as conn:
            conn.exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(RecordError, match="may not be written to"):
            put(record, page())


def test_it_says_that_another_program_is_writing(tmp_path):
    with open_record(tmp_path / "r.sqlite") as one, open_record(tmp_path / "r.sqlite", wait=0.05) as other:
        with one.writing(), pytest.raises(RecordError, match="another program is writing"):
            put(other, page())
        put(other, page())


def test_it_can_be_read_while_another_writes(tmp_path):
    with open_record(tmp_path / "r.sqlite") as record, open_record(tmp_path / "r.sqlite") as other:
        stop = threading.Event()
        seen: list[int] = []
        torn: list[str] = []

        def look():
            while not stop.is_set():
                reports = read.reports(other)
                seen.append(len(reports))
                torn.extend(r.name for r in reports if (r.current.statements, r.current.mentions) != (2, 3))

        reader = threading.Thread(target=look)
        reader.start()
        for n in range(30):
            put(record, page(name=f"n{n}"))
        stop.set()
        reader.join()
        assert seen == sorted(seen)
        assert torn == []
        assert len(read.reports(other)) == 30


def test_it_lets_threads_share_a_record(tmp_path):
    with open_record(tmp_path / "r.sqlite") as record:

        def write(k):
            for n in range(10):
                put(record, page(name=f"{k}-{n}"))

        threads = [threading.Thread(target=write, args=(k,)) for k in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(read.reports(record)) == 30


def test_it_refuses_what_is_no_place_for_a_record():
    for place in ("nonsense://", "sqlite://", ":memory:"):
        with pytest.raises(RecordError):
            open_record(place)


def test_it_brings_up_a_half_made_record(tmp_path):
    path = tmp_path / "r.sqlite"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as conn:
        conn.exec_driver_sql("PRAGMA journal_mode = WAL")
        sqlite.mark(conn)
    engine.dispose()
    with open_record(path) as record:
        assert "documents" in inspect(record.engine).get_table_names()


def test_it_can_be_made_by_several_programs_at_once(tmp_path):
    path = tmp_path / "r.sqlite"
    code = f"from sayso.record.open import open_record\nopen_record({str(path)!r}).close()"
    programs = [Popen([sys.executable, "-c", code]) for _ in range(3)]
    assert [program.wait() for program in programs] == [0, 0, 0]
