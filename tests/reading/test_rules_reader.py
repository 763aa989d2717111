"""The rules reader as a whole, on a short invented report."""

from sayso.annotation.annotate import annotate
from sayso.model.document import Block, BlockKind, Document
from sayso.model.span import Span
from sayso.reading.rules.reader import RulesReader

TEXT = "Rebels attacked the port on Monday, the navy said. Read more."


def document():
    blocks = (
        Block(kind=BlockKind.PARAGRAPH, span=Span(0, 50)),
        Block(kind=BlockKind.FURNITURE, span=Span(51, len(TEXT))),
    )
    return Document(id="d", report="r", name="n", page="p", text=TEXT, blocks=blocks)


def test_it_sees_cues_and_triggers():
    readout = RulesReader().read(document(), annotate(document()))
    assert (readout.step, readout.version) == ("rules", "2")
    assert [cue.source.of(TEXT) for cue in readout.cues] == ["the navy"]
    assert "attacked" in [trigger.span.of(TEXT) for trigger in readout.triggers]


def test_it_reads_the_same_twice():
    assert RulesReader().read(document(), annotate(document())) == RulesReader().read(
        document(), annotate(document())
    )


def test_it_marks_only_what_is_read():
    marks = annotate(document())
    assert [sentence.of(TEXT) for sentence in marks.sentences] == [TEXT[:50]]
    assert all(span.end <= 50 for span in (*marks.tokens, *(t.span for t in marks.times)))
