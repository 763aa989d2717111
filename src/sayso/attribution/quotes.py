"""Does a content stand in quotation marks, in part, or not at all?"""

from sayso.model.span import Span
from sayso.model.statement import Quoted

_MARKS = '“”"«»„'
_ASIDE = " ,.!?;:…'’‘"


def quoted_of(text: str, content: tuple[Span, ...]) -> Quoted:
    """Direct where all the words stand in quotation marks, mixed where some do."""
    marks = [mark for part in content for mark in part.of(text) if mark in _MARKS]
    if not marks and not _within(text, content[0]):
        return Quoted.INDIRECT
    if _within(text, content[0]) and not marks:
        return Quoted.DIRECT
    first = content[0].of(text).lstrip("‘'( ")
    if first[:1] in _MARKS and _outside(text, content) <= 0.1 * sum(len(part.of(text)) for part in content):
        return Quoted.DIRECT
    return Quoted.MIXED


def _within(text: str, span: Span) -> bool:
    """Whether an opening mark stands just before the span, so that it is the inside of a quotation."""
    before = text[max(0, span.start - 1) : span.start]
    return before in ("“", "«", '"')


def _outside(text: str, content: tuple[Span, ...]) -> int:
    """How many letters of the content stand outside quotation marks; an unclosed quotation goes on."""
    count, inside = 0, False
    for part in content:
        words = part.of(text)
        for k, letter in enumerate(words):
            if letter in "“«":
                inside = True
            elif letter in "”»":
                inside = False
            elif letter == '"':
                inside = not inside if k else True
            elif not inside and letter not in _ASIDE:
                count += 1
    return count
