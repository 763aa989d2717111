"""Scoring what was heard against an annotation."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import SOURCES, at, invented
from sayso.exchange.heard1_read import from_line
from sayso.model.span import Span
from sayso.scoring.days import days_agree, days_of
from sayso.scoring.gold import score
from sayso.scoring.gold_events import happenings
from sayso.scoring.words import Words, name_words, overlap, pair


def scored(told, gold=None):
    return score([from_line(gold or invented())], {told.id: from_line(told)} if told else {})


def test_it_gives_full_marks_to_the_annotation_itself():
    made = scored(invented())
    assert {found.f for found in made.f1.values()} == {1.0}
    assert all(rate.rate == (0.0 if key.endswith("invented") else 1.0) for key, rate in made.accuracy.items())
    assert made.errors == ()


def test_it_counts_a_document_without_a_prediction_as_empty():
    made = scored(None)
    assert made.f1["st.found"].r == 0.0
    assert made.f1["st.found"].pred == 0
    assert made.f1["st.found"].p == 0.0
    assert made.accuracy == {}
    assert [e.kind for e in made.errors].count("missed statement") == 3
    assert made.errors[-1].gold == "attacked"


def changed(index, **fields):
    line = invented()
    statements = list(line.statements)
    statements[index] = replace(statements[index], **fields)
    return replace(line, statements=tuple(statements))


def test_it_tells_origin_from_chain():
    chain = invented().statements[0].chain
    told = changed(0, chain=(chain[1],))
    made = scored(told)
    assert made.f1["st.origin"].f == 1.0
    assert made.f1["st.chain"].f == pytest.approx(2 / 3)
    assert made.f1["st.multi-hop"].pred == 1
    assert made.f1["st.multi-hop"].p == 1.0
    assert made.f1["st.multi-hop"].r == 0.5


def test_it_names_the_wrong_origin():
    told = changed(0, chain=(replace(SOURCES, who="the mayor", m=at("Gunmen")),))
    error = next(e for e in scored(told).errors if e.kind == "origin")
    assert (error.gold, error.told) == ("several militia sources", "the mayor")


def test_it_pairs_contents_that_share_half_of_their_words():
    made = scored(changed(2, content=(at("that it had attacked"),)))
    assert made.f1["st.found"].f == 1.0
    assert made.f1["st.strict"].f == pytest.approx(1.0)
    made = scored(changed(2, content=(at("that it had"),)))
    assert made.f1["st.strict"].f == pytest.approx(2 / 3)
    assert scored(changed(2, content=(at("that"),))).f1["st.found"].f == pytest.approx(2 / 3)


def with_event(index, **fields):
    line = invented()
    events = list(line.events)
    events[index] = replace(events[index], **fields)
    return replace(line, events=tuple(events))


@pytest.mark.parametrize(
    ("fields", "key", "rate"),
    [
        ({"mode": None}, "ev.mode", 0.5),
        ({"killed": (6, 6)}, "ev.figures", 0.0),
        ({"killed": None}, "ev.figures", 0.0),
        ({"place": None}, "ev.place.country", 0.5),
        ({"when": None}, "ev.when.exact", 0.0),
        ({"background": True}, "ev.background", 0.75),
        ({"actor": ()}, "ev.actor", 0.75),
    ],
)
def test_it_marks_each_field_of_a_typed_event(fields, key, rate):
    assert scored(with_event(1, **fields)).accuracy[key].rate == rate


def test_it_counts_values_made_up():
    told = with_event(2, when=invented().events[1].when, mode="drone")
    accuracy = scored(told).accuracy
    assert accuracy["ev.when.invented"].rate == pytest.approx(1 / 3)
    assert accuracy["ev.mode.invented"].rate == 0.5


def test_it_counts_links_between_mentions_of_one_happening():
    assert scored(with_event(1, same_as=None)).f1["ev.same"].r == 0.0
    assert scored(with_event(2, same_as="E1")).f1["ev.same"].p == pytest.approx(1 / 3)


def test_it_ends_where_mentions_lead_round_in_a_circle():
    heard = from_line(with_event(0, same_as="E2"))
    assert len(happenings(heard.mentions)) == 4


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2021-02", "2021-02-01 2021-02-28"),
        ("2020", "2020-01-01 2020-12-31"),
        ("2021-07-05/2021-07-11", "2021-07-05 2021-07-11"),
        ("2021-12", "2021-12-01 2021-12-31"),
        ("2019-04/..", "2019-04-01 9999-12-31"),
    ],
)
def test_it_knows_the_days_of_an_iso_time(value, days):
    assert " ".join(day.isoformat() for day in days_of(value)) == days


@pytest.mark.parametrize("value", [None, "", "last week", "2021-13", "2021-02-30", "x/y"])
def test_it_finds_no_days_in_what_is_no_time(value):
    assert days_of(value) is None


def test_it_lets_times_agree_by_half_of_their_days():
    assert days_agree(days_of("2021-07-05/2021-07-11"), days_of("2021-07-05/2021-07-08"))
    assert not days_agree(days_of("2021-07"), days_of("2021-07-05"))
    assert days_agree(days_of("2019-04/.."), days_of("2019-05/.."))
    assert not days_agree(days_of("2021"), None)


def test_it_compares_spans_as_words():
    words = Words("“So,” he said — twice.")
    assert words.of([Span(0, 5)]) == words.of([Span(1, 3)]) == {0}
    assert words.of([Span(2, 8)]) == {0, 1}
    assert words.of([Span(4, 6)]) == frozenset()


def test_it_leaves_articles_out_of_names():
    assert name_words("The Army of the North") == {"army", "north"}
    assert name_words(None) == frozenset()


@given(st.text(max_size=40), st.integers(0, 40), st.integers(1, 40))
def test_it_covers_the_same_words_as_a_walk_over_every_code_point(text, start, length):
    span = Span(start, start + length)
    inside = set(range(span.start, span.end))
    words = enumerate(re.finditer(r"\w+", text))
    walked = {number for number, word in words if inside.intersection(range(*word.span()))}
    assert Words(text).of([span]) == walked


@given(st.lists(st.sampled_from("abcd"), max_size=6), st.lists(st.sampled_from("abcd"), max_size=6))
def test_it_pairs_one_to_one(ones, others):
    pairs = pair(ones, others, lambda a, b: float(a == b), 0.5)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert len(pairs) == sum(min(ones.count(x), others.count(x)) for x in "abcd")


def test_it_overlaps_by_f1():
    assert overlap({1, 2}, {2, 3}) == 0.5
    assert overlap(set(), set()) == 0.0
