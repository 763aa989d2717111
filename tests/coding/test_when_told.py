from datetime import date

import pytest

from sayso.coding.when import when_of
from sayso.model.document import Caption, Document, Moment
from sayso.model.marks import Grain, Marks, TimeExpression, TimeKind
from sayso.model.mention import Realis
from sayso.model.span import Span

TEXT = "Rebels shelled the port overnight, July 31, 2015. The 10-year conflict and the raid of Friday go on."


def at(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


MARKS = Marks(
    times=(
        TimeExpression(span=at("overnight"), value="2015-07-30/2015-07-31", kind=TimeKind.TIME),
        TimeExpression(span=at("July 31, 2015"), value="2015-07-31", grain=Grain.DAY),
        TimeExpression(span=at("10-year"), kind=TimeKind.DURATION, timex="P10Y"),
        TimeExpression(
            span=at("Friday"),
            value="2015-07-31",
            grain=Grain.DAY,
            anchor="publication",
            earliest=date(2015, 7, 31),
            latest=date(2015, 7, 31),
        ),
    )
)
CAPTION = Caption(span=at("Rebels shelled the port overnight, July 31, 2015."), date="2015-07-31",
                  date_span=at("July 31, 2015"))  # fmt: skip


def document(*captions):
    published = Moment(value="2015-08-02", source="caller")
    return Document(id="d", report="r", name="n", page="p", text=TEXT, captions=captions, published=published)


def told(trigger, *times, captions=(), realis=Realis.ACTUAL):
    return when_of(document(*captions), MARKS, at(trigger), tuple(at(words) for words in times), realis)


def test_it_takes_the_words_that_the_reader_linked():
    assert told("raid", "Friday").value == "2015-07-31"


def test_it_takes_no_length_of_time_for_a_date():
    when = told("conflict", "10-year")
    assert when.value is None
    assert when.mention == at("10-year")


def test_it_passes_over_a_length_where_a_date_is_linked_too():
    assert told("raid", "10-year", "Friday").value == "2015-07-31"


def test_it_never_puts_the_day_of_publication():
    assert told("raid") is None


def test_it_keeps_words_that_are_no_mark_without_a_value():
    when = told("raid", "port")
    assert when.value is None
    assert when.mention == at("port")


def test_it_gives_an_act_in_a_caption_the_date_of_the_photo():
    assert told("shelled", captions=(CAPTION,)).value == "2015-07-31"


@pytest.mark.parametrize("linked", [("overnight",), ("July 31, 2015", "overnight")])
def test_it_prefers_what_the_caption_says_of_the_act_to_the_date_of_the_photo(linked):
    assert told("shelled", *linked, captions=(CAPTION,)).value == "2015-07-30/2015-07-31"


def test_it_takes_a_bare_weekday_of_a_plan_for_the_next():
    assert told("raid", "Friday", realis=Realis.PLANNED).value == "2015-08-07"
