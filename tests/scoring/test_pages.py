"""Extracted pages are scored as the corpora's own scorers do."""

import pytest

from sayso.scoring.pages import TypedPage, minute_of, page_score, score_bodies, score_typed, shingles

TRUE = TypedPage(
    paragraphs=("The bridge was closed on Monday after a crack was found.", "It will open again in a week."),
    subheads=("Detours",),
    standfirst="A crack was found in the old bridge.",
    captions=("The bridge seen from the south bank", "An engineer at work"),
    published="2024-03-04T10:15:20+01:00",
    authors=("Mara Quill", "Tomas Weir"),
)


def test_it_gives_full_marks_to_the_truth():
    told = score_typed([(TRUE, TRUE)])
    assert (told.paragraphs, told.precision, told.captions, told.standfirst) == (1, 1, 1, 1)
    assert (told.published, told.authors, told.leaked) == (1, 1, 0)


def test_it_counts_what_is_missing_foreign_and_leaked():
    told = TypedPage(
        paragraphs=(TRUE.paragraphs[0], "Sign up for our letter", "An engineer at work"),
        captions=("The bridge seen from the south bank", "Advertisement"),
        published="2024-03-04T09:15:59Z",
        authors=("Tomas Weir", "Mara Quill", "Staff"),
    )
    figures = score_typed([(TRUE, told)])
    assert figures.paragraphs == 1 / 2
    assert figures.precision == 1 / 3
    assert figures.captions == 1 / 2
    assert figures.caption_precision == 1 / 2
    assert figures.leaked == 1 / 2
    assert figures.standfirst == 0
    assert figures.published == 1  # another zone, the same minute
    assert figures.authors == 0


def test_it_gives_one_where_there_was_nothing_to_find():
    figures = score_typed([(TypedPage(), TypedPage())])
    assert figures.paragraphs == figures.captions == figures.published == figures.authors == 1


@pytest.mark.parametrize(
    "time", [None, "", "yesterday", "2024-03-04", "2024-03-04T10:15", "2024-13-04T10:15Z"]
)
def test_it_takes_no_time_without_clock_zone_or_sense(time):
    assert minute_of(time) is None


def test_it_counts_runs_of_four_words_with_their_case():
    assert sum(shingles("a b c d e").values()) == 2
    assert sum(shingles("a b").values()) == 1
    assert not shingles("…")
    assert page_score("a b c d e", "a b c d E") == (0.5, 0.5)


@pytest.mark.parametrize(
    ("true", "told", "want"),
    [("", "", (1, 1)), ("a b c d", "", (0, 0)), ("", "a b c d", (0, 0)), ("a b c d", "a b c d", (1, 1))],
)
def test_it_scores_empty_bodies(true, told, want):
    assert page_score(true, told) == want


def test_it_weighs_each_page_the_same_and_leaves_silence_out_of_precision():
    long = " ".join(str(n) for n in range(400))
    figures = score_bodies([(long, long), ("a b c d", "a b c x"), ("e f g h", "")])
    assert figures.precision == 1 / 2
    assert figures.recall == 1 / 3
    assert figures.f1 == pytest.approx(0.4)
