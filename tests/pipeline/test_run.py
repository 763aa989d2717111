"""A run over pages: written once, resumed, counted."""

import pytest

from pipeline.workers_for_tests import moody, page
from sayso.model.failure import Failure, Stage
from sayso.pipeline import pool
from sayso.pipeline.run import read
from sayso.pipeline.settings import Settings
from sayso.pipeline.versions import reader_version
from sayso.reading.rules.reader import RulesReader
from sayso.record import read as records
from sayso.record.open import open_record
from sayso.record.write import begin

PATIENCE = Settings(reader="rules", page_seconds=1.0)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(pool, "START_SECONDS", 5.0)


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "r.sqlite") as record:
        yield record


def over(pages, record=None, **more):
    run = begin(record, command="read", version="0") if record else ""
    return list(read(pages, PATIENCE, record=record, run=run, worker=moody, **more))


def test_it_tells_every_input_once():
    missing = Failure(stage=Stage.INPUT, reason="missing", detail="no such file", name="gone")
    told = over([page("a", b"1"), missing, page("b", b"hang"), page("c", b"die"), page("d", b"2")])
    assert [t.name for t in told] == ["a", "gone", "b", "c", "d"]
    assert [t.outcome for t in told] == ["read", "failed", "failed", "failed", "read"]


def test_it_keeps_failures_beside_documents(record):
    over([page("a", b"1"), page("b", b"die")], record)
    assert [f.failure.reason for f in records.failures(record)] == ["crashed"]
    assert [h.document.name for h in records.all_heard(record)] == ["a"]


def test_it_names_the_reader_as_the_reader_names_itself():
    reader = RulesReader()
    assert reader_version("rules") == f"{reader.name}/{reader.version}"


def test_it_does_not_read_again_what_the_record_knows(record, monkeypatch):
    monkeypatch.setattr("sayso.pipeline.run.reader_version", lambda *_: "moody/1")
    pages = [page("a", b"1"), page("b", b"2")]
    assert [t.outcome for t in over(pages, record)] == ["new", "new"]
    more = over([*pages, page("c", b"die")], record)
    assert [t.outcome for t in more] == ["unchanged", "unchanged", "failed"]
    again = over(pages, record, again=True)
    assert [t.outcome for t in again] == ["unchanged", "unchanged"]
    assert all(t.heard for t in again)  # read, though nothing changed


def test_it_tries_again_what_failed(record):
    over([page("a", b"die")], record)
    told = over([page("a", b"fine now")], record)
    assert [t.outcome for t in told] == ["new"]
