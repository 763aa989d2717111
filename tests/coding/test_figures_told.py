import pytest

from sayso.annotation.annotate import annotate
from sayso.coding.figure_told import tell_figures
from sayso.model.document import Block, BlockKind, Document
from sayso.model.span import Span


def document_of(text):
    return Document(
        id="d",
        report="r",
        name="n",
        page="p",
        text=text,
        language="en",
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),),
    )


def told(text):
    document = document_of(text)
    return [
        (one.of, one.tally.low, one.tally.high)
        for _, many in tell_figures(document, annotate(document))
        for one in many
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Two soldiers and three policemen were killed.", [("killed", 5, 5)]),
        ("Five people, including two children, died in the blast.", [("killed", 5, 5)]),
        ("A family of four was killed.", [("killed", 4, 4)]),
        ("A teenager was wounded.", [("injured", 1, 1)]),
        ("Two brothers died.", [("killed", 2, 2)]),
        ("No casualties were reported.", [("casualties", 0, 0)]),
        (
            "At least nine people were killed and 30 others injured.",
            [("killed", 9, None), ("injured", 30, 30)],
        ),
        ("The death toll from the attack rose to 14.", [("killed", 14, 14)]),
        (
            "The quake left 12 dead, 40 injured and hundreds missing.",
            [("killed", 12, 12), ("injured", 40, 40), ("missing", 200, 999)],
        ),
        ("They shot dead five people and wounded 12.", [("killed", 5, 5), ("injured", 12, 12)]),
        ("We will not forget the two girls whom they murdered.", [("killed", 2, 2)]),
        ("Between nine and eleven soldiers were killed.", [("killed", 9, 11)]),
        ("The attack claimed 17 lives.", [("killed", 17, 17)]),
        ("13 killed, dozens wounded in bus attack", [("killed", 13, 13), ("injured", 24, 99)]),
        ("Sixty sailors were killed and injured in the fire.", [("casualties", 60, 60)]),
        ("More than 5,000 people have been displaced.", [("displaced", 5001, None)]),
        ("Police detained dozens of protesters.", [("detained", 24, 99)]),
        ("He's been arrested.", [("detained", 1, 1)]),
        ("The raid did not kill ten people.", []),
        ("The army captured 14 tanks.", []),
        ("He held talks for three days.", []),
    ],
)
def test_it_counts_those_of_whom_a_sentence_tells(text, figures):
    assert told(text) == figures


def test_it_keeps_what_a_figure_is_to_be_added_to_and_its_parts():
    text = "A further three sailors were killed. Five people, including two children, died."
    document = document_of(text)
    further, whole = (many[0].tally for _, many in tell_figures(document, annotate(document)))
    assert further.further
    assert further.population == "sailors"
    assert [(part.low, part.population) for part in whole.parts] == [(2, "children")]
