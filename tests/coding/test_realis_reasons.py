import pytest

from sayso.annotation.annotate import annotate
from sayso.coding.realis_reasons import explained
from sayso.model.document import Block, BlockKind, Document
from sayso.model.mention import Realis, Reason
from sayso.model.span import Span


def reason(text, act, realis, kind=BlockKind.PARAGRAPH):
    document = Document(
        id="d",
        report="r",
        name="n",
        page="p",
        text=text,
        language="en",
        blocks=(Block(kind=kind, span=Span(0, len(text))),),
    )
    start = text.index(act)
    told, cue = explained(document, annotate(document), Span(start, start + len(act)), realis)
    return told, cue and cue.of(text)


@pytest.mark.parametrize(
    ("text", "act", "realis", "told"),
    [
        ("Orsk plans to attack the port.", "attack", Realis.PLANNED, (Reason.INTENTION, "plans to")),
        ("Orsk will attack the port.", "attack", Realis.PLANNED, (Reason.FUTURE, "will")),
        ("Orsk could attack the port.", "attack", Realis.HYPOTHETICAL, (Reason.MODAL, "could")),
        ("If rebels attack, all leave.", "attack", Realis.HYPOTHETICAL, (Reason.CONDITIONAL, "If")),
        ("Rebels threatened to attack it.", "attack", Realis.THREATENED, (Reason.THREAT, "threatened to")),
        ("Rebels tried to kidnap her.", "kidnap", Realis.ATTEMPTED, (Reason.ATTEMPT, "tried to")),
        ("Orsk denied the attack.", "attack", Realis.DENIED, (Reason.DENIAL, "denied")),
        ("Orsk did not bomb it.", "bomb", Realis.DENIED, (Reason.NEGATION, "did not")),
        ("She called for talks.", "talks", Realis.HYPOTHETICAL, (Reason.DEMAND, "called for")),
        ("Rebels kidnapped her.", "kidnapped", Realis.ACTUAL, (Reason.TENSE, "kidnapped")),
    ],
)
def test_it_names_the_words_that_tell_why(text, act, realis, told):
    assert reason(text, act, realis) == told


def test_it_makes_up_no_reason():
    assert reason("The attack on the port.", "attack", Realis.PLANNED) == (Reason.READER, None)


def test_it_takes_no_cue_of_another_clause():
    text = "Orsk plans to vote; rebels attack."
    assert reason(text, "attack", Realis.PLANNED) == (Reason.READER, None)
