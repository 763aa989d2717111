"""What the gates of the learned reader count."""

import sys

import pytest

from benchmarks import all as gates
from benchmarks.certain import threshold
from benchmarks.loaded import FILE, Pair, on, pairs
from benchmarks.readers import called
from benchmarks.timed import cost_of
from sayso.model.made import Made
from sayso.model.mention import EventType, Mention, Realis
from sayso.model.span import Span

MADE = Made(step="rules", version="1")


def told(start, end, kind="ASSAULT", realis="actual"):
    return Mention(id="m", trigger=Span(start, end), type=EventType(kind), realis=Realis(realis), made=MADE)


def pair_of(*mentions):
    return Pair(id="x", type="ASSAULT", realis="actual", told=mentions)


@pytest.mark.parametrize(
    ("mentions", "found", "kept"),
    [
        ((told(0, 4), told(5, 9)), True, True),
        ((told(0, 4), None), False, False),
        ((told(0, 4), told(0, 4, "COERCE")), False, False),
        ((told(0, 4, "COERCE"), told(0, 4, "COERCE")), False, True),
        ((told(0, 4), told(0, 4, realis="denied")), True, False),
    ],
)
def test_it_counts_pairs_that_loaded_words_leave_alone(mentions, found, kept):
    pair = pair_of(*mentions)
    assert (pair.found, pair.kept) == (found, kept)


def test_it_takes_the_mention_that_shares_most_of_the_trigger():
    assert on(Span(10, 20), [told(0, 11), told(12, 20), told(20, 30)]) == told(12, 20)
    assert on(Span(10, 20), [told(0, 10)]) is None


def test_it_reads_sixty_pairs_that_hold_their_trigger():
    assert len(FILE.read_text(encoding="utf-8").splitlines()) == 60
    assert sum(1 for _ in pairs("rules")) == 60


def test_it_finds_from_where_on_enough_is_right():
    right = [(0.9 - n / 1000, True) for n in range(49)]
    assert threshold([*right, (0.5, False)]) == 0.5  # 49 of 50
    assert threshold([*right, (0.5, False), (0.5, False)]) == pytest.approx(0.852)
    assert threshold([(0.9, False)]) > 1


def test_it_counts_what_the_children_of_a_command_cost():
    grandchild = "sum(range(3_000_000)); bytearray(60 << 20)"
    child = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {grandchild!r}])"
    cost = cost_of([sys.executable, "-c", child])
    assert cost.cpu > 0.02
    assert cost.peak_mb > 60
    with pytest.raises(RuntimeError, match="failed"):
        cost_of([sys.executable, "-c", "raise SystemExit(7)"])


def test_it_calls_the_figures_of_the_rules_as_before():
    assert (called("dev", "rules"), called("dev", "encoder")) == ("dev", "dev.encoder")
    assert not set(gates.GATES) & set(gates.OF_READERS)
