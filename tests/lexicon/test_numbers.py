import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lexicon.numbers import find_numbers


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("at least five people", (5, None)),
        ("dozens of villagers", (24, 99)),
        ("scores of homes", (40, 99)),
        ("several officers", (3, 9)),
        ("up to 24 miners", (None, 24)),
        ("two dozen men", (24, 24)),
        ("1,200 marchers", (1200, 1200)),
        ("3.5 million voters", (3_500_000, 3_500_000)),
        ("twenty-five students", (25, 25)),
        ("one hundred and five sailors", (105, 105)),
        ("more than 500 prisoners", (501, None)),
        ("over 30 boats", (31, None)),
        ("fewer than 10 tents", (None, 9)),
        ("nearly 50 goats", (40, 49)),
        ("two or three guards", (2, 3)),
        ("between nine and eleven nurses", (9, 11)),
        ("10-15 riders", (10, 15)),
        ("hundreds, and possibly thousands, of letters", (200, 9999)),
        ("five or more clerks", (5, None)),
        ("no one", (0, 0)),
        ("about 40 cars", (40, 40)),
    ],
)
def test_it_reads_number_words(words, told):
    (found,) = find_numbers(words)
    assert (found.low, found.high) == told


def test_it_marks_what_is_to_be_added():
    (found,) = find_numbers("a further three sailors")
    assert found.further
    assert found.low == 3


def test_it_takes_no_growth_for_a_range():
    assert [found.low for found in find_numbers("it rose from five to seven")] == [5, 7]


@pytest.mark.parametrize("words", ["rose by 5%", "cost $40", "at 14:05", "12 percent"])
def test_it_leaves_out_what_counts_nothing(words):
    assert not [found for found in find_numbers(words) if found.low in (5, 40, 14, 12)]


@given(st.text(max_size=80))
def test_it_stays_within_any_text(text):
    for found in find_numbers(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.low is None or found.high is None or found.low <= found.high
