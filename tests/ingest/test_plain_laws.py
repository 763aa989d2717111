"""Laws of plain text: whatever comes, blocks lie in it, in order, and cover it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ingest.plain import from_text
from sayso.ingest.plain.classify import article_lines
from sayso.ingest.plain.features import NAMES, features, look
from sayso.ingest.plain.lines import split
from sayso.lexicon.line_weights import FOLDS, line_weights

WORDS = st.sampled_from(
    [
        *(
            "Menu",
            "Share",
            "Read more",
            "the",
            "said",
            "Port Ellery",
            "©",
            "FILE - ",
            "By Jo Marsh",
            "\u05e9\u05dc",
        ),
        *("12:30", "\x00", "\ud800", "\u2028", "\x85", "\r", "\n", "\n\n", " ", "\t", ".", "(AP Photo/Jo)"),
        *("\u200f", "|", "中文"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(WORDS, max_size=80).map("".join),
    st.lists(WORDS, max_size=80).map(" ".join),
)


def check(text, **more):
    blocks = from_text(text, **more)
    covered = [False] * len(text)
    end = 0
    for block in blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        end = block.span.end
        words = block.span.of(text)
        assert words == words.strip()
        covered[block.span.start : end] = [True] * (end - block.span.start)
    assert all(inside or c.isspace() for inside, c in zip(covered, text, strict=True))
    return blocks


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.none() | st.text(max_size=20))
def test_it_covers_every_code_point_that_is_not_blank_once(text, title):
    check(text, title=title)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(0, 40))
def test_it_covers_a_text_that_begins_with_its_title(text, length):
    check(text, title=text[:length])


@given(TEXTS)
def test_it_gives_the_same_blocks_again(text):
    assert from_text(text) == from_text(text)


@given(st.lists(st.floats(-9, 9), max_size=60))
def test_it_decodes_a_state_for_each_line(odds):
    assert len(article_lines(odds)) == len(odds)


def test_it_has_a_weight_for_every_feature():
    row = next(features([look(line) for line in split("One line.\nAnother line")]))
    for fold in (None, *range(FOLDS)):
        weights = line_weights(fold)
        assert weights.names == NAMES
        assert len(row) == len(weights.weights) == len(NAMES)


@pytest.mark.parametrize("text", ["", " ", "\n" * 100_000, "\r\n\t \u2028"])
def test_it_finds_nothing_in_nothing(text):
    assert from_text(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "(" * 200_000,
        "a, " * 200_000,
        "/ AP " * 100_000,
        "Photo: " * 50_000,
        "By Jo " * 50_000,
        "FILE - " * 50_000,
        "\n".join(["Menu"] * 20_000),
        "\n\n".join(["| a | b | c |"] * 10_000),
        "\n".join(f"{i}. item of a list" for i in range(10_000)),
        "x" * 1_000_000,
        "\x00" * 100_000,
        "\ud800\n" * 10_000,
        "\u202e\u05e9\u05dc\u05d5\u05dd " * 50_000,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_it_does_not_hang_on_hostile_text(text):
    began = time.process_time()
    check(text)
    assert time.process_time() - began < 10
