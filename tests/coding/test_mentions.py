from dataclasses import replace

import pytest

from sayso.coding.assemble import assemble_mentions, assemble_trends
from sayso.coding.where import full_place
from sayso.model.document import Block, BlockKind, Caption, Document, Moment
from sayso.model.made import Made
from sayso.model.marks import Grain, Marks, Name, NameKind, TimeWords
from sayso.model.mention import Direction, EventType, Realis
from sayso.model.readout import CountFound, Readout, TrendFound, TriggerFound
from sayso.model.span import Span
from sayso.model.statement import Hop, Number, Quoted, Stance, Statement, Voice, VoiceKind

TEXT = (
    "Lena Orvik urged the rebels to leave Mosul. She said they attacked a bridge last year. "
    "The attack killed five. Subscribe: rebels attacked."
)


def at(words, nth=0, text=TEXT):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def document(**changes):
    body, tail = TEXT.index("Subscribe"), len(TEXT)
    plain = Document(
        id="d",
        report="r",
        name="n",
        page="p",
        text=TEXT,
        published=Moment(value="2021-07-13", source="caller"),
        blocks=(
            Block(kind=BlockKind.PARAGRAPH, span=Span(0, body - 1)),
            Block(kind=BlockKind.FURNITURE, span=Span(body, tail)),
        ),
    )
    return replace(plain, **changes)


MARKS = Marks(
    names=(
        Name(span=at("Lena Orvik"), full="Lena Orvik", kind=NameKind.PERSON),
        Name(span=at("Mosul"), full="Mosul", kind=NameKind.PLACE),
    ),
    times=(TimeWords(span=at("last year"), value="2020", grain=Grain.YEAR, anchor="publication"),),
)


def trigger(words, kind, nth=0, **more):
    return TriggerFound(span=at(words, nth), type=EventType(kind), realis=Realis.ACTUAL, **more)


def mentions(*triggers, statements=(), **changes):
    readout = Readout(step="test", version="1", triggers=triggers)
    return assemble_mentions(document(**changes), MARKS, readout, statements)


def test_it_names_parties_by_their_fullest_name():
    (urged,) = mentions(
        trigger("urged", "REQUEST", actors=(at("Lena Orvik"),), recipients=(at("the rebels"),))
    )
    assert [party.who for party in urged.actors] == ["Lena Orvik"]
    assert [party.who for party in urged.recipients] == ["rebels"]


def test_it_resolves_a_pronoun_to_the_last_person():
    (said,) = mentions(trigger("said", "ACCUSE", actors=(at("She"),)))
    assert said.actors[0].who == "Lena Orvik"
    assert said.actors[0].mention == at("She")


def test_it_gives_a_place_its_country():
    (left,) = mentions(trigger("leave", "RETREAT", places=(at("Mosul"),)))
    assert left.place.name == "Mosul, Iraq"


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("the US", "United States"),
        ("Ferguson, Missouri", "Ferguson, Missouri, United States"),
        ("Harn", "Harn"),
    ],
)
def test_it_lists_places_as_a_gazetteer_does(name, full):
    assert full_place(name) == full


def test_it_takes_the_time_from_its_words_and_puts_old_acts_behind():
    (attacked,) = mentions(trigger("attacked", "ASSAULT", times=(at("last year"),)))
    assert attacked.when.value == "2020"
    assert attacked.when.mention == at("last year")
    assert attacked.background


def test_it_never_puts_the_publication_date_for_want_of_another():
    (attacked,) = mentions(trigger("attacked", "ASSAULT"))
    assert attacked.when is None
    assert not attacked.background


def test_it_dates_an_act_in_a_caption_by_the_photo():
    span = Span(0, TEXT.index("Subscribe") - 1)
    caption = Caption(span=span, date="2018-01-25", date_span=at("last year"), archive=True)
    blocks = (Block(kind=BlockKind.CAPTION, span=span),)
    (attacked,) = mentions(
        trigger("attacked", "ASSAULT", times=(at("last year"),)), captions=(caption,), blocks=blocks
    )
    assert attacked.when.value == "2018-01-25"
    assert attacked.background


def test_it_tells_nothing_from_furniture_or_a_repeated_caption():
    assert mentions(trigger("attacked", "ASSAULT", nth=1)) == ()
    blocks = (Block(kind=BlockKind.CAPTION, span=Span(0, len(TEXT)), repeat=True),)
    assert mentions(trigger("attacked", "ASSAULT"), blocks=blocks) == ()


def test_it_puts_an_act_into_the_innermost_statement():
    voice = Voice(who="Lena Orvik", kind=VoiceKind.PERSON, named=True, number=Number.ONE)
    made = Made(step="test", version="1")
    outer, inner = (
        Statement(
            id=name,
            content=(span,),
            chain=(Hop(voice=voice),),
            stance=Stance.ASSERTS,
            quoted=Quoted.INDIRECT,
            made=made,
        )
        for name, span in (("outer", Span(0, 90)), ("inner", at("they attacked a bridge last year")))
    )
    (attacked,) = mentions(trigger("attacked", "ASSAULT"), statements=(outer, inner))
    assert attacked.statement == "inner"


def test_it_joins_mentions_of_one_happening_and_fills_what_is_known():
    first, second = mentions(
        trigger("attacked", "ASSAULT", actors=(at("the rebels"),), times=(at("last year"),)),
        trigger("attack", "ASSAULT", nth=1),
    )
    assert second.same_as == first.id
    assert [(party.who, party.mention) for party in second.actors] == [("rebels", None)]
    assert second.when.value == "2020"


def test_it_keeps_acts_with_other_parties_apart():
    first, second = mentions(
        trigger("attacked", "ASSAULT", actors=(at("the rebels"),)),
        trigger("attack", "ASSAULT", nth=1, actors=(at("Lena Orvik"),)),
    )
    assert second.same_as is None
    assert first.id != second.id


def test_it_leaves_out_a_count_that_cannot_be():
    bad = CountFound(of="killed", low=9, high=5, span=at("five"))
    good = CountFound(of="killed", low=5, high=5, span=at("five"))
    (attack,) = mentions(trigger("attack", "ASSAULT", nth=1, counts=(bad, good)))
    assert (attack.killed.low, attack.killed.high) == (5, 5)
    assert len(attack.figures) == 1


def test_it_keeps_trends_with_their_start():
    found = TrendFound(
        span=at("they attacked"), type=EventType.ASSAULT, direction=Direction.UP, since=at("last year")
    )
    readout = Readout(step="test", version="1", trends=(found,))
    (trend,) = assemble_trends(document(), MARKS, readout, ())
    assert trend.since == "2020"
    assert trend.direction is Direction.UP
