"""Proper names and namesakes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotation.names import mark_names
from sayso.annotation.sentences import mark_sentences
from sayso.annotation.tokens import mark_tokens
from sayso.model.document import Block, BlockKind, Document
from sayso.model.marks import NameKind as K
from sayso.model.span import Span

WORDS = ["The", "Ada", "of", "al", "Mr", ".", ",", "“", "iraq", "Iraq", "BBC", "and", "'s", "12", "US"]


def names(text):
    blocks = (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),) if text else ()
    document = Document(id="d", report="r", name="n", page="p", text=text, blocks=blocks)
    sentences = mark_sentences(document)
    return mark_names(document, sentences, mark_tokens(text, sentences))


@pytest.mark.parametrize(
    ("text", "told", "full", "kind"),
    [
        ("The envoy Ada Brook left. Later Brook came back.", "Brook", "Ada Brook", K.PERSON),
        ("Then US-backed Kurdish units came.", "US-backed Kurdish", "US-backed Kurdish", K.OTHER),
        ("They met Mr. Lund.", "Lund", "Lund", K.PERSON),
        ("Iraqi President Omar al-Sami spoke.", "Omar al-Sami", "Omar al-Sami", K.PERSON),
        ("It is in Iraq.", "Iraq", "Iraq", K.PLACE),
        ("Ask the Ministry of Defence.", "Ministry of Defence", "Ministry of Defence", K.ORGANISATION),
        ("He met Secretary of State Ada Brook.", "Ada Brook", "Ada Brook", K.PERSON),
        ("The US Justice Department met.", "US Justice Department", "US Justice Department", K.ORGANISATION),
        ("Ask the charity Save the Children.", "Save the Children", "Save the Children", K.ORGANISATION),
        ("Emre Erdoğan left. Then Erdogan came.", "Erdogan", "Emre Erdoğan", K.PERSON),
        ("Ada Brook died. A friend said Ada laughed.", "Ada", "Ada Brook", K.PERSON),
        ("The River Valley Council met. RVC voted.", "RVC", "River Valley Council", K.ORGANISATION),
    ],
)
def test_it_finds_and_joins_names(text, told, full, kind):
    last = names(text)[-1]
    assert (last.span.of(text), last.full, last.kind) == (told, full, kind)


@pytest.mark.parametrize(
    "text", ["However it rained.", "On Monday, in May, they left.", "no capitals here", ""]
)
def test_it_takes_no_plain_word_for_a_name(text):
    assert names(text) == ()


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_it_keeps_spans_in_the_text(words):
    text = " ".join(words)
    assert all(0 <= n.span.start < n.span.end <= len(text) for n in names(text))
