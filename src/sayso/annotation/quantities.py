"""Which words of a document say how many?"""

from sayso.lexicon.numbers import find_numbers
from sayso.model.document import Document
from sayso.model.marks import Quantity
from sayso.model.span import Span


def mark_quantities(document: Document, sentences: tuple[Span, ...]) -> tuple[Quantity, ...]:
    """Numbers of things, as told: "at least five" is [5, None], "dozens" [24, 99]. Four digits alone that may
    be a year are left out, as are ages, clock times, sums of money and shares."""
    text = document.text
    return tuple(
        Quantity(span=Span(words.start, words.end), low=words.low, high=words.high)
        for sentence in sentences
        for words in find_numbers(text, sentence.start, sentence.end)
        if not _is_other(text, words.start, words.end)
    )


def _is_other(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    if len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2199:
        return True
    after = text[end : end + 12].lower()
    if text[max(0, start - 2) : start] == ", " and after[:1] == "," and word.isdecimal():
        return True  # an age: "Lee Marsh, 23, was"
    return after.startswith(("-year-old", "-year", "-day", "-month", "-hour", "-week", "-mile", " years old"))
