"""Incidents as MUC-4 counts them."""

import pytest

from sayso.coding.fillers import Sort, filler_of, weapons_in
from sayso.coding.incidents import incidents_of
from sayso.model.document import Document
from sayso.model.made import Made
from sayso.model.mention import EventType, Mention, Party, Realis
from sayso.model.span import Span
from sayso.model.statement import Hop, Quoted, Stance, Statement, Voice, VoiceKind

TEXT = (
    "Gunmen of the Harouj Front shot dead Mayor Ramon Ezcurra in Puerto Azul. "
    "A car bomb destroyed the mayor's office. The army accused the front."
)
MADE = Made(step="test", version="1")


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def party(words):
    return Party(who=words, mention=at(words))


def mention(trigger, *, actors=(), recipients=(), realis=Realis.ACTUAL, mode=None, statement=None):
    return Mention(
        id=trigger,
        trigger=at(trigger),
        type=EventType.ASSAULT,
        mode=mode,
        actors=tuple(map(party, actors)),
        recipients=tuple(map(party, recipients)),
        realis=realis,
        statement=statement,
        made=MADE,
    )


def told(*mentions, statements=()):
    document = Document(id="d", report="r", name="n", page="p", text=TEXT)
    first = TEXT.index(" A car") + 1
    return incidents_of(document, (Span(0, first - 1), Span(first, len(TEXT))), mentions, statements)


def words(spans):
    return [span.of(TEXT) for span in spans]


def test_it_makes_an_incident_of_each_type_with_what_fills_it():
    shot = mention("shot dead", actors=["Gunmen"], recipients=["Mayor Ramon Ezcurra"])
    bomb = mention("bomb", recipients=["the mayor's office"], mode="explosives")
    attack, bombing = told(shot, bomb)
    assert (attack.type, attack.stage, bombing.type) == ("ATTACK", "ACCOMPLISHED", "BOMBING")
    assert words(attack.individuals) == ["Gunmen"]
    assert words(attack.victims) == ["Ramon Ezcurra"]
    assert words(bombing.targets) == ["mayor's office"]
    assert words(bombing.weapons) == ["car bomb"]


@pytest.mark.parametrize(
    ("realis", "stage"), [(Realis.ATTEMPTED, "ATTEMPTED"), (Realis.THREATENED, "THREATENED")]
)
def test_it_tells_the_stage_from_the_realis(realis, stage):
    (one,) = told(mention("shot dead", actors=["Gunmen"], realis=realis))
    assert one.stage == stage


@pytest.mark.parametrize("realis", [Realis.GENERIC, Realis.HYPOTHETICAL])
def test_it_tells_none_of_what_did_not_happen(realis):
    assert told(mention("shot dead", actors=["Gunmen"], realis=realis)) == ()


def test_it_tells_none_that_nothing_fills():
    assert told(mention("shot dead")) == ()


@pytest.mark.parametrize(
    ("stance", "who", "hedges", "wanted"),
    [
        (Stance.ALLEGES, "The army", (), "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        (Stance.ALLEGES, "a neighbour", (), "SUSPECTED OR ACCUSED"),
        (Stance.ASSERTS, "The army", (at("dead"),), "POSSIBLE"),
        (Stance.ASSERTS, "The army", (), "REPORTED AS FACT"),
    ],
)
def test_it_tells_on_whose_word_an_organisation_did_it(stance, who, hedges, wanted):
    voice = Voice(who=who, kind=VoiceKind.UNKNOWN, named=False, number=None)
    said = Statement(
        id="s",
        content=(Span(0, 30),),
        chain=(Hop(voice=voice),),
        stance=stance,
        quoted=Quoted.INDIRECT,
        hedges=hedges,
        made=MADE,
    )
    (one,) = told(mention("shot dead", actors=["the Harouj Front"], statement="s"), statements=(said,))
    assert words(one.organisations) == ["Harouj Front"]
    assert one.confidence == wanted


@pytest.mark.parametrize(
    ("text", "sort", "wanted"),
    [
        ("the FMLN", Sort.ORGANISATION, "FMLN"),
        ("Colonel Juan de la Ezcurra", Sort.NAMED, "Juan de la Ezcurra"),
        ("two unidentified soldiers", Sort.PEOPLE, "two unidentified soldiers"),
        ("the homes of the workers", Sort.PHYSICAL, "homes of the workers"),
        ("they", None, None),
        ("Honduras", None, None),
        ("“”", None, None),
    ],
)
def test_it_tells_what_a_party_is(text, sort, wanted):
    found = filler_of(text, Span(0, len(text)))
    assert (found and found.sort, found and found.span.of(text)) == (sort, wanted)


def test_it_takes_what_stands_before_a_weapon_with_it():
    text = "They used dynamite charges and a hand grenade, a car-bomb and a car."
    assert [w.of(text) for w in weapons_in(text, Span(0, len(text)))] == [
        "dynamite charges",
        "hand grenade",
        "car-bomb",
    ]
