"""The best path through labels."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.encoder.paths import best_paths, runs_of, spans_of


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(1, 3), st.integers(0, 10_000))
def test_it_finds_the_path_that_trying_all_finds(size, labels, seed):
    chance = np.random.default_rng(seed)
    scores = chance.normal(size=(2, size, labels)).astype(np.float32)
    steps = chance.normal(size=(labels, labels)).astype(np.float32)
    begin = chance.normal(size=labels).astype(np.float32)

    def worth(item, path):
        return (
            begin[path[0]]
            + sum(scores[item, k, label] for k, label in enumerate(path))
            + sum(steps[a, b] for a, b in pairwise(path))
        )

    found = best_paths(scores, steps, begin)
    for item in range(2):
        best = max(worth(item, path) for path in product(range(labels), repeat=size))
        assert abs(worth(item, found[item]) - best) < 1e-4


def test_it_gives_nothing_for_nothing():
    empty = np.zeros((0, 4, 3), dtype=np.float32)
    assert best_paths(empty, np.zeros((3, 3)), np.zeros(3)).shape == (0, 4)


def test_it_begins_a_run_anew_where_a_label_says_so():
    labels = np.array([0, 2, 3, 2, 3, 0, 3])
    assert runs_of(labels, frozenset({2, 3}), begins=2) == [(1, 3), (3, 5), (6, 7)]
    assert runs_of(labels, frozenset({2, 3})) == [(1, 5), (6, 7)]


def test_it_tells_one_span_where_a_word_may_be_its_first_or_its_second():
    tags = np.array(
        [[0.9, 0.1, 0.0], [0.45, 0.55, 0.0], [0.02, 0.50, 0.48], [0.9, 0.05, 0.05]], dtype=np.float32
    )
    assert spans_of(tags, 0.5) in ([(1, 3)], [(2, 3)])


def test_it_tells_what_reaches_the_bar():
    tags = np.array([[0.95, 0.05, 0.0], [0.7, 0.3, 0.0], [0.95, 0.0, 0.05]], dtype=np.float32)
    assert spans_of(tags, 0.2) == [(1, 2)]
    assert spans_of(tags, 0.5) == []
    assert spans_of(tags[:0], 0.5) == []
