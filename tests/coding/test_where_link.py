"""Which of the places that a document tells is that of an act."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.annotation.annotate import annotate
from sayso.coding.where import Where, scene_of, where_of
from sayso.coding.where_candidates import Candidate, candidates_of
from sayso.coding.where_link import chances, placed
from sayso.model.document import Block, BlockKind, Document
from sayso.model.made import Made
from sayso.model.mention import EventType, Mention, Realis
from sayso.model.span import Span


def scene(text):
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    marks = annotate(Document(id="d", report="r", name="n", page="p", text=text, blocks=(block,)))
    return marks, scene_of(marks)


def act(text, word, kind="ASSAULT", realis=Realis.ACTUAL, at=None, **more):
    """An act with the words for its place, if any are given."""
    marks, around = scene(text)
    where = Where()
    if at:
        where = where_of(text, marks, (Span(text.index(at), text.index(at) + len(at)),), around)
    start = text.index(word)
    return Mention(
        id=word, trigger=Span(start, start + len(word)), type=EventType(kind), realis=realis,
        place=where.told, places=where.places, made=Made(step="t", version="1"), **more,
    )  # fmt: skip


def names(text, *acts):
    return [one.place and one.place.name for one in placed(acts, scene(text)[1])]


def test_it_takes_the_place_that_the_sentence_names():
    text = "Militants bombed a market in Kirkuk, Iraq, on Monday."
    assert names(text, act(text, "bombed")) == ["Kirkuk, Iraq"]


def test_it_keeps_the_place_that_is_told_with_the_act():
    text = "Officials in Baghdad, Iraq, said that gunmen raided a bank in Mosul."
    assert names(text, act(text, "raided", at="Mosul")) == ["Mosul, Iraq"]


def test_it_tells_the_place_of_the_happening_without_words():
    text = "A car bomb exploded in Basra, Iraq. Six people died. Nobody has claimed the blast."
    first = act(text, "exploded", at="Basra")
    again = act(text, "blast", same_as="exploded")
    out = placed((first, again), scene(text)[1])
    assert [one.place.name for one in out] == ["Basra, Iraq", "Basra, Iraq"]
    assert out[0].place.mention is not None
    assert out[1].place.mention is None


def test_it_places_no_demand_that_is_only_feared():
    text = "France and Iran differ. Diplomats fear that envoys may demand concessions."
    assert names(text, act(text, "demand", "REQUEST", Realis.HYPOTHETICAL)) == [None]


def test_it_finds_no_place_where_the_text_has_none():
    text = "Rebels attacked at dawn."
    assert names(text, act(text, "attacked")) == [None]


def test_it_looks_at_no_more_than_what_stands_near():
    text = "Troops fired. " * 300 + "Clashes hit Homs, Syria."
    marks, around = scene(text)
    acts = tuple(
        Mention(
            id=str(n), trigger=Span(14 * n + 7, 14 * n + 12), type=EventType.ASSAULT,
            realis=Realis.ACTUAL, made=Made(step="t", version="1"),
        )
        for n in range(300)
    )  # fmt: skip
    assert max(map(len, candidates_of(acts, around))) <= len(marks.places)


@given(st.lists(st.floats(-1e6, 1e6), max_size=8))
def test_it_leaves_a_chance_that_there_is_no_place(weights):
    told = chances([Candidate(Where(), {"sign": weight}) for weight in weights], {"sign": 1.0})
    assert all(0 <= one <= 1 for one in told)
    assert sum(told) <= 1 + 1e-9


def test_it_keeps_several_places_told_with_one_act():
    text = "Fighters withdrew from Syria and Iraq. Syria is at war."
    assert names(text, act(text, "withdrew", "RETREAT", at="Syria and Iraq")) == ["Syria; Iraq"]
