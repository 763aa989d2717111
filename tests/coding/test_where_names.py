"""By which name is a place told?"""

import pytest

from sayso.annotation.annotate import annotate
from sayso.coding.where import scene_of, where_of
from sayso.model.document import Block, BlockKind, Document
from sayso.model.span import Span


def told(text, words):
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    document = Document(id="d", report="r", name="n", page="p", text=text, blocks=(block,))
    marks, at = annotate(document), text.rindex(words)
    return where_of(text, marks, (Span(at, at + len(words)),), scene_of(marks)).told.name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Talks opened in the Black Sea port of Odesa.", "the Black Sea port of Odesa", "Odesa, Ukraine"),
        ("A depot burned in Springfield, Ohio.", "Springfield, Ohio", "Springfield, United States"),
        ("Jets struck Ar Raqqah in Syria.", "Ar Raqqah", "Raqqa, Syria"),
        ("Iran seized a tanker in the Gulf, Iraq said.", "the Gulf", "Persian Gulf"),
        ("They toured the Middle East.", "the Middle East", "Middle East"),
        ("Convoys in Syria took the crucial M9 highway.", "the crucial M9 highway", "M9 highway, Syria"),
        (
            "Soldiers entered Manbij in Syria. Shells hit the last rebel-held town.",
            "the last rebel-held town",
            "Manbij, Syria",
        ),
    ],
)
def test_it_names_the_closest_place_as_news_spells_it(text, words, name):
    assert told(text, words) == name
