"""The pool of workers."""

import pytest

from pipeline.workers_for_tests import moody, page
from sayso.model.failure import Failure, Stage
from sayso.pipeline import pool
from sayso.pipeline.settings import Settings


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(pool, "START_SECONDS", 5.0)


def told(pages, **settings):
    settings = Settings(**{"reader": "rules", "page_seconds": 1.0, **settings})
    out = []
    for entry in pool.read_all(pages, settings, work=moody):
        if isinstance(entry, Failure):
            out.append((None, entry.reason))
        else:
            page, answer = entry
            out.append((page.name, answer.reason if isinstance(answer, Failure) else answer.document.name))
    return out


@pytest.mark.parametrize("jobs", [1, 2])
def test_it_answers_every_page_in_order(jobs):
    pages = [page(str(n)) for n in range(100)]
    assert told(pages, jobs=jobs, ahead=7) == [(str(n), str(n)) for n in range(100)]


def test_it_gives_up_on_a_page_that_hangs_and_reads_those_sent_behind_it():
    pages = [page("a"), page("b", b"hang"), page("c"), page("d")]
    assert told(pages) == [("a", "a"), ("b", "timeout"), ("c", "c"), ("d", "d")]


def test_it_survives_the_death_of_a_worker():
    pages = [page("a"), page("b", b"die"), page("c", b"die"), page("d")]
    assert told(pages) == [("a", "a"), ("b", "crashed"), ("c", "crashed"), ("d", "d")]


def test_it_passes_failures_of_input_on_in_their_place():
    failure = Failure(stage=Stage.INPUT, reason="missing", detail="no such file", name="x")
    assert told([page("a"), failure, page("b")]) == [("a", "a"), (None, "missing"), ("b", "b")]


def test_it_sends_pages_larger_than_a_pipe():
    pages = [page(str(n), b"x" * 3_000_000) for n in range(5)]
    assert told(pages, page_seconds=20.0) == [(str(n), str(n)) for n in range(5)]


def test_it_takes_no_more_pages_than_it_may():
    taken = 0

    def pages():
        nonlocal taken
        for n in range(50):
            taken += 1
            yield page(str(n))

    answers = pool.read_all(pages(), Settings(reader="rules", ahead=4), work=moody)
    next(answers)
    assert taken <= 5
    answers.close()
