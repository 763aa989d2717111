"""Sentences and tokens."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotation.sentences import mark_sentences, split_sentences
from sayso.annotation.tokens import mark_tokens
from sayso.model.document import Block, BlockKind, Document
from sayso.model.span import Span


def sentences(text):
    return [s.of(text) for s in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["The bridge fell.", "Nobody was hurt."],
        ["Gen. Ada Brook met Dr. Lund on Jan. 4 in St. Maro.", "They left."],
        ["“We wait.", "We do not shoot,” she said.", "“Not yet.”"],
        ["He moved to the U.S.", "The visa came late."],
        ["The U.S. Army denied it.", "It was 3.5 miles off."],
        ["George W. Mason spoke.", "Who heard him?", "No one!"],
        ["Who did it? asked the mayor."],
        ["No stop at all"],
    ],
)
def test_it_splits_where_a_reader_would(parts):
    assert sentences(" ".join(parts)) == parts


def test_it_marks_no_furniture_and_no_repeated_caption():
    text = "Fire at mill.\nA photo.\nA photo.\nRead more. Join us."
    blocks = (
        Block(kind=BlockKind.PARAGRAPH, span=Span(0, 13)),
        Block(kind=BlockKind.CAPTION, span=Span(14, 22)),
        Block(kind=BlockKind.CAPTION, span=Span(23, 31), repeat=True),
        Block(kind=BlockKind.FURNITURE, span=Span(32, len(text))),
    )
    document = Document(id="d", report="r", name="n", page="p", text=text, blocks=blocks)
    assert [s.of(text) for s in mark_sentences(document)] == ["Fire at mill.", "A photo."]


def test_it_parts_words_from_marks():
    text = "Don’t say “north-east U.S. troops’ plan” was Ola’s, at 14:05."
    whole = (Span(0, len(text)),)
    assert [t.of(text) for t in mark_tokens(text, whole)] == [
        *("Don’t", "say", "“", "north-east", "U.S.", "troops", "’", "plan", "”", "was"),
        *("Ola", "’s", ",", "at", "14:05", "."),
    ]


@given(st.text(alphabet="aB .!?\n“”\"'’(0-", max_size=80))
def test_it_keeps_every_word_and_order_whatever_comes(text):
    spans = split_sentences(text, 0, len(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
    tokens = mark_tokens(text, spans)
    assert "".join(t.of(text) for t in tokens) == "".join(text.split())
