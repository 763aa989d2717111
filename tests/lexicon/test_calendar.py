"""Dates written out: what is one, what is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lexicon.calendar import bare_years, day_months, explicit_dates


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("January 25, 2018", "2018-01-25"),
        ("Jan. 25, 2018", "2018-01-25"),
        ("JULY 3, 2019", "2019-07-03"),
        ("Sept. 11th, 2001", "2001-09-11"),
        ("May 5 2023", "2023-05-05"),
        ("25 January 2018", "2018-01-25"),
        ("25 Jan. 2018", "2018-01-25"),
        ("25-Jan-2018", "2018-01-25"),
        ("1st of March, 2020", "2020-03-01"),
        ("2018-01-25", "2018-01-25"),
        ("July 2010", "2010-07"),
        ("July, 2010", "2010-07"),
        ("February 29, 2020", "2020-02-29"),
    ],
)
def test_it_reads_a_date_in_full(words, value):
    text = f"They left on {words}, it was said."
    (found,) = explicit_dates(text)
    assert (found.value, text[found.start : found.end]) == (value, words)


@pytest.mark.parametrize(
    "text",
    [
        "on February 30, 2021",
        "on 31 April 2020",
        "on February 29, 2019",
        "2018-13-40",
        "the ship may 5, 2018 times over",
        "On May 5, 3000 people marched",
        "On May 5, 2000 people marched",
        "call 555-2018-01-25-77",
        "March 31",
        "year 2018",
        "",
    ],
)
def test_it_does_not_take_for_a_date(text):
    assert explicit_dates(text) == ()


def test_it_finds_several_in_order():
    text = "from 3 May 2019 to June 4, 2019, and again in July 2020"
    assert [d.value for d in explicit_dates(text)] == ["2019-05-03", "2019-06-04", "2020-07"]


def test_it_keeps_a_day_without_year_apart():
    text = "on March 31 and 2 April, not on May 5, 2020 or February 30"
    assert [(d.month, d.day) for d in day_months(text)] == [(3, 31), (4, 2)]


def test_it_offers_bare_years_only_when_asked():
    text = "In 2018, some $2019 and 2,020 people on May 5, 2017 or 2021-22 and 1999%"
    assert [d.value for d in bare_years(text)] == ["2018"]


@settings(deadline=None)
@given(st.text(alphabet="May5 ,.2018Jan-0/\n31st of", max_size=80))
def test_it_stays_within_any_text(text):
    for found in (*explicit_dates(text), *bare_years(text)):
        assert 0 <= found.start < found.end <= len(text)
    for day in day_months(text):
        assert 1 <= day.day <= 31
