"""What lies on a stretch of text, found without going through the whole document?"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import TypeVar

from sayso.model.document import READ_KINDS, BlockKind, Caption, Document
from sayso.model.marks import Name, PlaceName, TimeExpression
from sayso.model.span import Span
from sayso.model.statement import Statement

Mark = TypeVar("Mark", Name, TimeExpression, PlaceName)
_BACK = 400  # fragments of statements looked at before a trigger: deeper nesting than any text has


def meeting(marks: tuple[Mark, ...], span: Span) -> tuple[Mark, ...]:
    """The marks that share a code point with the span; they are in order and do not overlap."""
    first = max(0, bisect_left(marks, span.start, key=lambda mark: mark.span.start) - 1)
    last = bisect_left(marks, span.end, key=lambda mark: mark.span.start)
    return tuple(mark for mark in marks[first:last] if mark.span.meets(span))


def kind_of_block(document: Document, span: Span) -> BlockKind | None:
    """The kind of the block that the span begins in."""
    at = bisect_right(document.blocks, span.start, key=lambda block: block.span.start) - 1
    block = document.blocks[at] if at >= 0 else None
    return block.kind if block is not None and span.start < block.span.end else None


def is_read(document: Document, span: Span) -> bool:
    """Whether the span lies in a block that is read, for the first time."""
    at = bisect_right(document.blocks, span.start, key=lambda block: block.span.start) - 1
    if at < 0:
        return False
    block = document.blocks[at]
    return block.span.holds(span) and block.kind in READ_KINDS and not block.repeat


def caption_at(document: Document, span: Span) -> Caption | None:
    """The caption that the span stands in."""
    at = bisect_right(document.captions, span.start, key=lambda caption: caption.span.start) - 1
    caption = document.captions[at] if at >= 0 else None
    return caption if caption is not None and caption.span.holds(span) else None


def innermost_of(statements: tuple[Statement, ...]) -> Callable[[Span], Statement | None]:
    """A function that gives the statement with the least content among those whose content holds a span."""
    size = [sum(part.end - part.start for part in statement.content) for statement in statements]
    parts = sorted((part.start, part.end, n) for n, told in enumerate(statements) for part in told.content)

    def innermost(span: Span) -> Statement | None:
        last = bisect_right(parts, (span.start, span.start + 10**9, 0))
        holding = {n for start, end, n in parts[max(0, last - _BACK) : last] if span.end <= end}
        best = min(holding, key=lambda n: (size[n], -len(statements[n].chain), n), default=None)
        return None if best is None else statements[best]

    return innermost
