"""The noun phrase around words that an encoder marked."""

import pytest

from reading.encoder.encoder_parts import document_of
from sayso.annotation.annotate import annotate
from sayso.model.span import Span
from sayso.reading.encoder.phrases import Phrases, apart, nearest


def place(text: str, part: str) -> Span:
    at = text.index(part)
    return Span(at, at + len(part))


@pytest.mark.parametrize(
    ("text", "act", "marked", "phrase"),
    [
        ("Drones struck a fuel depot near the port.", "struck", "depot", "a fuel depot"),
        ("Drones struck a fuel depot near the port.", "struck", "a", "a fuel depot"),
        ("The Harbour Front claimed the attack.", "claimed", "Harbour", "The Harbour Front"),
        ("Turkish airstrikes hit the town.", "airstrikes", "Turkish", "Turkish"),
        ("The raid killed at least nine people.", "raid", "nine people", "at least nine people"),
        ("Police arrested the drivers who had queued.", "arrested", "the drivers who", "the drivers"),
        ("Gunmen seized on the road a lorry.", "seized", "on the", "the road"),
        ("The army’s envoy met rebels.", "met", "’s envoy", "envoy"),
        ("They met in the town and left.", "met", "and", None),
    ],
)
def test_it_takes_the_whole_phrase_but_no_act(text, act, marked, phrase):
    document = document_of(text)
    found = Phrases(document, annotate(document), [place(text, act)]).whole(place(text, marked))
    assert (found.of(text) if found else None) == phrase


def test_it_keeps_the_larger_of_two():
    assert apart("abcdefghi", [Span(0, 4), Span(2, 4), Span(6, 9), Span(0, 4)]) == (Span(0, 4), Span(6, 9))


def test_it_leaves_out_what_only_describes():
    text = "The Harbour Front, an armed group, and the army met."
    told = [place(text, part) for part in ("The Harbour Front", "an armed group", "the army")]
    assert apart(text, told) == (told[0], told[2])


def test_it_takes_parties_of_the_sentence_and_none_from_a_photo():
    trigger, sentence, photo = Span(50, 55), Span(40, 80), Span(0, 20)
    inside, before, credit = Span(42, 46), Span(25, 30), Span(10, 15)
    assert nearest([inside, before, credit], trigger, sentence, [photo]) == (inside,)
    assert nearest([before, credit], trigger, sentence, [photo]) == (before,)
    assert nearest([credit], Span(5, 8), Span(0, 20), [photo]) == (credit,)
