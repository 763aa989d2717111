import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import select

from record.heard_made import EXTRACTOR, TEXT, document, everything, heard, heards, page, put
from sayso.errors import PageError, RecordError
from sayso.model.failure import Failure, Stage
from sayso.model.heard import Heard
from sayso.record import read, schema
from sayso.record.open import open_record
from sayso.record.values import Outcome
from sayso.record.write import begin, done, put_failure


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record.sqlite") as opened:
        yield opened


def versions(record):
    of = schema.documents.c
    with record.reading() as conn:
        rows = conn.execute(select(of.id, of.version, of.current).order_by(of.report, of.version))
        return [tuple(row) for row in rows]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(heards())
def test_it_gives_back_every_noun_as_it_was_put(tmp_path_factory, made):
    a_page, what = made
    with open_record(tmp_path_factory.mktemp("r") / "record.sqlite") as record:
        assert put(record, a_page, what) is Outcome.NEW
        assert read.heard(record, what.document.id) == what
        assert list(read.pages(record)) == [a_page]


def test_it_changes_nothing_when_the_same_page_is_read_twice(record):
    put(record, page())
    before = everything(record)
    assert put(record, page(minute=60), run="another") is Outcome.UNCHANGED
    assert everything(record) == before


def test_it_keeps_both_versions_of_a_changed_page(record):
    first, second = page(), page(TEXT.replace("on Monday", "early on Monday"), minute=5)
    assert put(record, first) is Outcome.NEW
    assert put(record, second) is Outcome.VERSION
    assert versions(record) == [(document(first).id, 1, False), (document(second).id, 2, True)]
    assert read.heard(record, document(first).id) == heard(first)


def test_it_takes_the_newest_as_fetched_for_current_in_whatever_order_they_come(record):
    first, second = page(), page(TEXT.replace("on Monday", "early on Monday"), minute=5)
    put(record, second)
    assert put(record, first) is Outcome.VERSION
    assert versions(record) == [(document(first).id, 1, False), (document(second).id, 2, True)]


def test_it_replaces_what_another_reader_made_of_the_same_page(record):
    put(record, page())
    other = heard(page(), reader="rules/2")
    other = Heard(document=other.document, reader=other.reader, mentions=other.mentions[1:])
    assert put(record, page(), other) is Outcome.REREAD
    assert read.heard(record, other.document.id) == other
    assert len(versions(record)) == 1
    assert put(record, page(), other) is Outcome.UNCHANGED


def test_it_replaces_the_document_that_another_extractor_made_of_the_same_page(record):
    put(record, page())
    again = heard(page(), text=TEXT + "\nCopyright.", extractor="2")
    assert put(record, page(), again, extractor="text/2") is Outcome.REREAD
    assert versions(record) == [(again.document.id, 1, True)]


def test_it_moves_a_report_whose_page_turns_out_to_belong_to_another(record):
    put(record, page())
    moved = heard(page(url="https://invented.example/a"))
    of = document(page())
    what = heard(page(), reader="rules/2")
    document_moved = document(page(url="https://invented.example/a"))
    what = Heard(document=document_moved, reader=moved.reader, mentions=moved.mentions)
    assert put(record, page(), what, extractor="text/2") is Outcome.REREAD
    with record.reading() as conn:
        found = conn.execute(select(schema.reports.c.id, schema.reports.c.redirects)).all()
        homes = set(conn.scalars(select(schema.events.c.report)))
    assert sorted(found) == sorted([(of.report, document_moved.report), (document_moved.report, None)])
    assert homes == {document_moved.report}


def test_it_keeps_one_document_for_two_fetches_of_one_text(record):
    one = page()
    other = page(TEXT + "\n\n", minute=9)
    put(record, one)
    same = heard(other, text=TEXT)
    assert put(record, other, same) is Outcome.UNCHANGED
    assert read.heard(record, same.document.id).document.page == other.sha256
    assert put(record, one) is Outcome.UNCHANGED
    assert len(list(read.pages(record))) == 2


def test_it_keeps_copies_at_two_outlets_apart_with_the_bytes_once(record):
    assert put(record, page(outlet="The Orvelle Post")) is Outcome.NEW
    assert put(record, page(outlet="Tamsin Today")) is Outcome.NEW
    with record.reading() as conn:
        assert len(conn.execute(select(schema.pages)).all()) == 1
        assert len(conn.execute(select(schema.reports)).all()) == 2


def test_it_knows_which_pages_were_read_by_which_versions(record):
    put(record, page())
    assert read.known(record, page(minute=9), reader="rules/1", extractor=EXTRACTOR)
    assert not read.known(record, page(), reader="rules/2", extractor=EXTRACTOR)
    assert not read.known(record, page(), reader="rules/1", extractor="text/2")
    assert not read.known(record, page(outlet="Another"), reader="rules/1", extractor=EXTRACTOR)
    assert not read.known(record, page(published="2031-05-01"), reader="rules/1", extractor=EXTRACTOR)
    assert not read.known(record, page(TEXT + "!"), reader="rules/1", extractor=EXTRACTOR)
    assert list(read.pages(record, reader="rules/1", extractor=EXTRACTOR)) == []
    assert len(list(read.pages(record, reader="rules/2"))) == 1


def failure(reason="empty", name="a", sha256=None):
    return Failure(stage=Stage.INGEST, reason=reason, detail="nothing in it", name=name, page=sha256)


def test_it_keeps_a_failure_once_and_marks_it_when_the_input_succeeds(record):
    empty = page("")
    assert put_failure(record, failure(), run="r", page=empty, extractor=EXTRACTOR) is Outcome.NEW
    before = everything(record)
    assert put_failure(record, failure(), run="r", page=empty, extractor=EXTRACTOR) is Outcome.UNCHANGED
    assert everything(record) == before
    assert [f.failure for f in read.failures(record)] == [failure()]
    assert len(list(read.pages(record))) == 1
    what = Heard(document=heard().document, reader="rules/1")
    put(record, page(name="b"), Heard(document=document(page(name="b")), reader="rules/1"), run="s")
    put(record, page(), what)
    assert len(read.failures(record)) == 1  # in one run: two inputs of one name
    put(record, page(minute=1, published="2031-05-01"), what, run="s")
    assert read.failures(record) == ()
    assert [f.resolved for f in read.failures(record, resolved=True)] == [True]


def test_it_marks_the_failure_of_a_file_that_could_not_be_read_before(record):
    put_failure(record, failure("unreadable"), run="r")
    put_failure(record, failure("unreadable"), run="s")
    assert len(read.failures(record)) == 1
    put(record, page(), Heard(document=heard().document, reader="rules/1"), run="t")
    assert read.failures(record) == ()


def test_it_lets_another_reason_take_the_place_of_the_first(record):
    put_failure(record, failure("timeout"), run="r", page=page(""))
    put_failure(record, failure("empty"), run="r", page=page(""))
    assert [f.failure.reason for f in read.failures(record)] == ["empty"]
    put_failure(record, failure("timeout"), run="r", page=page(""))
    assert [f.failure.reason for f in read.failures(record)] == ["timeout"]


def test_it_keeps_the_document_when_a_newer_extractor_fails(record):
    put(record, page(), Heard(document=heard().document, reader="rules/1"))
    put_failure(record, failure(), run="r", page=page(), extractor="text/2")
    assert len(versions(record)) == 1
    assert len(read.failures(record)) == 1


def test_it_resolves_the_failures_of_a_reading_that_the_next_one_has_not(record):
    put(record, page())
    put(record, page(), Heard(document=heard().document, reader="rules/2"))
    assert read.failures(record) == ()
    put(record, page())
    assert len(read.failures(record)) == 1


def test_it_refuses_half_a_character_with_a_reason(record):
    broken = heard(text="shel\ud800led")
    with pytest.raises(PageError) as caught:
        put(record, page(), broken)
    assert caught.value.reason == "surrogate"
    assert everything(record)["pages"] == []


def test_it_keeps_a_failure_whose_name_has_half_a_character(record):
    put_failure(record, failure(name="caf\udce9"), run="r")
    assert [f.failure.name for f in read.failures(record)] == ["caf?"]


def test_it_refuses_a_document_of_other_bytes(record):
    with pytest.raises(RecordError, match="other bytes"):
        put(record, page("else"), heard(page()))


def test_it_writes_runs_down(record):
    run = begin(record, command="read a.txt", version="0.1.0")
    done(record, run)
    (row,) = everything(record)["runs"]
    assert row.id == run
    assert row.ended >= row.started


def test_it_writes_a_batch_at_once_and_each_document_whole(record, monkeypatch):
    with record.batch():
        put(record, page())
        with pytest.raises(PageError):
            put(record, page(name="b"), heard(page(name="b"), text="shel\ud800led"))
        put(record, page(name="c"))
        with open_record(record.where) as other:
            assert versions(other) == []
    assert len(versions(record)) == 2


def test_it_drops_a_batch_that_is_left_by_an_error(record):
    def half():
        with record.batch():
            put(record, page())
            put(record, page("else"), heard(page()))

    with pytest.raises(RecordError):
        half()
    assert versions(record) == []
