import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotation.annotate import annotate
from sayso.coding.figure_heads import head_count
from sayso.coding.figure_told import tell_figures
from sayso.model.document import Block, BlockKind, Document
from sayso.model.span import Span

WORDS = [
    "killed",
    "5",
    "dozens of",
    "men",
    ",",
    "and",
    "no",
    "were",
    "wounded",
    "who",
    "of",
    "dead",
    "the",
    ".",
]


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("SIX NURSES CAME. THE NURSES WERE SHOT.", "THE NURSES", (6, 6)),
        ("ABOUT 50 PEASANTS WERE TAKEN.", "PEASANTS", (50, 50)),
        ("A CLERK WAS SHOT.", "CLERK", (1, 1)),
        ("THE JUDGES WERE SHOT.", "JUDGES", (None, None)),
        ("HER 3-YEAR-OLD SON WAS SHOT.", "HER 3-YEAR-OLD SON", (1, 1)),
    ],
)
def test_it_tells_how_many_a_phrase_stands_for(text, words, told):
    start = text.index(words)
    found = head_count(text, Span(start, start + len(words)))
    assert (found.low, found.high) == told


@settings(deadline=None)  # the first text waits for the tables
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join))
def test_every_figure_lies_in_its_text_and_is_ordered(text):
    document = Document(
        id="d",
        report="r",
        name="n",
        page="p",
        text=text,
        language="en",
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),),
    )
    for _, many in tell_figures(document, annotate(document)):
        for one in many:
            assert 0 <= one.tally.span.start < one.tally.span.end <= len(text)
            assert one.tally.low is None or one.tally.high is None or one.tally.low <= one.tally.high
