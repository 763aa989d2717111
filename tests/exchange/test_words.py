"""Dates, chains, acts and figures in words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import invented
from sayso.exchange.chain_words import chain_in_words, hedges_of, voice_in_words
from sayso.exchange.date_words import date_in_words
from sayso.exchange.event_words import act_in_words, count_in_words, parties_in_words
from sayso.exchange.heard1_read import from_line
from sayso.exchange.quote import around, fragments
from sayso.lexicon.tables import rows
from sayso.model.document import Document
from sayso.model.mention import Count, EventType
from sayso.model.span import Span
from sayso.model.statement import Hop, Voice, VoiceKind

DATES = [
    ("2021-07-13", "13 Jul 2021"),
    ("2021-07", "Jul 2021"),
    ("2021", "2021"),
    ("2021-07-05/2021-07-11", "5–11 Jul 2021"),
    ("2021-06-28/2021-07-04", "28 Jun – 4 Jul 2021"),
    ("2020-12-30/2021-01-02", "30 Dec 2020 – 2 Jan 2021"),
    ("2021-07-05/2021-07-05", "5 Jul 2021"),
    ("2019-04/2019-07", "Apr–Jul 2019"),
    ("2019-03/2019-04-05", "Mar 2019 – 5 Apr 2019"),
    ("2003/2011", "2003–2011"),
    ("2020/..", "2020 or later"),
    ("../2019-03", "Mar 2019 or earlier"),
    (None, "undated"),
    ("", "undated"),
    ("2021-13", "2021-13"),
    ("some day", "some day"),
]


@pytest.mark.parametrize(("value", "words"), DATES)
def test_it_tells_a_time_in_words(value, words):
    assert date_in_words(value) == words


@given(st.text(max_size=24))
def test_it_tells_any_value_as_some_words(value):
    assert date_in_words(value)


def chain_of(index):
    return from_line(invented()).statements[index].chain


def test_it_tells_a_chain_from_the_reader_to_the_origin():
    assert chain_in_words("The Example Times", chain_of(0)) == (
        "The Example Times ← Meridian News ← several militia sources (unnamed)"
    )


def test_it_tells_the_outlets_own_voice():
    assert chain_in_words("The Example Times", ()) == "The Example Times, own voice"
    assert chain_in_words(None, ()) == "outlet not known, own voice"


def test_it_tells_a_voice_that_nobody_names():
    hop = chain_of(2)[0]
    nobody = replace(hop, voice=replace(hop.voice, who=None, kind=VoiceKind.UNKNOWN, named=False))
    assert chain_in_words("The Example Times", [nobody]) == "The Example Times ← nobody named"


def test_it_tells_a_name_in_one_line():
    hop = chain_of(2)[0]
    broken = replace(hop, voice=replace(hop.voice, who="Northland\n  army"))
    assert chain_in_words("A", [broken]) == "A ← Northland army"


def test_it_gathers_the_hedges_of_a_statement_and_its_hops_once():
    statement = from_line(invented()).statements[2]
    assert [span.of(from_line(invented()).document.text) for span in hedges_of(statement)] == ["reportedly"]


@pytest.mark.parametrize(
    ("kind", "mode", "words"),
    [
        (EventType.ASSAULT, None, "attack"),
        (EventType.ASSAULT, "drone", "drone strike"),
        (EventType.CONSULT, "seance", "meeting or talks (seance)"),
    ],
)
def test_it_tells_an_act_in_plain_words(kind, mode, words):
    assert act_in_words(kind, mode) == words


def test_it_has_words_for_every_type():
    assert {row["type"] for row in rows("event_words") if not row["mode"]} == {
        kind.value for kind in EventType
    }


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(5, 5, "5"), (5, None, "at least 5"), (None, 9, "up to 9"), (24, 99, "dozens"), (24, 98, "24–98"),
     (1200, 1200, "1,200"), (0, 0, "nobody"), (0, None, "an unknown number"), (0, 3, "up to 3"),
     (None, None, "an unknown number")],
)  # fmt: skip
def test_it_tells_a_count(low, high, words):
    assert count_in_words(Count(low=low, high=high)) == words


@pytest.mark.parametrize(
    ("actors", "recipients", "words"),
    [
        (["A", "B"], ["C"], "A, B → C"),
        ([], ["C"], "somebody → C"),
        (["A"], [], "A"),
        ([], [], ""),
    ],
)
def test_it_tells_who_did_it_to_whom(actors, recipients, words):
    assert parties_in_words(actors, recipients) == words


def document(text: str) -> Document:
    return Document(id="d", report="r", name="n", page="p", text=text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rained. Troops attacked the town. It snowed.", "Troops attacked the town."),
        ("Gen. A. B. Smith attacked at noon.", "Gen. A. B. Smith attacked at noon."),
        ("“Go!” They attacked “at once.” Then all slept.", "They attacked “at once.”"),
        ("attacked", "attacked"),
    ],
)
def test_it_quotes_the_sentence_around_a_trigger(text, words):
    start = text.index("attacked")
    assert around(document(text), Span(start, start + 8)) == words


def test_it_marks_a_quotation_that_it_cut():
    text = "word " * 200 + "attacked" + " word" * 200
    told = around(document(text), Span(1000, 1008))
    assert told.startswith("… ")
    assert told.endswith(" …")
    assert "attacked" in told


@given(st.text(min_size=1, max_size=80), st.data())
def test_it_quotes_whatever_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    told = around(document(text), Span(start, end))
    assert " ".join(text[start:end].split()) in told


def test_it_joins_fragments_with_a_mark():
    assert fragments("one two three", [Span(0, 3), Span(8, 13)]) == "one … three"


def test_it_tells_a_voice_that_speaks_of_its_own_words_once():
    hop = Hop(voice=Voice(who="The drivers", kind=VoiceKind.GROUP, named=False, number=None))
    assert chain_in_words("The Times", [hop, hop]) == "The Times ← the drivers (unnamed)"
    nobody = Hop(voice=Voice(who=None, kind=VoiceKind.UNKNOWN, named=False, number=None))
    assert chain_in_words("The Times", [hop, nobody, nobody]).endswith("(unnamed) ← nobody named")


@pytest.mark.parametrize(
    ("who", "named", "told"),
    [
        ("The head of the office", False, "the head of the office (unnamed)"),
        ("Western diplomats", False, "Western diplomats (unnamed)"),
        ("The Hague", True, "The Hague"),
    ],
)
def test_it_writes_the_article_of_a_description_small(who, named, told):
    assert voice_in_words(Voice(who=who, kind=VoiceKind.PERSON, named=named, number=None)) == told
