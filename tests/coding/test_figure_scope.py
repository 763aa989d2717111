"""As of when is a figure told?"""

from sayso.annotation.annotate import annotate
from sayso.coding.figure_scope import as_of
from sayso.coding.figure_told import tell_figures
from sayso.model.document import Block, BlockKind, Document, Moment
from sayso.model.span import Span


def day_of(text):
    document = Document(
        id="d",
        report="r",
        name="n",
        page="p",
        text=text,
        language="en",
        published=Moment(value="2024-05-15", source="caller"),
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),),
    )
    marks = annotate(document)
    ((told, *_), *_) = (many for _, many in tell_figures(document, marks) if many)
    return as_of(document, marks, told)


def test_it_takes_the_day_that_the_words_give():
    assert day_of("As of Sunday, 14 people were killed.") == "2024-05-12"


def test_it_takes_no_day_of_the_report_for_want_of_another():
    assert day_of("At least 14 people were killed in the attack.") is None
