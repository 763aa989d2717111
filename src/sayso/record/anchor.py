"""Where do the words of a ruling, or of an event's first telling, stand now?"""

from collections.abc import Sequence

from sayso.model.document import Document
from sayso.model.mention import Mention
from sayso.model.ruling import Anchor
from sayso.model.span import Span
from sayso.model.statement import Statement

CONTEXT = 32  # code points kept on each side, as the W3C's examples and Hypothesis do
OVERLAP = 0.5  # intersection over union from which two spans are one thing, as DESIGN sets it
ENOUGH = 0.5  # share of the kept context that must agree: a paragraph moved elsewhere keeps one side of two


def anchored(document: Document, span: Span, *, reader: str) -> Anchor:
    """The anchor of a span: the words themselves and those around them."""
    text = document.text
    return Anchor(
        document=document.id,
        span=span,
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        reader=reader,
    )


def extent(item: Statement | Mention) -> Span:
    """The span that an item is known by: content from first to last fragment, or trigger."""
    return item.trigger if isinstance(item, Mention) else item.content[0].to(item.content[-1])


def agreement(anchor: Anchor, text: str, start: int) -> tuple[int, int]:
    """How many code points before and after agree with the anchor's context, were its words at `start`."""
    before = 0
    while before < min(len(anchor.prefix), start) and anchor.prefix[-1 - before] == text[start - 1 - before]:
        before += 1
    end = start + len(anchor.exact)
    after = 0
    while after < min(len(anchor.suffix), len(text) - end) and anchor.suffix[after] == text[end + after]:
        after += 1
    return before, after


def located(anchor: Anchor, document: Document) -> Span | None:
    """Where the anchor's words stand in a document: in its own text the very span, in another the place whose
    context agrees best (then the nearest); None where the words are gone or stand among others."""
    text = document.text
    if anchor.document == document.id and anchor.span.of(text) == anchor.exact:
        return anchor.span
    if not anchor.exact:
        return None
    best: tuple[int, int] | None = None
    start = text.find(anchor.exact)
    while start >= 0:
        score = sum(agreement(anchor, text, start)), -abs(start - anchor.span.start)
        if best is None or score > best[:2]:
            best, where = score, start
        start = text.find(anchor.exact, start + 1)
    if best is None or best[0] < ENOUGH * len(anchor.prefix + anchor.suffix):
        return None
    return Span(where, where + len(anchor.exact))


def nearest(span: Span, others: Sequence[Span]) -> int | None:
    """Which of `others` overlaps `span` most, and by half at least; the first of equals."""
    shares = [span.shared(other) for other in others]
    best = max(range(len(shares)), key=lambda i: (shares[i], -i), default=None)
    return best if best is not None and shares[best] >= OVERLAP else None
