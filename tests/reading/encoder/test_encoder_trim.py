"""Where spans end that were marked piece by piece."""

import pytest

from sayso.annotation.annotate import annotate
from sayso.model.document import Block, BlockKind, Document
from sayso.model.span import Span
from sayso.reading.encoder.trim import Words
from sayso.reading.rules.quotes import find_quotations


def words_of(text: str) -> Words:
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    marks = annotate(Document(id="d", report="r", name="n", page="p", text=text, blocks=(block,)))
    return Words(text, marks, find_quotations(text, marks.sentences))


def place(text: str, part: str) -> Span:
    at = text.index(part)
    return Span(at, at + len(part))


@pytest.mark.parametrize(
    ("text", "marked", "content"),
    [
        ("He said the bridge was closed.", "the bridge was closed.", "the bridge was closed"),
        ("He said the bridge was clo sed.", "he bridge was clo", "the bridge was clo"),
        ("“We leave,” he said.", "We leave,”", "“We leave,”"),
        ("“We leave,” he said.", "“We leave,", "“We leave,”"),
        ('"We leave," he said.', '"We leave,', '"We leave,"'),
        ("The town, he said, was quiet.", "The town,", "The town"),
        ("They moved to the U.S., he said.", "They moved to the U.S.,", "They moved to the U.S."),
        ("“We leave. We will be back,” he said.", "“We leave.", "“We leave."),
        ("He spoke of peace; nobody heard.", "; ", None),
    ],
)
def test_it_ends_content_at_words(text, marked, content):
    found = words_of(text).content(place(text, marked))
    assert (found.of(text) if found else None) == content


@pytest.mark.parametrize(
    ("text", "marked", "phrase"),
    [
        ("The minister, Ann Cole, said so.", ", Ann Cole,", "Ann Cole"),
        ("The minister, Ann Cole, said so.", "inister", "minister"),
        ("It cost $5m in all.", "$5m", "$5m"),
        ("So he went — far.", "—", None),
    ],
)
def test_it_takes_whole_words_of_a_phrase_without_marks_around(text, marked, phrase):
    found = words_of(text).phrase(place(text, marked))
    assert (found.of(text) if found else None) == phrase


def test_it_never_leaves_the_text():
    text = "Quiet."
    words = words_of(text)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            for found in (words.content(Span(start, end)), words.phrase(Span(start, end))):
                assert found is None or 0 <= found.start < found.end <= len(text)
