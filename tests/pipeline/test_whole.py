"""Clean texts are read whole."""

from dataclasses import replace

import pytest

from sayso.errors import ReadingError
from sayso.exchange.annotated import text_page
from sayso.model.document import BlockKind
from sayso.model.failure import Failure, Stage
from sayso.model.readout import Readout, Refused
from sayso.pipeline.assemble import build
from sayso.pipeline.settings import Settings
from sayso.pipeline.whole import hear_whole, see_whole

TEXTS = [
    "Share this story\n\nSubscribe now\n\nThe miller said the dam is safe.\n\nRead more here.",
    "BY ANN EXAMPLE\n\nTHE MILLER SAID THE DAM IS SAFE.\n\nTHE MILLER SAID THE DAM IS SAFE.",
    "x",
    "1\n2\n3\n\n|a|b|\n“““",
]


@pytest.mark.parametrize("text", TEXTS)
def test_it_reads_every_word_of_a_clean_text(text):
    seen = see_whole(text_page(id="a", text=text), build(Settings(reader="rules")))
    assert not isinstance(seen, Failure)
    assert seen.document.text == text
    covered = {at for block in seen.document.blocks for at in range(block.span.start, block.span.end)}
    assert all(at in covered or text[at].isspace() for at in range(len(text)))
    kinds = {block.kind for block in seen.document.blocks}
    assert kinds.isdisjoint({BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.SUBHEAD})


def test_it_tells_a_text_without_words_as_a_failure():
    stages = build(Settings(reader="rules"))
    assert isinstance(see_whole(text_page(id="a", text=" \n"), stages), Failure)
    assert isinstance(hear_whole(text_page(id="a", text=" \n"), stages), Failure)


class Refusing:
    """A reader that is told what it does not take, or gives up."""

    name, version, languages = "refusing", "1", frozenset({"en"})

    def __init__(self, error=None):
        self.error = error

    def read(self, document, marks):
        if self.error:
            raise self.error
        return Readout(step=self.name, version=self.version, refused=(Refused(reason="odd", detail="No."),))


def test_it_keeps_what_a_reader_refused_as_failures():
    stages = replace(build(Settings(reader="rules")), reader=Refusing())
    seen = see_whole(text_page(id="a", text=TEXTS[0]), stages)
    assert [(f.stage, f.reason, f.name) for f in seen.failures] == [(Stage.READING, "odd", "a")]


def test_it_tells_why_a_reader_gave_up():
    stages = replace(build(Settings(reader="rules")), reader=Refusing(ReadingError("timeout", "no answer")))
    seen = see_whole(text_page(id="a", text=TEXTS[0]), stages)
    assert (seen.stage, seen.reason, seen.detail) == (Stage.READING, "timeout", "no answer")
