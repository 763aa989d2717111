"""Which time belongs to which act, in sentences of our own."""

import time
from datetime import date

import pytest

from sayso.annotation.annotate import annotate
from sayso.coding.assemble import assemble_mentions
from sayso.coding.when_link import own_chances
from sayso.coding.when_scene import near_times, scene_of_times
from sayso.model.document import Block, BlockKind, Document, Moment
from sayso.model.mention import EventType, Realis
from sayso.model.readout import CueFound, CueKind, Readout, TriggerFound
from sayso.model.span import Span
from sayso.model.statement import Stance


def document(text, published="2021-07-16"):
    moment = Moment(value=published, source="caller") if published else None
    blocks = (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),)
    return Document(id="d", report="r", name="n", page="p", text=text, published=moment, blocks=blocks)


def at(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def dates(text, *acts, linked=None, realis=Realis.ACTUAL, kind="ASSAULT", cues=(), published="2021-07-16"):
    """The value of each act, in order."""
    links = linked or {}
    told = document(text, published)
    triggers = tuple(
        TriggerFound(
            span=at(text, words),
            type=EventType(kind),
            realis=realis,
            times=(at(text, links[words]),) if words in links else (),
        )
        for words in acts
    )
    readout = Readout(step="test", version="1", triggers=triggers, cues=cues)
    mentions = assemble_mentions(told, annotate(told), readout, ())
    return [mention.when.value if mention.when else None for mention in mentions]


@pytest.mark.parametrize(
    ("text", "act", "value"),
    [
        ("Gunmen attacked the convoy on Tuesday.", "attacked", "2021-07-13"),
        ("On Tuesday, gunmen attacked the convoy.", "attacked", "2021-07-13"),
        ("Tuesday's attack killed nobody.", "attack", "2021-07-13"),
        ("The clinic was shelled in March 2020.", "shelled", "2020-03"),
    ],
)
def test_it_finds_the_words_beside_an_act_that_the_reader_did_not_link(text, act, value):
    assert dates(text, act) == [value]


def test_it_gives_each_of_two_acts_its_own_day():
    text = "Rebels shelled the port on Monday and soldiers bombed the bridge on Tuesday."
    links = {"shelled": "Monday", "bombed": "Tuesday"}
    assert dates(text, "shelled", "bombed", linked=links) == ["2021-07-12", "2021-07-13"]


def test_it_does_not_date_an_act_by_the_day_on_which_it_was_told():
    text = "The ministry said on Thursday that drones had struck the refinery."
    cue = CueFound(span=at(text, "said"), kind=CueKind.SPEECH, stance=Stance.ASSERTS)
    assert dates(text, "struck", cues=(cue,)) == [None]


def test_it_leaves_what_is_only_feared_without_a_time():
    text = "Residents met on Monday. They fear that the town could be attacked again."
    assert dates(text, "attacked", realis=Realis.HYPOTHETICAL) == [None]


def test_it_never_dates_by_publication():
    assert dates("Gunmen attacked the convoy.", "attacked") == [None]


def test_it_takes_over_the_day_of_the_same_happening():
    text = (
        "Gunmen attacked a convoy near Harn on Tuesday, killing four guards.\n\n"
        "The attack on the convoy near Harn was condemned by the union."
    )
    links = {"attacked": "Tuesday"}
    assert dates(text, "attacked", "attack on", linked=links) == ["2021-07-13", "2021-07-13"]


@pytest.mark.parametrize(
    ("text", "act", "value"),
    [
        ("A truce is due to begin on Monday.", "truce", "2021-07-19/.."),
        ("Talks will be held on Monday.", "Talks", "2021-07-19"),
    ],
)
def test_it_leaves_the_end_open_of_what_is_planned_to_begin(text, act, value):
    links = {act: "Monday"}
    assert dates(text, act, linked=links, realis=Realis.PLANNED, kind="CONSULT") == [value]


def test_it_takes_a_clause_with_since_for_a_beginning():
    text = "Since the army took the valley in 2015, its jets bombed the villages."
    assert dates(text, "bombed", linked={"bombed": "2015"}) == ["2015/.."]
    assert dates(text, "took", linked={"took": "2015"}) == ["2015"]


def test_it_points_at_the_words_that_tell_the_time():
    text = "Gunmen attacked the convoy on Tuesday."
    told = document(text)
    act = TriggerFound(span=at(text, "attacked"), type=EventType.ASSAULT, realis=Realis.ACTUAL)
    (mention,) = assemble_mentions(told, annotate(told), Readout(step="t", version="1", triggers=(act,)), ())
    assert mention.when.mention.meets(at(text, "Tuesday"))
    assert mention.when.earliest == mention.when.latest == date(2021, 7, 13)


def test_it_gives_chances_to_the_times_near_an_act_alone():
    text = "Rebels left on Monday. " + "Nothing was heard. " * 8 + "Gunmen attacked the convoy on Tuesday."
    told = document(text)
    marks = annotate(told)
    act = TriggerFound(span=at(text, "attacked"), type=EventType.ASSAULT, realis=Realis.ACTUAL)
    scene = scene_of_times(told, marks, Readout(step="t", version="1", triggers=(act,)))
    own = own_chances(scene, act)
    assert list(own) == near_times(scene, act) == [1]
    assert all(0 <= p <= 1 for p in own.values())


def test_it_is_not_slowed_by_a_long_chronicle():
    text = "Gunmen attacked the convoy on Tuesday. " * 600
    told = document(text)
    marks = annotate(told)
    acts, start = [], text.find("attacked")
    while start >= 0:
        span = Span(start, start + len("attacked"))
        acts.append(TriggerFound(span=span, type=EventType.ASSAULT, realis=Realis.ACTUAL))
        start = text.find("attacked", start + 1)
    readout = Readout(step="t", version="1", triggers=tuple(acts))
    began = time.process_time()
    assemble_mentions(told, marks, readout, ())
    assert time.process_time() - began < 10
