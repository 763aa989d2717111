"""Word pieces and windows."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.encoder.encoder_parts import tokenizer
from sayso.model.span import Span
from sayso.reading.encoder.pieces import Pieces, pieces_of, windows_of


def some(lengths: list[int]) -> Pieces:
    total = sum(lengths)
    at = np.arange(total, dtype=np.int32)
    begins = np.cumsum([0, *lengths[:-1]]).astype(np.int32)
    return Pieces(at, at * 2, at * 2 + 1, begins)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=30),
    st.integers(5, 30),
    st.integers(0, 12),
    st.integers(1, 30),
)
def test_it_covers_every_piece_with_windows_that_are_small_enough(lengths, size, overlap, first):
    pieces = some(lengths)
    windows = windows_of(pieces, size=size, overlap=min(overlap, size - 1), first=min(first, size))
    assert windows[0][0] == 0
    assert windows[-1][1] == len(pieces.ids)
    assert all(0 < high - low <= size for low, high in windows)
    for (low, high), (other, further) in pairwise(windows):
        assert low < other <= high < further


def test_it_begins_windows_with_sentences_where_they_fit():
    pieces = some([4, 4, 4, 4])
    assert windows_of(pieces, size=8, overlap=4) == [(0, 8), (4, 12), (8, 16)]
    assert windows_of(pieces, size=8, overlap=0) == [(0, 8), (8, 16)]


@pytest.mark.parametrize("text", ["Quiet streets.", "É́té à Kyiv — 5%", "𝔘nicode 🙂 said", "a\u200bb"])
def test_it_counts_places_in_code_points(text):
    pieces = pieces_of(text, (Span(0, len(text)),), tokenizer())
    assert all(0 <= s < e <= len(text) for s, e in zip(pieces.starts, pieces.ends, strict=True))
    first, last = pieces.range_of(Span(0, len(text)))
    assert (first, last) == (0, len(pieces.ids))
    for k in range(len(pieces.ids)):
        a, b = pieces.range_of(pieces.span_of(k, k + 1))
        assert a <= k < b


def test_it_takes_only_what_sentences_hold():
    text = "Sign up here. He left."
    pieces = pieces_of(text, (Span(14, 22),), tokenizer())
    assert int(pieces.starts[0]) == 14
    assert pieces.range_of(Span(0, 13)) == (0, 0)
