"""The day that the head of a plain text states."""

import pytest

from sayso.ingest.head_dates import head_dates
from sayso.model.document import Block, BlockKind
from sayso.model.span import Span

K = BlockKind
STORY = "Two men were held at the gate on Tuesday, the ministry said, and taken to a prison outside Ardun."


def said(*pieces):
    text, blocks = "", []
    for kind, words in pieces:
        blocks.append(Block(kind=kind, span=Span(len(text), len(text) + len(words))))
        text += words + "\n"
    return tuple(moment and moment.value for moment in head_dates(text, blocks))


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published July 13, 2021", "2021-07-13"),
        ("Posted: 13 Jul 2021 10:21 GMT", "2021-07-13T10:21+00:00"),
        ("Tuesday, July 13, 2021 at 4:05 p.m.", "2021-07-13T16:05"),
        ("2021-07-13", "2021-07-13"),
        ("Published on a Tuesday", None),
        ("The siege of July 13, 2021", None),
        ("Published February 30, 2021", None),
    ],
)
def test_it_reads_a_line_below_the_headline(line, value):
    assert said((K.HEADLINE, "Two held"), (K.FURNITURE, line), (K.PARAGRAPH, STORY)) == (value, None)


def test_it_reads_a_byline_with_its_day():
    lines = (K.HEADLINE, "Two held"), (K.BYLINE, "By Jo Vane | July 13, 2021"), (K.PARAGRAPH, STORY)
    assert said(*lines) == ("2021-07-13", None)


def test_it_keeps_an_update_apart():
    lines = (K.HEADLINE, "Two held"), (K.FURNITURE, "Last updated July 14, 2021"), (K.PARAGRAPH, STORY)
    assert said(*lines) == (None, "2021-07-14")


def test_it_takes_no_date_from_masthead_story_or_tail():
    lines = (
        *((K.FURNITURE, "July 20, 2021"), (K.HEADLINE, "Two held"), (K.PARAGRAPH, STORY)),
        *((K.FURNITURE, "Published May 2, 2020"), (K.CAPTION, "May 5, 2019")),
    )
    assert said(*lines) == (None, None)


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("February 3, 2024 | 4:20am | Updated February 4, 2024 | 9:32pm", "2024-02-03T04:20"),
        ("Mara Quill · Harbour News · Posted: Feb 03, 2024 4:00 AM GMT", "2024-02-03T04:00+00:00"),
    ],
)
def test_it_reads_the_first_of_two_times_and_one_behind_a_name(line, want):
    assert said((K.HEADLINE, "Two held at gate"), (K.FURNITURE, line), (K.PARAGRAPH, STORY))[0] == want
