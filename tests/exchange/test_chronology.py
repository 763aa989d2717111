"""The chronology as data."""

from dataclasses import replace

import pytest

from invented import invented
from sayso.exchange.chronology import chronology, tellings_of
from sayso.exchange.heard1_read import from_line
from sayso.model.mention import Realis
from sayso.model.statement import Stance


def entries(*lines):
    return chronology([pair for line in lines for pair in tellings_of(from_line(line))])


def test_it_puts_mentions_of_one_happening_together():
    assert [entry.id for entry in entries(invented())] == ["E1", "E3", "E4"]


def test_it_tells_a_happening_from_all_its_mentions():
    entry = entries(invented())[0]
    assert (entry.when, entry.told, entry.value) == ("5–11 Jul 2021", "last week", "2021-07-05/2021-07-11")
    assert (entry.actors, entry.recipients) == (("gunmen",), ("fuel depot",))
    assert (entry.act, entry.triggers) == ("shelling", ("shelled",))
    assert (entry.places, entry.figures) == (("Harbour Town, Northland",), ("at least 5 killed",))


def test_it_tells_on_whose_word_each_stands():
    first, second, third = entries(invented())
    assert [source.chain for source in first.sources] == [
        "The Example Times ← Meridian News ← several militia sources (unnamed)",
        "The Example Times, own voice",
    ]
    assert second.realis is Realis.PLANNED
    assert second.sources[0].hedges == ("reportedly",)
    assert second.sources[0].quotes == ("that the gunmen … planned “more strikes” on the port",)
    assert third.sources[0].stance is Stance.DENIES


def test_it_puts_the_undated_last_by_publication():
    later = replace(
        invented("later"), published="2021-07-20", events=(replace(invented().events[0], id="X1"),)
    )
    assert [entry.id for entry in entries(later, invented())] == ["E1", "E3", "E4", "X1"]


def test_it_takes_days_from_the_value_where_the_line_tells_none():
    event = invented().events[1]
    bare = replace(event, when=replace(event.when, earliest=None, latest=None), same_as=None)
    entry = entries(replace(invented(), events=(bare,)))[0]
    assert (entry.earliest.isoformat(), entry.latest.isoformat()) == ("2021-07-05", "2021-07-11")


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [("2020/..", "2020-01-01", "None"), ("../2019", "None", "2019-12-31"), ("2021-99", "None", "None")],
)
def test_it_leaves_open_what_is_open(value, earliest, latest):
    event = invented().events[1]
    open_ = replace(event, when=replace(event.when, value=value, earliest=None, latest=None), same_as=None)
    entry = entries(replace(invented(), events=(open_,)))[0]
    assert (str(entry.earliest), str(entry.latest)) == (earliest, latest)


def test_it_does_not_depend_on_the_order_of_reports():
    other = replace(invented("other"), published="2021-07-15")
    others = replace(other, events=tuple(replace(e, id="O" + e.id, same_as=None) for e in other.events))
    assert entries(invented(), others) == entries(others, invented())


def test_it_does_not_lay_at_the_outlets_door_what_a_member_took_from_another():
    line = replace(invented(), statements=invented().statements[:1])
    source = entries(line)[-1].sources[0]
    assert source.chain == "The Example Times, attribution rejected"
    assert not source.own_voice


def test_it_marks_what_stands_only_in_captions():
    event = replace(invented().events[0], trigger=(62, 72), same_as=None)
    line = replace(invented(), events=(event,))
    assert entries(line)[0].sources[0].caption
