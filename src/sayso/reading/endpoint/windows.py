"""Which sentences of a document go into one request?"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sayso.model.document import Document
from sayso.model.marks import Marks

OVERHEAD = 12  # characters beside the words of a sentence: its number, brackets, line break
_BEFORE = 3  # sentences shown again before a window: who "he" is stands there in most reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Sentences [first, end) of `Marks.sentences` are to be read; those from `shown` on are shown."""

    shown: int
    first: int
    end: int

    def halves(self, marks: Marks, room: int) -> tuple["Window", ...]:
        """The window in two; as it is where it holds one sentence."""
        if self.end - self.first < 2:
            return (self,)
        middle = (self.first + self.end) // 2
        later = Window(shown=_shown(marks, middle, room), first=middle, end=self.end)
        return Window(shown=self.shown, first=self.first, end=middle), later


def windows(document: Document, marks: Marks, room: int) -> Iterator[Window]:
    """Windows of whole blocks, in order, that hold every sentence once and up to `room` characters each.

    A block that is larger is cut between sentences; a single sentence that is larger is a window of its own.
    """
    first = end = used = 0
    for _, group in groupby(range(len(marks.sentences)), key=lambda k: block_at(document, marks, k)):
        block = list(group)
        size = sum(_size(marks, k) for k in block)
        for part in [block] if size <= room else [[k] for k in block]:
            size = sum(_size(marks, k) for k in part)
            if used and used + size > room:
                yield Window(shown=_shown(marks, first, room), first=first, end=end)
                first, used = end, 0
            end, used = part[-1] + 1, used + size
    if used:
        yield Window(shown=_shown(marks, first, room), first=first, end=end)


def block_at(document: Document, marks: Marks, sentence: int) -> int:
    """Which block a sentence lies in."""
    return bisect_right(document.blocks, marks.sentences[sentence].start, key=lambda b: b.span.start) - 1


def is_too_long(marks: Marks, window: Window, room: int) -> bool:
    """Whether the window is a single sentence that does not fit a request."""
    return window.end - window.first == 1 and _size(marks, window.first) > room


def _size(marks: Marks, sentence: int) -> int:
    span = marks.sentences[sentence]
    return span.end - span.start + OVERHEAD


def _shown(marks: Marks, first: int, room: int) -> int:
    """Where the sentences shown before a window begin: a few, never more than a quarter of its room."""
    at, used = first, 0
    while at > max(0, first - _BEFORE):
        used += _size(marks, at - 1)
        if used > room // 4:
            break
        at -= 1
    return at
