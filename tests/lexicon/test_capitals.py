"""Texts in capitals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lexicon.capitals import is_shouted, recased
from sayso.lexicon.common import is_common


@pytest.mark.parametrize(
    ("shouted", "wanted"),
    [
        ("THE BOMB WENT OFF ON MONDAY.  NOBODY WAS HURT.", "The bomb went off on Monday.  Nobody was hurt."),
        ("POLICE IN TEGUCIGALPA SAID SO.", "Police in Tegucigalpa said so."),
        ("THE HAROUJ FRONT (HFR) AND THE HFR SAID SO.", "The Harouj Front (HFR) and the HFR said so."),
        ("A U.S. OFFICIAL SAID SO.", "A U.S. official said so."),
    ],
)
def test_it_writes_names_and_the_heads_of_sentences_with_capitals(shouted, wanted):
    assert recased(shouted) == wanted


@pytest.mark.parametrize(
    "text", ["", "A", "The Harouj Front said so.", "NATO said: IT WAS US, as ever it was"]
)
def test_it_leaves_a_text_in_mixed_case_as_it_is(text):
    assert not is_shouted(text)
    assert recased(text) == text


@given(st.text())
def test_it_moves_nothing(text):
    for given_text in (text, text.upper()):
        told = recased(given_text)
        assert len(told) == len(given_text)
        assert all(a == b or a.lower() == b.lower() for a, b in zip(told, given_text, strict=True))


def test_it_knows_inflected_words_from_names():
    assert all(map(is_common, ["attacked", "soldiers", "mayor's", "i"]))
    assert not any(map(is_common, ["tegucigalpa", "cristiani"]))
