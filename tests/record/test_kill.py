"""A run that is killed and resumed, again and again, ends as one that was not."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from record.heard_made import page, put
from sayso.errors import RecordError
from sayso.record import read
from sayso.record.compare import differences
from sayso.record.open import open_record

DOCUMENTS = 40
WRITER = """
import sys
sys.path.insert(0, {here!r})
from record.heard_made import EXTRACTOR, TEXT, heard, page
from sayso.model.failure import Failure, Stage
from sayso.record.open import open_record
from sayso.record.read import known
from sayso.record.write import begin, done, put_failure, put_heard
with open_record(sys.argv[1]) as record:
    run = begin(record, command="test", version="1")
    for n in range({n}):
        minute = n
        a_page = page(TEXT + f"\\nNumber {{n}}.", name=f"n{{n - n % 7 % 2}}", minute=minute)
        if n % 10 == 9:
            failure = Failure(stage=Stage.INGEST, reason="empty", detail="", name=a_page.name)
            put_failure(record, failure, run=run, page=a_page, extractor=EXTRACTOR)
        elif not known(record, a_page, reader="rules/1", extractor=EXTRACTOR):
            put_heard(record, a_page, heard(a_page), run=run, extractor=EXTRACTOR)
    done(record, run)
"""


def start(path):
    code = WRITER.format(here=str(Path(__file__).parents[1]), n=DOCUMENTS)
    return subprocess.Popen([sys.executable, "-c", code, str(path)])


def count(path):
    try:
        with open_record(path, create=False) as record:
            return len(read.reports(record))
    except RecordError:  # not made yet
        return 0


@pytest.mark.slow
def test_it_ends_as_an_undisturbed_run_however_often_it_is_killed(tmp_path):
    chance = random.Random(5)
    assert start(tmp_path / "whole.sqlite").wait() == 0
    path = tmp_path / "killed.sqlite"
    reached = 0
    for kill in range(3):
        process = start(path)
        while process.poll() is None and count(path) < min(DOCUMENTS - 15, reached + 1 + kill):
            time.sleep(0.005)
        time.sleep(chance.random() * 0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
        reached = count(path)
    assert start(path).wait() == 0
    with open_record(tmp_path / "whole.sqlite") as whole, open_record(path) as killed:
        assert differences(whole, killed) == ()
        assert len(read.reports(whole)) > DOCUMENTS / 2
        with killed.writing() as conn:
            for table in ("documents_fts", "statements_fts"):
                conn.exec_driver_sql(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
            assert conn.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            assert conn.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_it_tells_in_what_two_records_differ(tmp_path):
    with open_record(tmp_path / "a.sqlite") as a, open_record(tmp_path / "b.sqlite") as b:
        put(a, page(), run="one")
        put(b, page(minute=9), run="two")
        assert differences(a, b) == ()
        put(b, page(name="b"))
        told = differences(a, b)
        assert {line.split(":")[0] for line in told} >= {"documents", "reports", "mentions"}
        assert all("only in" in line and "b.sqlite" in line for line in told)
