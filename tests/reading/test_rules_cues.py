"""The rules reader: each pattern of a cue with source, content, addressee and stance."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotation.names import mark_names
from sayso.annotation.sentences import mark_sentences
from sayso.annotation.tokens import mark_tokens
from sayso.lexicon.tables import rows
from sayso.model.document import Block, BlockKind, Document
from sayso.model.marks import Marks
from sayso.model.readout import CueKind
from sayso.model.span import Span
from sayso.reading.rules.statements import find_cues


def document_of(text, kind=BlockKind.PARAGRAPH):
    blocks, at = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append(Block(kind=kind, span=Span(at, at + len(part))))
        at += len(part) + 2
    return Document(id="d", report="r", name="n", page="p", text=text, blocks=tuple(blocks))


def marks_of(document):
    sentences = mark_sentences(document)
    tokens = mark_tokens(document.text, sentences)
    return Marks(sentences=sentences, tokens=tokens, names=mark_names(document, sentences, tokens))


def cues(text):
    document = document_of(text)
    return find_cues(document, marks_of(document))


def told(text):
    """For each cue: source, cue, content, stance."""
    return [
        (
            cue.source and cue.source.of(text),
            cue.span and cue.span.of(text),
            " | ".join(part.of(text) for part in cue.content),
            cue.stance.value,
        )
        for cue in cues(text)
    ]


ONE = [
    ("The mayor said the bridge was closed.", "The mayor", "said", "the bridge was closed", "asserts"),
    (
        "Ada Brook said on Tuesday that the bridge was shut.",
        "Ada Brook",
        "said",
        "that the bridge was shut",
        "asserts",
    ),
    ("The bridge is safe, the mayor said.", "the mayor", "said", "The bridge is safe", "asserts"),
    (
        "“The bridge is safe,” said Ada Brook, the mayor.",
        "Ada Brook, the mayor",
        "said",
        "“The bridge is safe,”",
        "asserts",
    ),
    (
        "The bridge, the mayor said, was never safe.",
        "the mayor",
        "said",
        "The bridge | was never safe",
        "asserts",
    ),
    (
        "The mayor, Ada Brook, has warned that the bridge may fall.",
        "The mayor, Ada Brook",
        "has warned",
        "that the bridge may fall",
        "asserts",
    ),
    (
        "According to two engineers, the bridge was never safe.",
        "two engineers",
        "According to",
        "the bridge was never safe",
        "asserts",
    ),
    (
        "The bridge was never safe, according to two engineers.",
        "two engineers",
        "according to",
        "The bridge was never safe",
        "asserts",
    ),
    ("The mayor urged drivers to stay at home.", "The mayor", "urged", "to stay at home", "directs"),
    (
        "The council called on the army to leave the town.",
        "The council",
        "called on",
        "to leave the town",
        "directs",
    ),
    (
        "The ministry accused the rebels of burning the mill.",
        "The ministry",
        "accused",
        "the rebels of burning the mill",
        "alleges",
    ),
    (
        "Officials blamed the rebels for the fire.",
        "Officials",
        "blamed",
        "the rebels for the fire",
        "alleges",
    ),
    ("The rebels denied burning the mill.", "The rebels", "denied", "burning the mill", "denies"),
    (
        "The rebels denied that they had burned the mill.",
        "The rebels",
        "denied",
        "that they had burned the mill",
        "denies",
    ),
    (
        "The government threatened to close the port.",
        "The government",
        "threatened",
        "to close the port",
        "threatens",
    ),
    ("The president vowed to rebuild the town.", "The president", "vowed", "to rebuild the town", "commits"),
    (
        "The president promised on Friday to rebuild the town.",
        "The president",
        "promised",
        "to rebuild the town",
        "commits",
    ),
    ("The union called for an inquiry.", "The union", "called for", "an inquiry", "directs"),
    ("The agency warned of a shortage.", "The agency", "warned", "of a shortage", "asserts"),
    ("Analysts believe the truce will hold.", "Analysts", "believe", "the truce will hold", "believes"),
    (
        "The witness described the raid as a massacre.",
        "The witness",
        "described",
        "the raid as a massacre",
        "asserts",
    ),
    (
        "The minister explained how the money was spent.",
        "The minister",
        "explained",
        "how the money was spent",
        "asserts",
    ),
    (
        "The mayor is confident that the truce will hold.",
        "The mayor",
        "is confident",
        "that the truce will hold",
        "believes",
    ),
    (
        "He rejected the mayor’s claim that the road was open.",
        "the mayor",
        "claim",
        "that the road was open",
        "asserts",
    ),
    ("It is believed that the bridge fell.", None, "is believed", "that the bridge fell", "believes"),
    ("The gunmen are believed to have fled.", None, "are believed to", "The gunmen | have fled", "believes"),
    (
        "The officer was accused of taking bribes.",
        None,
        "was accused of",
        "The officer | taking bribes",
        "alleges",
    ),
    (
        "The gunmen reportedly fled to the hills.",
        None,
        "reportedly",
        "The gunmen | fled to the hills",
        "asserts",
    ),
    (
        "A guard they say fired first was held.",
        "they",
        "say",
        "A guard | fired first was held",
        "asserts",
    ),
    (
        "Two witnesses were quoted as saying that the guards had fled.",
        "Two witnesses",
        "were quoted as saying",
        "that the guards had fled",
        "asserts",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "stance"), ONE, ids=[row[0] for row in ONE])
def test_it_finds_who_says_what(text, source, cue, content, stance):
    assert (source, cue, content, stance) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The report was long and two claims were filed.",
        "She declined to say whether the road was open.",
        "They continued to build the bridge.",
        "The mayor did not say that the road was open.",
        "It rained.",
        "said",
        "",
    ],
)
def test_it_hears_nobody_where_nobody_speaks(text):
    assert told(text) == []


def test_it_finds_the_addressee_and_the_carrier():
    text = "The mayor told the newspaper that it fell. “It fell,” she said in an interview with Radio Lund."
    first, second = cues(text)
    assert first.addressee.of(text) == "the newspaper"
    assert second.carrier.of(text) == "Radio Lund"


def test_it_finds_inner_cues_with_their_own_content():
    text = "The mayor said the general had ordered his men to leave."
    assert ("the general", "had ordered", "to leave", "directs") in told(text)
    assert told(text)[0][2] == "the general had ordered his men to leave"


def test_it_gives_a_second_cue_the_subject_of_the_first():
    text = (
        "The mayor said the road was open, adding that the bridge was shut, and warned that rain would come."
    )
    assert [(s, c) for s, _, c, _ in told(text)] == [
        ("The mayor", "the road was open"),
        ("The mayor", "that the bridge was shut"),
        ("The mayor", "that rain would come"),
    ]


def test_it_gives_whom_a_report_quotes_the_same_content():
    text = "Rebels took the port, the paper reported, citing two officials."
    found = cues(text)
    assert [c.source.of(text) for c in found] == ["the paper", "two officials"]
    assert found[0].content == found[1].content


def test_it_follows_a_quotation_into_sentences_without_a_cue():
    text = "“We saw smoke,” the driver said. “Then the roof fell. Nobody came.”\n\nThe road is open."
    (cue,) = cues(text)
    assert [p.of(text) for p in cue.content] == ["“We saw smoke,”", "“Then the roof fell.", "Nobody came.”"]


def test_it_makes_a_statement_without_cue_of_a_quotation_after_reported_speech():
    text = "The driver said the roof fell. “Nobody came. We ran.”"
    _, second = cues(text)
    assert second.span is None
    assert [p.of(text) for p in second.content] == ["“Nobody came.", "We ran.”"]


def test_it_takes_all_that_follows_a_colon_without_quotation_marks():
    text = "The minister said: We welcome the vote. It was fair. I urge all sides to accept it."
    assert [p.of(text) for p in cues(text)[0].content] == [
        "We welcome the vote",
        "It was fair.",
    ]


def test_it_hears_a_headline_with_a_colon():
    ((source, cue, content, _),) = told("Mayor: Bridge will open in May")
    assert (source, cue, content) == ("Mayor", None, "Bridge will open in May")


def test_it_takes_i_think_in_a_quotation_for_a_hedge():
    (cue,) = cues("“I think the roof fell,” the driver said.")
    assert cue.hedges


def test_it_marks_words_that_somebody_unnamed_carried():
    assert cues("Two officials were quoted as saying that the port was shut.")[0].carried


def test_it_knows_a_voice_that_nobody_names():
    (cue,) = cues("The gunmen are believed to have fled.")
    assert cue.kind is CueKind.HEDGE
    assert cue.source is None
    assert cue.hedges


def test_it_reads_nothing_in_furniture():
    text = "The mayor said the bridge was closed."
    document = document_of(text, BlockKind.FURNITURE)
    assert find_cues(document, marks_of(document)) == ()


def test_it_has_a_table_of_general_cues():
    assert len(rows("cues")) >= 220
    assert len({(row["lemma"], row["class"]) for row in rows("cues")}) == len(rows("cues"))


PIECES = [
    "The mayor",
    "said",
    "that",
    "“",
    "”",
    '"',
    ",",
    ".",
    "told",
    "him",
    "to",
    "leave",
    "according to",
    "he",
    "IRAN",
]
PIECES += [
    "was",
    "accused of",
    "’s",
    "claim",
    "citing",
    "quoted as saying",
    "and",
    "added",
    "\n\n",
    ":",
    "(",
    ")",
    "—",
    "who",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_it_keeps_every_span_in_the_text_and_never_fails(words):
    text = " ".join(words)
    for cue in cues(text):
        for span in (cue.span, cue.source, cue.addressee, cue.carrier, *cue.content, *cue.hedges):
            assert span is None or span.end <= len(text)
        assert cue.content


ODD = ["said " * 3000, "“" * 3000, "a, " * 3000 + "said", "SAID THE KING " * 1000, "x" * 9000]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_it_survives_text_that_is_none(text):
    cues(text)


MENDED = [
    # “P,” said one of them: a quantifier heads the source
    (
        "“Somebody saw that light and left,” said one of the drivers.",
        "one of the drivers",
        "said",
        "“Somebody saw that light and left,”",
    ),
    ("Three said they had seen nothing.", "Three", "said", "they had seen nothing"),
    (
        "Two of the five drivers said the road was open.",
        "Two of the five drivers",
        "said",
        "the road was open",
    ),
    # a participle between commas is no verb, and what follows "claimed" no subject
    (
        "The Lund League, founded in 2003 by millers, claimed an attack on a mill in May.",
        "The Lund League",
        "claimed",
        "an attack on a mill in May",
    ),
    (
        "Ada Brook, a teacher, said her brother had told her that it fell.",
        "her brother",
        "had told",
        "that it fell",
    ),
    # what a cue introduces takes up again after an insertion
    (
        "The Lund Echo reported, citing two drivers, that the mill had burned.",
        "The Lund Echo",
        "reported",
        "that the mill had burned",
    ),
    (
        "Fires have become rarer, the council says in a report: it counts two.",
        "the council",
        "says",
        "Fires have become rarer | it counts two",
    ),
    ("Brook said at least four boats sank.", "Brook", "said", "at least four boats sank"),
    (
        "Brook said a guard had told her two nights earlier that it fell.",
        "a guard",
        "had told",
        "that it fell",
    ),
    ("A boat sank on Monday, his family said.", "his family", "said", "A boat sank on Monday"),
    ("Lund League denies theft, calls for outside inquiry", "Lund League", "calls for", "outside inquiry"),
    (
        "Ada Brook, a teacher, said her brother, a guard, had told her that it fell.",
        "Ada Brook, a teacher",
        "said",
        "her brother, a guard, had told her that it fell",
    ),
    (
        "Envoys said Malta and Chad had argued that it was late.",
        "Malta and Chad",
        "had argued",
        "that it was late",
    ),
    ("“I asked, and they said: go home,” she told him.", "she", "told", "“I asked, and they said: go home,”"),
    (
        "Norway has sent ships, and Malta is considering a plan for a new one, an envoy said.",
        "an envoy",
        "said",
        "Norway has sent ships, and Malta is considering a plan for a new one",
    ),
    ("Brook said he had been told by his brother to leave.", "his brother", "had been told by", "to leave"),
    (
        "The port would be shut, Brook announced, and the road would be mined.",
        "Brook",
        "announced",
        "The port would be shut | and the road would be mined",
    ),
    (
        "The Front claimed an attack on a mill, and its men are believed to have burned a ship.",
        "The Front",
        "claimed",
        "an attack on a mill",
    ),
    (
        "Held was Tom Lund, a union leader who had called for a strike.",
        "Tom Lund, a union leader",
        "had called for",
        "a strike",
    ),
    ("Sources tell Reuters parts came by sea.", "Sources", "tell", "parts came by sea"),
    ("Few expected the raid to be the last.", "Few", "expected", "the raid to be the last"),
    ("A source close to the ministry said it fell.", "A source close to the ministry", "said", "it fell"),
    ("Ada Brook, chair of the board, said it fell.", "Ada Brook, chair of the board", "said", "it fell"),
    (
        "“It fell,” said the league’s director for the north, Ada Brook.",
        "the league’s director for the north, Ada Brook",
        "said",
        "“It fell,”",
    ),
    (
        "The port was shut, the Lund Morning Herald reported.",
        "the Lund Morning Herald",
        "reported",
        "The port was shut",
    ),
    (
        "An envoy familiar with the Malta–Norway talks said it was late.",
        "An envoy familiar with the Malta–Norway talks",
        "said",
        "it was late",
    ),
    ("“We will win,” screamed two women.", "two women", "screamed", "“We will win,”"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), MENDED, ids=[row[0] for row in MENDED])
def test_it_no_longer_mishears(text, source, cue, content):
    assert (source, cue, content) in [line[:3] for line in told(text)]


@pytest.mark.parametrize(
    "text", ["If they say that it fell, we leave.", "He saw Lund and read that warning."]
)
def test_it_does_not_hear_what_is_only_supposed(text):
    assert told(text) == []


def test_it_hears_no_subject_for_a_reader_of_warnings():
    assert [line[0] for line in told("Somebody read that warning and left.")] == []
