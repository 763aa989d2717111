"""Where an act was: as told, and as the gazetteer has it."""

import pytest

from sayso.annotation.annotate import annotate
from sayso.coding.where import scene_of, where_of
from sayso.coding.where_link import placed
from sayso.coding.where_spot import place_coded
from sayso.model.document import Block, BlockKind, Document
from sayso.model.made import Made
from sayso.model.marks import PlaceName
from sayso.model.mention import EventType, Mention, Realis
from sayso.model.span import Span
from sayso.model.spot import Spot, SpotKind


def marks_of(text):
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    return annotate(Document(id="d", report="r", name="n", page="p", text=text, blocks=(block,)))


def told(text, *words):
    marks, at, spans = marks_of(text), 0, []
    for word in words:
        at = text.index(word, at)
        spans.append(Span(at, at + len(word)))
    return where_of(text, marks, tuple(spans), scene_of(marks))


@pytest.mark.parametrize(
    ("text", "words", "name", "precision"),
    [
        (
            "Jets hit the eastern town of Manbij in Syria.",
            "the eastern town of Manbij",
            "Manbij, Syria",
            "city",
        ),
        ("Jets hit Syria's Idlib province.", "Syria's Idlib province", "Idlib, Syria", "city"),
        ("Clashes broke out in Mosul, Iraq.", "Mosul, Iraq", "Mosul, Iraq", "city"),
        ("Clashes broke out in northern Syria.", "northern Syria", "Syria", "country"),
        ("They met at the White House.", "the White House", "Washington, United States", "city"),
    ],
)
def test_it_tells_the_closest_place_that_the_words_name(text, words, name, precision):
    where = told(text, words)
    assert where.told.name == name
    assert {place.precision for place in where.places} <= {precision, "division"}


def test_it_tells_several_places_apart():
    where = told("Rockets fell on Raqqa and Mosul.", "Raqqa and Mosul")
    assert where.told.name == "Raqqa, Syria; Mosul, Iraq"
    assert [place.country for place in where.places] == ["SYR", "IRQ"]


def test_it_knows_which_town_the_town_is():
    where = told("Rebels entered Manbij in Syria. Shells fell on the town at dawn.", "the town")
    assert where.told.name == "Manbij, Syria"


def test_it_tells_nothing_where_nothing_is_told():
    assert told("Rebels entered Manbij.").told is None


def mention(text, word, kind, realis=Realis.ACTUAL, **more):
    at = text.index(word)
    return Mention(
        id=word, trigger=Span(at, at + len(word)), type=EventType(kind), realis=realis,
        made=Made(step="t", version="1"), **more,
    )  # fmt: skip


def test_it_carries_places_to_acts_of_force_alone():
    text = "Rebels attacked in Manbij, Syria. They shelled a bridge. The envoy urged calm."
    marks = marks_of(text)
    scene = scene_of(marks)
    at = text.index("Manbij")
    where = where_of(text, marks, (Span(at, at + 6),), scene)
    first = mention(text, "attacked", "ASSAULT", place=where.told, places=where.places)
    later = mention(text, "shelled", "ASSAULT"), mention(text, "urged", "REQUEST")
    out = placed((first, *later), scene)
    assert [one.place and one.place.name for one in out] == ["Manbij, Syria", "Manbij, Syria", None]
    assert out[1].place.mention is None


def test_it_gives_one_happening_one_place():
    text = "A blast shook Manbij, Syria. Police spoke of the blast in Syria."
    marks = marks_of(text)
    scene = scene_of(marks)
    near, far = Span(text.index("Manbij"), text.index("Manbij") + 6), Span(len(text) - 6, len(text) - 1)
    one, two = (where_of(text, marks, (span,), scene) for span in (near, far))
    first = mention(text, "blast", "ASSAULT", place=one.told, places=one.places)
    again = mention(text, "spoke", "ASSAULT", place=two.told, places=two.places, same_as="blast")
    assert [m.place.name for m in placed((first, again), scene)] == ["Manbij, Syria", "Manbij, Syria"]


def test_it_keeps_candidates_and_no_coordinates_where_it_abstains():
    spots = tuple(
        Spot(name="Springfield", kind=SpotKind.CITY, countries=("USA",), lat=1.0, lon=n) for n in (1.0, 9.0)
    )
    place = place_coded(PlaceName(span=Span(0, 11), name="Springfield", candidates=spots, p=0.3), None)
    assert (place.lat, place.country, place.precision) == (None, None, None)
    assert place.candidates == spots
