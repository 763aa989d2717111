import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotation.times import mark_times
from sayso.model.document import Document, Moment
from sayso.model.span import Span

TUESDAY = "2021-07-13"


def times(text, published=TUESDAY):
    moment = Moment(value=published, source="caller") if published else None
    document = Document(id="d", report="r", name="n", page="p", text=text, published=moment)
    return mark_times(document, (Span(0, len(text)),)) if text else ()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("It came on Tuesday.", "2021-07-13"),
        ("It came on Wednesday night.", "2021-07-07"),
        ("It came last week.", "2021-07-05/2021-07-11"),
        ("It came this week.", "2021-07-12/2021-07-13"),
        ("It came last weekend.", "2021-07-10/2021-07-11"),
        ("It came yesterday.", "2021-07-12"),
        ("It came last year.", "2020"),
        ("It came last month.", "2021-06"),
        ("They meet next month.", "2021-08"),
        ("They meet next Monday.", "2021-07-19"),
        ("It came in March.", "2021-03"),
        ("It came in December.", "2020-12"),
        ("It came on March 31.", "2021-03-31"),
        ("It came on 25 November.", "2020-11-25"),
        ("It came in 2018.", "2018"),
        ("It came on January 25, 2018.", "2018-01-25"),
        ("It has gone on since early April.", "2021-04/.."),
        ("It has gone on since 2015.", "2015/.."),
        ("It came three days ago.", "2021-07-10"),
        ("It came two years ago.", "2019"),
        ("It came in the past three days.", "2021-07-10/2021-07-13"),
        ("It came overnight.", "2021-07-12/2021-07-13"),
        ("It came over the weekend.", "2021-07-10/2021-07-11"),
        ("It came last autumn.", "2020-09/2020-11"),
        ("It came in the summer of 2016.", "2016-06/2016-08"),
        ("It went on over the past two years.", "2019-07/2021-07"),
        ("It went on throughout the last decade.", "2011/2021"),
        ("They meet at the end of the year.", "2021-12"),
    ],
)
def test_it_resolves_words_of_time(words, value):
    (found,) = times(words)
    assert found.value == value


@pytest.mark.parametrize("words", ["It came on Tuesday.", "It came last week.", "It came yesterday."])
def test_it_never_counts_from_another_day_than_publication(words):
    (found,) = times(words, published=None)
    assert found.value is None
    assert found.earliest is None
    assert found.latest is None


def test_it_reads_full_dates_without_publication():
    (found,) = times("It came on January 25, 2018.", published=None)
    assert found.value == "2018-01-25"
    assert found.anchor == "itself"


def test_it_reads_a_bare_month_in_the_year_of_its_story():
    found = times("In June 2019 guards walked out. By August they had seized two stations.")
    assert [words.value for words in found] == ["2019-06", "2019-08"]


def test_it_takes_no_fall_of_a_town_for_autumn():
    assert times("The fall of the town was near.") == ()


@pytest.mark.parametrize("words", ["three days earlier", "that year", "a day later", "several weeks before"])
def test_it_marks_words_that_count_from_elsewhere_without_a_value(words):
    (found,) = times(f"It came {words}.")
    assert found.value is None


def test_it_keeps_vague_words_unresolved():
    (found,) = times("In the days following the meeting, shots were heard.")
    assert found.value is None


@pytest.mark.parametrize("words", ["He may march on.", "She said May was tired.", "Mr March left."])
def test_it_takes_no_verb_and_no_person_for_a_month(words):
    assert times(words) == ()


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_it_survives_the_ends_of_the_calendar(published):
    text = "It came last week, last month, next year, next Tuesday, tomorrow, three years ago and last year."
    for found in times(text, published):
        assert Span(0, len(text)).holds(found.span)


@given(st.text(max_size=120))
def test_it_stays_within_any_text(text):
    for found in times(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
