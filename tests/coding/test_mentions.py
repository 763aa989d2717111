import time
from dataclasses import replace

import pytest

from sayso.annotation.annotate import annotate
from sayso.attribution.assemble import assemble_statements
from sayso.coding.assemble import assemble_mentions, assemble_trends
from sayso.coding.where import full_place
from sayso.model.document import Block, BlockKind, Caption, Document, Moment
from sayso.model.made import Made
from sayso.model.marks import Grain, Marks, Name, NameKind, TimeExpression
from sayso.model.mention import Direction, EventType, Realis
from sayso.model.readout import CountFound, Readout, TrendFound, TriggerFound
from sayso.model.span import Span
from sayso.model.statement import Hop, Number, Quoted, Stance, Statement, Voice, VoiceKind
from sayso.reading.rules.reader import RulesReader

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
    times=(TimeExpression(span=at("last year"), value="2020", grain=Grain.YEAR, anchor="publication"),),
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
    readout = Readout(step="test", version="1", triggers=(trigger("attacked", "ASSAULT"),))
    (attacked,) = assemble_mentions(document(), replace(MARKS, times=()), readout, ())
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


def text_document(text, **changes):
    blocks = (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),)
    return replace(document(blocks=blocks), text=text, **changes)


def read(text, published="2024-05-10"):
    """All mentions of a text, as the whole rules reader finds them."""
    moment = Moment(value=published, source="caller")
    given = text_document(text, published=moment)
    marks = annotate(given)
    readout = RulesReader().read(given, marks)
    return assemble_mentions(given, marks, readout, assemble_statements(given, marks, readout))


def happenings(found):
    return len({mention.same_as or mention.id for mention in found})


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rebels attacked Mosul on Monday. Rebels attacked Sirte on Monday.", 2),
        ("Rebels shelled Mosul in March. The shelling of Mosul on Monday killed two.", 2),
        ("Drones hit the depot near Sirte on Tuesday. The drone attack killed nine people.", 1),
        ("Drones struck a depot near Sirte, killing nine, the deadliest attack there this year.", 1),
    ],
)
def test_it_joins_what_is_one_happening_and_no_more(text, count):
    found = [mention for mention in read(text) if mention.type is EventType.ASSAULT]
    assert happenings(found) == count


def test_it_does_not_date_an_act_by_what_it_is_measured_against():
    found = read("Drones struck a depot on Tuesday, in the deadliest attack on fuel stores this year.")
    assert {mention.when.value for mention in found} == {"2024-05-07"}


def test_it_takes_what_is_planned_for_the_time_to_come():
    (meeting,) = [m for m in read("The council will meet the rebels on Sunday.") if m.when]
    assert meeting.when.value == "2024-05-12"


def test_it_counts_people_where_only_their_number_is_told():
    (struck,) = read("Rebels shelled a camp, wounding 27.")
    assert "27 people" in [party.who for party in struck.recipients]
    assert (struck.injured.low, struck.injured.high) == (27, 27)


def test_it_knows_a_body_by_its_common_noun():
    found = read("The Northern Security Command met on Monday. On Friday the command arrested two men.")
    assert [party.who for party in found[-1].actors] == ["Northern Security Command"]


def test_it_places_unknown_towns_in_the_country_of_the_report():
    found = read("Rebels shelled Harnabad in Libya on Monday. Libya was shaken. Rebels raided Ostrel in May.")
    assert found[-1].place is None or found[-1].place.name.endswith("Libya")


def test_it_codes_a_long_document_in_time():
    kinds = ("shelled", "attacked", "stormed", "raided")
    towns = ("Mosul", "Sirte", "Harn", "Aleppo", "Kufra")
    lines = [
        f"On Monday rebels {kinds[n % 4]} {towns[n % 5]}, killing {n % 90 + 2} people. It was a long night "
        "for those who live by the road, and nobody knew how many had fled from the houses at its end."
        for n in range(1200)
    ]
    text = " ".join(lines)
    given = text_document(text)
    marks = annotate(given)
    readout = RulesReader().read(given, marks)
    started = time.process_time()
    found = assemble_mentions(given, marks, readout, ())
    assert len(found) >= 1200
    assert time.process_time() - started < 15  # about one second; a quadratic search took minutes


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
