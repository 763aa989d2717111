"""Only what the reader is that sure of."""

from dataclasses import replace
from datetime import date

import pytest

from record.heard_made import MADE, heard, page, put
from sayso.record import read
from sayso.record.filters import Filters
from sayso.record.least import at_least
from sayso.record.open import open_record
from sayso.record.search import words

HERE = page(outlet="The Orvelle Post")


def made(p):
    return replace(MADE, p=p)


def doubtful():
    """The invented report: sure of all, but for the second statement; the march has no probability."""
    whole = heard(HERE)
    first, second = whole.statements
    shelled, killed, marched = whole.mentions
    return replace(
        whole,
        statements=(replace(first, made=made(0.9)), replace(second, made=made(0.5))),
        mentions=(
            replace(shelled, made=made(0.9)),
            replace(killed, made=made(0.9)),
            replace(marched, made=made(None)),
        ),
    )


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record.sqlite") as opened:
        put(opened, HERE, doubtful())
        yield opened


def told(record, least):
    rows = read.chronology(record, Filters(least=least))
    return [[one.mention.trigger.of(one.heard.document.text) for one in row.tellings] for row in rows]


@pytest.mark.parametrize(
    ("least", "events"),
    [
        (None, [["marched"], ["shelled", "killed"]]),
        (0.5, [["marched"], ["shelled", "killed"]]),
        (0.6, [["marched"], ["shelled"]]),  # "killed" stands in a statement that is doubted
        (0.9, [["marched"], ["shelled"]]),
        (0.91, [["marched"]]),  # nobody said how sure that is
    ],
)
def test_it_tells_only_what_is_that_sure(record, least, events):
    assert told(record, least) == events


def test_it_dates_an_event_by_what_is_that_sure(record):
    whole = doubtful()
    shelled, killed, _ = whole.mentions
    less = (replace(shelled, made=made(0.1)), replace(killed, statement=None))
    put(record, HERE, replace(whole, mentions=less))
    (all_of_it,), (sure,) = (tuple(read.chronology(record, Filters(least=p))) for p in (None, 0.6))
    assert (all_of_it.earliest, sure.earliest) == (date(2031, 4, 28), None)


def test_it_leaves_what_is_less_sure_out_of_a_document():
    left = at_least(doubtful(), 0.6)
    assert [s.made.p for s in left.statements] == [0.9]
    assert [m.made.p for m in left.mentions] == [0.9, None]
    assert at_least(doubtful(), 0.5) == doubtful()


def test_it_never_points_to_a_mention_that_it_left_out():
    whole = doubtful()
    shelled, killed, marched = whole.mentions
    left = (replace(shelled, made=made(0.1)), replace(killed, statement=None), marched)
    assert [m.same_as for m in at_least(replace(whole, mentions=left), 0.6).mentions] == [None, None]


def test_it_drops_a_trend_that_stands_in_a_statement_left_out():
    whole = doubtful()
    (trend,) = whole.trends
    in_doubt = replace(whole, trends=(replace(trend, statement=whole.statements[1].id), trend))
    assert at_least(in_doubt, 0.6).trends == (trend,)


def test_it_finds_statements_that_are_that_sure(record):
    ((hit,), (less,)) = (words(record, "drivers killed", least=p) for p in (0.5, 0.6))
    assert [s.who for s in hit.statements] == ["witnesses"]
    assert less.statements == ()
    assert less.snippet == hit.snippet
