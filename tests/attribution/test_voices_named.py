"""Voices: who is named by office, apposition, nickname or headline, and what is only described."""

import pytest

from sayso.annotation.names import mark_names
from sayso.annotation.sentences import mark_sentences
from sayso.annotation.tokens import mark_tokens
from sayso.attribution.phrase import head_of, role_in
from sayso.attribution.quotes import quoted_of
from sayso.attribution.titles import titles_of
from sayso.attribution.voices import Voices
from sayso.model.document import Block, BlockKind, Document
from sayso.model.marks import Marks
from sayso.model.span import Span
from sayso.model.statement import Quoted, VoiceKind


def voice(text, words, kinds=(BlockKind.PARAGRAPH,)):
    """The voice of the words where they stand last; each line of the text is a block."""
    blocks, at = [], 0
    for k, line in enumerate(text.split("\n")):
        kind = kinds[min(k, len(kinds) - 1)]
        blocks.append(Block(kind=kind, span=Span(at, at + len(line))))
        at += len(line) + 1
    document = Document(id="d", report="r", name="n", page="p", text=text, blocks=tuple(blocks))
    sentences = mark_sentences(document)
    tokens = mark_tokens(text, sentences)
    marks = Marks(sentences=sentences, tokens=tokens, names=mark_names(document, sentences, tokens))
    start = text.rindex(words)
    return Voices(document, marks).voice(Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ada Brook’s warning that it is shut came late.", "Ada Brook", "Ada Brook"),
        ("It was Ada Brook’s warning that it is shut.", "Ada Brook’s", "Ada Brook"),
        (
            "U.S. Secretary of State Ada Brook said so.",
            "U.S. Secretary of State Ada Brook",
            "Ada Brook",
        ),
        (
            "The Minister for the Lower Valley Ada Brook said so.",
            "The Minister for the Lower Valley Ada Brook",
            "Ada Brook",
        ),
        ("His parents, Ada Brook and Tom Lund, deny it.", "His parents, Ada Brook and Tom Lund", None),
        (
            "The front-runner, retired hotel tycoon Ada Brook, said so.",
            "The front-runner, retired hotel tycoon Ada Brook",
            "Ada Brook",
        ),
        ("It is so, said a guard who goes by the name Ada Brook.", "a guard", "Ada Brook"),
        ("The US secretary of state, Ada Brook, left. The secretary of state says so.", *("",) * 2),
        ("The UN’s special envoy, Ada Brook, left. The UN special envoy says so.", *("",) * 2),
        ("Maj. Gen. Ada Brook left. The general says so.", *("",) * 2),
        ("Ada Brook, who said it was shut, left.", "who", "Ada Brook"),
        ("Tom Ravn said so. He said Emre Erdoğan left. Erdogan denies it.", "Erdogan", "Emre Erdoğan"),
    ],
)
def test_it_names_the_person(text, words, who):
    if not words:
        words, who = text.rpartition(". ")[2].removesuffix(" says so."), "Ada Brook"
    told = voice(text, words)
    assert told.named
    assert told.kind is VoiceKind.PERSON
    assert told.who == (who or "Ada Brook and Tom Lund")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A spokesman for Mayor Ada Brook said so.", "A spokesman for Mayor Ada Brook"),
        ("The Turkish minister Ada Brook left. The Iraqi minister says so.", "The Iraqi minister"),
        ("The clinic’s director, Ada Brook, left. The school’s director says so.", "The school’s director"),
    ],
)
def test_it_names_nobody_where_the_name_is_of_another(text, words):
    assert not voice(text, words).named


def test_it_knows_the_people_of_a_headline_from_the_text():
    text = "Erdogan Signals Possible Snap Election\nOn Monday Emre Erdoğan spoke."
    told = voice(text, "Erdogan", (BlockKind.HEADLINE, BlockKind.PARAGRAPH))
    assert (told.who, told.named) == ("Emre Erdoğan", True)


def test_it_takes_up_no_name_of_a_caption_with_a_pronoun():
    text = "Ada Brook spoke at noon.\nTom Lund stands at a gate.\nShe said it was over."
    kinds = (BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.PARAGRAPH)
    assert voice(text, "She", kinds).who == "Ada Brook"


@pytest.mark.parametrize(
    ("words", "kind", "named"),
    [
        ("TV footage", VoiceKind.DOCUMENT, False),
        ("the report", VoiceKind.DOCUMENT, True),
        ("the Lund Rescue Board (LRB) report", VoiceKind.DOCUMENT, True),
        ("the US Justice Department", VoiceKind.STATE, True),
        ("the charity Save the Children", VoiceKind.ORGANISATION, True),
        ("several people across Idlib", VoiceKind.GROUP, False),
        ("officials involved in the talks", VoiceKind.GROUP, False),
        ("the Kurds", VoiceKind.GROUP, False),
        ("Syrian troops", VoiceKind.STATE, True),
    ],
)
def test_it_tells_bodies_documents_and_groups_apart(words, kind, named):
    told = voice(f"On Monday {words} showed that it was shut.", words)
    assert (told.kind, told.named) == (kind, named)


def test_it_finds_the_head_of_a_phrase():
    assert head_of("data compiled by the bank") == "data compiled"
    assert head_of("the Lund Board (LB)") == "the Lund Board"
    assert role_in("data compiled").word == "data"
    assert role_in("") is None


def test_it_gives_the_office_of_no_nation_to_whom_another_nation_has():
    text = "On Monday Iraqi President Ada Brook received the Turkish president, Tom Lund, before lunch."
    document = Document(
        id="d",
        report="r",
        name="n",
        page="p",
        text=text,
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),),
    )
    sentences = mark_sentences(document)
    titles = titles_of(text, mark_names(document, sentences, mark_tokens(text, sentences)))
    assert titles.holder("the Iraqi president", len(text)) == "Ada Brook"
    assert titles.holder("Turkey’s president", len(text)) == "Tom Lund"
    assert titles.holder("Chad’s president", len(text)) is None
    assert titles.holder("a president", len(text)) is None


@pytest.mark.parametrize(
    ("text", "content", "outer", "quoted"),
    [
        ("“He told us to go,” she said.", "to go", "“He told us to go,”", Quoted.DIRECT),
        (
            "She said he “lied” and told them to go.",
            "to go",
            "he “lied” and told them to go",
            Quoted.INDIRECT,
        ),
        ("Minister Lund said: We welcome this.", "We welcome this", "", Quoted.DIRECT),
        ('It cost much," she said.', 'It cost much,"', "", Quoted.DIRECT),
        ("She called it “a trap” for all of them.", "it “a trap” for all of them", "", Quoted.MIXED),
    ],
)
def test_it_hears_a_quotation_within_a_quotation(text, content, outer, quoted):
    def at(words):
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    assert quoted_of(text, at(content), at(outer)) is quoted
