"""Eleven phrases of a report of 13 July 2021, a Tuesday, and laws that all words of time keep."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotation.times import mark_times, tell_times, times_given
from sayso.model.document import Dateline, Document, Moment
from sayso.model.marks import TimeKind
from sayso.model.span import Span

TUESDAY = "2021-07-13"


def document(text, published=TUESDAY, dateline=None):
    moment = Moment(value=published, source="caller") if published else None
    return Document(id="d", report="r", name="n", page="p", text=text, published=moment, dateline=dateline)


def sentences(text):
    out, start = [], 0
    for part in re.split(r"(?<!\.m)\. ", text):
        out.append(Span(start, min(len(text), start + len(part) + 1)))
        start += len(part) + 2
    return tuple(out)


def told(text, published=TUESDAY):
    return mark_times(document(text, published), sentences(text))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The general spoke on Tuesday.", "Tuesday", "2021-07-13"),
        ("Envoys came last week.", "last week", "2021-07-05/2021-07-11"),
        ("Rockets fell more often last year.", "last year", "2020"),
        ("Raids have gone on since early April.", "since early April", "2021-04/.."),
        ("The commander died on July 13, 2010.", "July 13, 2010", "2010-07-13"),
        ("Guards stand at a gate, January 25, 2018.", "January 25, 2018", "2018-01-25"),
        ("A pact of 2015 fell.", "2015", "2015"),
        ("The pact fell in 2018.", "2018", "2018"),
        ("The envoy had left two days earlier.", "two days earlier", None),
    ],
)
def test_it_resolves_each_phrase(text, words, value):
    (found,) = told(text)
    assert found.span.of(text) == words
    assert found.value == value


def test_it_counts_from_an_event_that_the_text_dates():
    text = "Officers met allies last week. In the days following the meeting, shots were fired."
    found = told(text)[-1]
    assert (found.value, found.anchor, found.approximate) == ("2021-07-05/2021-07-13", "event", True)


def test_it_tells_a_length_from_a_date():
    (found,) = told("The 10-year conflict goes on.")
    assert (found.kind, found.timex, found.value) == (TimeKind.DURATION, "P10Y", None)
    assert found.earliest is None
    assert found.latest is None


def test_it_counts_from_a_neighbour_that_is_dated():
    found = told("The raid was on 3 March 2020. The men had come two days earlier.")[-1]
    assert (found.value, found.anchor) == ("2020-03-01", "neighbour")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on June 27 and 28.", "2021-06-27/2021-06-28"),
        ("It fell on 27 and 28 June.", "2021-06-27/2021-06-28"),
        ("It grew between April and June.", "2021-04/2021-06"),
        ("It ran from 3 May 2019 to 6 May 2019.", "2019-05-03/2019-05-06"),
        ("It came on Monday and Tuesday.", "2021-07-12/2021-07-13"),
        ("It holds until 4 May 2022.", "../2022-05-04"),
        ("It was so in the 1990s.", "1990/1999"),
        ("It came in Ramadan 2019.", "2019-05-06/2019-06-04"),
        ("It came in Q3 2020.", "2020-07/2020-09"),
        ("It came in the third quarter of 2020.", "2020-07/2020-09"),
        ("It fell in late March.", "2021-03"),
        ("It will be held on Friday.", "2021-07-16"),
        ("It will be held in September.", "2021-09"),
        ("It fell on the night of 20 June 2021.", "2021-06-20"),
        ("It fell at 10 p.m. on Monday.", "2021-07-12"),
        ("It was in the 19th century.", "1801/1900"),
        ("It came on Christmas 2019.", "2019-12-25"),
    ],
)
def test_it_resolves_ranges_and_names_of_times(text, value):
    (found,) = told(text)
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It came last week.", "2021-W27"),
        ("It was so in the 1990s.", "199"),
        ("It rains every Friday.", "XXXX-WXX-5"),
        ("It is done daily.", "P1D"),
        ("It took several months.", "PXM"),
        ("It took twenty-four hours.", "PT24H"),
        ("It took two and a half years.", "P2.5Y"),
        ("It fell on Monday night.", "2021-07-12TNI"),
        ("It fell at 10:30 p.m. Monday.", "2021-07-12T22:30"),
        ("It was recently.", "PAST_REF"),
        ("It came last summer.", "2020-SU"),
        ("It came last weekend.", "2021-W27-WE"),
    ],
)
def test_it_writes_what_timex3_writes(text, timex):
    (found,) = tell_times(document(text), sentences(text))
    assert found.timex == timex


def test_it_reads_given_words_whatever_they_are():
    text = "The former chief left."
    (found,) = times_given(document(text), sentences(text), [Span(4, 10)])
    assert found.timex == "PAST_REF"


def test_it_counts_from_the_dateline_where_no_day_of_publication_is_stated():
    text = "It came on Tuesday."
    line = Dateline(span=Span(0, 2), date=TUESDAY)
    (found,) = mark_times(document(text, None, line), sentences(text))
    assert (found.value, found.anchor) == (TUESDAY, "dateline")


def test_it_counts_bare_days_of_a_history_from_one_another():
    text = (
        "The war began in May 1912. On 3 June 1912 the port fell. By August 1912 the north was lost. "
        "In 1913 talks began. In March 1913 they failed. On 4 April the bridge was blown. "
        "Two days later the fort gave up. It ended in 1914."
    )
    values = [one.value for one in told(text, "2009-12-19")]
    assert values[-3:] == ["1913-04-04", "1913-04-06", "1914"]


PHRASES = (
    *("on Tuesday", "last week", "yesterday", "two days ago", "next Friday", "this week", "overnight"),
    *("three weeks ago", "last weekend", "earlier this week", "on Monday night", "in the past three days"),
)
ABSOLUTE = ("on 3 May 2019", "in 2018", "in June 2014", "in the 1990s", "since 2015", "in the spring of 2012")
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))


@given(DAYS, st.integers(-60, 60), st.sampled_from(PHRASES))
def test_it_moves_relative_times_with_the_day_of_publication(day, weeks, phrase):
    text = f"It came {phrase}."
    step = timedelta(weeks=weeks)
    (one,), (other,) = told(text, day.isoformat()), told(text, (day + step).isoformat())
    assert one.earliest is not None
    assert one.latest is not None
    assert (other.earliest, other.latest) == (one.earliest + step, one.latest + step)


@given(DAYS, st.integers(-60, 60), st.sampled_from(ABSOLUTE))
def test_it_leaves_absolute_times_where_they_are(day, weeks, phrase):
    text = f"It came {phrase}."
    other = (day + timedelta(weeks=weeks)).isoformat()
    assert told(text, day.isoformat()) == told(text, other)


WORDS = st.sampled_from(
    (
        *("the", "a", "in", "on", "of", "since", "until", "between", "and", "to", "last", "next", "two"),
        *("week", "weeks", "year", "month", "ago", "later", "earlier", "Tuesday", "Friday", "May", "June"),
        *("28", "2019", "1914", "BC", "spring", "night", "p.m.", "10", "third", "quarter", "century", "-"),
        *("30th", "1990s", "every", "now", "Easter", "Ramadan", "after", "meeting", "days", "following"),
        *(",", ".", "'", "3", "late"),
    )
)


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=14), st.one_of(st.none(), st.dates()))
def test_it_keeps_intervals_in_order_and_is_the_same_twice(words, day):
    text = " ".join(words)
    spans = (Span(0, len(text)),) if text else ()
    made = document(text, day.isoformat() if day else None)
    found = mark_times(made, spans)
    assert found == mark_times(made, spans)
    assert list(found) == sorted(found, key=lambda one: one.span)
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        if one.earliest and one.latest:
            assert one.earliest <= one.latest
        if one.value is None:
            assert one.earliest is None
            assert one.latest is None


@given(st.lists(WORDS, min_size=1, max_size=8), st.dates())
def test_it_answers_every_given_span(words, day):
    text = " ".join(words)
    made = document(text, day.isoformat())
    (found,) = times_given(made, (Span(0, len(text)),), [Span(0, len(text))])
    assert found.span == Span(0, len(text))


def test_it_takes_no_age_for_a_length():
    assert told("The 10-year-old boy was hurt.") == ()


@pytest.mark.parametrize("text", ["He paid $2015 for it.", "Some 1500 people fled.", "The fall of Oslo."])
def test_it_takes_no_count_for_a_year(text):
    assert told(text) == ()
