"""Place names of one document and what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotation.place_literal import is_literal
from sayso.annotation.place_meant import resolved
from sayso.annotation.place_rank import Asked, ranked
from sayso.lexicon.gazetteer.look_up import gazetteer
from sayso.model.span import Span
from sayso.model.spot import SpotKind


def told(text: str, *names: str):
    spans, at = [], 0
    for name in names:
        at = text.index(name, at)
        spans.append(Span(at, at + len(name)))
        at += len(name)
    return resolved(text, spans)


@pytest.mark.parametrize(
    ("text", "names", "country", "division"),
    [
        ("Police in Birmingham, Ala., closed a road.", ("Birmingham", "Ala."), "USA", "Alabama"),
        ("Police in Birmingham, England, closed a road.", ("Birmingham", "England"), "GBR", "England"),
        ("Troops left Qaim, in western Iraq.", ("Qaim", "Iraq"), "IRQ", "Anbar"),
        ("A market in Tripoli burned, as did one in Beirut.", ("Tripoli", "Beirut"), "LBN", None),
        ("A market in Tripoli burned, as did one in Benghazi.", ("Tripoli", "Benghazi"), "LBY", None),
        ("Shops in Paris stayed shut.", ("Paris",), "FRA", None),
        ("Talks went on in Damascus.", ("Damascus",), "SYR", None),
    ],
)
def test_it_takes_the_place_that_its_neighbours_tell(text, names, country, division):
    spot = told(text, *names)[0].spot
    assert spot is not None
    assert spot.country == country
    assert division in (None, spot.division)


def test_it_takes_a_province_where_it_is_called_one():
    spots = [place.spot.kind for place in told("They fled Idlib province for Idlib city.", "Idlib province")]
    assert spots == [SpotKind.DIVISION]


def test_it_leaves_open_what_it_cannot_tell():
    place = told("The fair in Springfield opened.", "Springfield")[0]
    assert place.spot is None
    assert len(place.candidates) > 2


def test_it_means_the_same_by_the_same_words():
    one, *_, last = told("In Dayton, Ohio, it rained. Later Dayton was dry.", "Dayton", "Ohio", "Dayton")
    assert one.spot == last.spot


@pytest.mark.parametrize(
    ("text", "name", "literal"),
    [
        ("Tehran said it would answer.", "Tehran", False),
        ("A bomb went off in Tehran.", "Tehran", True),
        ("It accused Russia of lying.", "Russia", False),
        ("Convoys drove from Russia.", "Russia", True),
        ("Mosul said nothing.", "Mosul", True),
    ],
)
def test_it_tells_a_government_from_its_place(text, name, literal):
    at = text.index(name)
    assert is_literal(text, Span(at, at + len(name))) is literal


@given(st.permutations(["Athens", "Dublin", "Atlanta", "Georgia", "Macon"]))
def test_it_answers_the_same_in_any_order(names):
    asked = {name: Asked(matches=gazetteer().named(name)) for name in names}
    answers = dict(zip(names, ranked([asked[name] for name in names]), strict=True))
    fixed = sorted(names)
    for name, answer in zip(fixed, ranked([asked[name] for name in fixed]), strict=True):
        assert answers[name].spots[0] == answer.spots[0]


@given(st.text(max_size=80), st.data())
def test_it_takes_any_text(text, data):
    ends = data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True))
    spans = [Span(a, b) for a, b in zip(sorted(ends)[::2], sorted(ends)[1::2], strict=False)]
    places = resolved(text, spans)
    assert [place.span for place in places] == spans
    for place in places:
        assert place.spot is None or place.spot in place.candidates
        assert place.p is None or 0 <= place.p <= 1.000001
