"""Does a figure count one happening or a sum over time, and as of when?"""

import re

from sayso.coding.figure_told import Told
from sayso.coding.nearby import meeting
from sayso.lexicon.counted import counted_words
from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.span import Span

INCIDENT, CUMULATIVE = "incident", "cumulative"
_BEFORE, _AFTER = 60, 90  # code points around a figure in which words such as "since" tell what it sums up


def scope_of(document: Document, marks: Marks, told: Told) -> str:
    """Cumulative where the words beside the figure sum up: "since March", "so far this year", "in total"."""
    return CUMULATIVE if _sums(document, marks, told) else INCIDENT


def as_of(document: Document, marks: Marks, told: Told) -> str | None:
    """The day for which the figure is told, by "as of Sunday"; that of the report never stands in."""
    window = _around(document, marks, told)
    for words in meeting(marks.times, window):
        lead = document.text[max(window.start, words.span.start - 12) : words.span.start].lower()
        if words.value and re.search(r"\b(?:as of|by|until|up to|as at)\s+(?:the\s+)?$", lead):
            return words.value
    return None


def _around(document: Document, marks: Marks, told: Told) -> Span:
    """The words near the figure, within its line."""
    text = document.text
    both = told.tally.span.to(told.site)
    start = max(text.rfind("\n", 0, both.start) + 1, both.start - _BEFORE)
    end = text.find("\n", both.end)
    start = max(start, text.rfind(". ", start, both.start) + 1)
    stop = text.find(". ", both.end)
    ends = [at for at in (end, stop, both.end + _AFTER, len(text)) if at > 0]
    return Span(start, max(both.end, min(ends)))


def _sums(document: Document, marks: Marks, told: Told) -> bool:
    words = " ".join(_around(document, marks, told).of(document.text).lower().split())
    return any(re.search(rf"\b{re.escape(cue.replace('-', ' '))}\b", words) for cue in counted_words("sum"))
