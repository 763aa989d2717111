"""Chains: nesting, addressees, carry-over, and who a voice is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotation.names import mark_names
from sayso.annotation.sentences import mark_sentences
from sayso.annotation.tokens import mark_tokens
from sayso.attribution.assemble import assemble_statements
from sayso.model.document import Block, BlockKind, Document
from sayso.model.marks import Marks
from sayso.model.readout import CueFound, CueKind, Readout
from sayso.model.span import Span
from sayso.model.statement import Number, Quoted, Stance, VoiceKind
from sayso.reading.rules.statements import find_cues


def statements(text, outlet="The Lund Herald"):
    document = Document(
        id="d",
        report="r",
        name="n",
        page="p",
        text=text,
        outlet=outlet,
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),),
    )
    sentences = mark_sentences(document)
    tokens = mark_tokens(text, sentences)
    marks = Marks(sentences=sentences, tokens=tokens, names=mark_names(document, sentences, tokens))
    readout = Readout(step="rules", version="1", cues=find_cues(document, marks))
    return assemble_statements(document, marks, readout)


def chains(text, **kwargs):
    return [tuple(hop.voice.who for hop in s.chain) for s in statements(text, **kwargs)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The mayor said the general had ordered his men to leave.", ("the mayor", "the general")),
        ("A guard told Reuters that the port was shut.", ("Reuters", "a guard")),
        ("“It is shut,” the guard said in an interview with Reuters.", ("Reuters", "the guard")),
        ("“It is shut,” the guard told Reuters in a short call on Friday.", ("Reuters", "the guard")),
        ("The port was shut, Reuters reported, citing two officials.", ("Reuters", "two officials")),
        ("Reuters quoted two officials as saying the port was shut.", ("Reuters", "two officials")),
        ("The gunmen are believed to have fled.", (None,)),
    ],
)
def test_it_builds_the_chain_from_the_reader_to_the_origin(text, chain):
    found = [
        tuple(who and who.replace("The ", "the ").replace("A ", "a ") for who in c) for c in chains(text)
    ]
    assert chain in found


def test_it_makes_one_statement_of_a_report_and_whom_it_quotes():
    assert len(statements("The port was shut, Reuters reported, citing two officials.")) == 1


def test_it_carries_the_agency_where_its_account_goes_on():
    text = "The port was shut, Reuters reported. Two officials were quoted as saying that ships had left."
    last = statements(text)[-1]
    assert [hop.voice.who for hop in last.chain] == ["Reuters", "Two officials"]
    assert last.chain[0].mention is None


def test_it_knows_the_agency_that_was_named_before():
    text = "The port was shut, Reuters reported. A guard told the news agency that ships had left."
    assert chains(text)[-1][0] == "Reuters"


def test_it_lists_no_outlet_in_its_own_report():
    assert chains("A guard told Reuters that the port was shut.", outlet="Reuters") == [("A guard",)]


def test_it_gives_pronouns_and_offices_their_names():
    text = (
        "The mayor, Ada Brook, said the road was open. She said rain would come. The mayor said it was late."
    )
    assert chains(text) == [("Ada Brook",)] * 3


@pytest.mark.parametrize(
    ("text", "kind", "named", "number"),
    [
        ("Ada Brook said it rained.", VoiceKind.PERSON, True, Number.ONE),
        ("A senior official said it rained.", VoiceKind.PERSON, False, Number.ONE),
        ("Several residents said it rained.", VoiceKind.GROUP, False, Number.SEVERAL),
        ("The foreign ministry said it rained.", VoiceKind.STATE, True, Number.ONE),
        ("Iraq said it rained.", VoiceKind.STATE, True, Number.ONE),
        ("The River Valley Council said it rained.", VoiceKind.STATE, True, Number.ONE),
        ("A new report said it rained.", VoiceKind.DOCUMENT, False, Number.ONE),
        ("Reuters said it rained.", VoiceKind.AGENCY, True, Number.ONE),
        ("It is said that it rained.", VoiceKind.UNKNOWN, False, None),
        ("Ada Brook and Tom Lund said it rained.", VoiceKind.PERSON, True, Number.SEVERAL),
    ],
)
def test_it_knows_what_sort_of_voice_speaks(text, kind, named, number):
    voice = statements(text)[0].origin.voice
    assert (voice.kind, voice.named, voice.number) == (kind, named, number)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“It rained,” the mayor said.", Quoted.DIRECT),
        ("The mayor said it was “a flood”.", Quoted.MIXED),
        ("The mayor said it rained.", Quoted.INDIRECT),
    ],
)
def test_it_tells_quotations_from_reported_speech(text, quoted):
    assert statements(text)[0].quoted is quoted


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor said she would resign.", Stance.COMMITS),
        ("The mayor said the army should leave.", Stance.DIRECTS),
        ("The mayor said it rained.", Stance.ASSERTS),
    ],
)
def test_it_hears_promises_and_orders_in_a_plain_said(text, stance):
    assert statements(text)[0].stance is stance


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda t: Span(t[0], t[0] + t[1]))
CUES = st.builds(
    CueFound,
    span=st.none() | SPANS,
    kind=st.sampled_from(CueKind),
    stance=st.sampled_from(Stance),
    source=st.none() | SPANS,
    content=st.lists(SPANS, min_size=1, max_size=3).map(tuple),
    addressee=st.none() | SPANS,
    carrier=st.none() | SPANS,
    carried=st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(CUES, max_size=8))
def test_it_takes_whatever_a_reader_saw(found):
    text = "Reuters said the mayor told the news agency that Ada Brook and he had left it to them in Iraq."
    document = Document(id="d", report="r", name="n", page="p", text=text)
    readout = Readout(step="x", version="1", cues=tuple(found))
    for statement in assemble_statements(document, Marks(), readout):
        assert statement.chain
        assert statement.made.step == "x"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        # a name beside a description, titles aside
        (
            "“We know,” the league’s spokesman, Colonel Tom Lund, told Reuters by telephone.",
            ("Reuters", "Tom Lund"),
        ),
        ("His wife, Samira, said the door was open.", ("Samira",)),
        ("Its operator, Lund Gas, said in a statement that it was shut.", ("Lund Gas",)),
        # "it" and "he" take up whom the sentence before was about
        (
            "The ministry warned of delays. The Lund Front was founded in 2003. In May it claimed an attack.",
            ("Lund Front",),
        ),
        (
            "“We won,” Ada Brook said. Their coach, Slim Ferrand, left. “It was unfair,” he complained.",
            ("Slim Ferrand",),
        ),
        # a bare description takes up one told with more words, or the one name that it heads
        (
            "A Lund official said it was shut. Two guards slept. The official added that it rained.",
            ("A Lund official",),
        ),
        ("The Eastern Lund Command met. The command said it was shut.", ("Eastern Lund Command",)),
        ("The Lund Front left. The Front said it was shut.", ("Lund Front",)),
        (
            "The Lund Front, an armed group, left. Ada met them. The group denied it had burned.",
            ("Lund Front",),
        ),
        ("The Council said it was shut. The Lund City Council met in May.", ("Council",)),
        (
            "The Daily Lamp reported that it was shut. “It is,” a guard told the paper.",
            ("Daily Lamp", "a guard"),
        ),
        # a noun that is also the title of a magazine
        ("A Western diplomat called. “It is over,” the diplomat said.", ("the diplomat",)),
    ],
)
def test_it_gives_a_voice_the_fullest_name_that_the_text_tells(text, chain):
    assert chain in chains(text)


def test_it_hears_a_company_as_an_organisation():
    (found,) = statements("Operator Lund Gas says it will move two ships.")
    assert (found.origin.voice.who, found.origin.voice.kind) == ("Lund Gas", VoiceKind.ORGANISATION)


def test_it_does_not_hear_the_speaker_in_he_within_a_quotation():
    found = chains("Ada Brook spoke. “He threatens to leave,” Brook said.")
    assert ("Ada Brook", "Ada Brook") not in found
