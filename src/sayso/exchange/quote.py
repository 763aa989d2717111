"""Which words does a statement or a trigger quote from the text?"""

from collections.abc import Sequence

from sayso.model.document import Document
from sayso.model.span import Span

GAP = " … "
ENDS = (".", "!", "?", "…")
CLOSERS = "”’\"')]»"
REACH = 240  # code points to either side: about two long sentences; a display limit, nothing is lost


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def fragments(text: str, spans: Sequence[Span]) -> str:
    """The words of the spans, with a mark where some were left out."""
    return one_line(GAP.join(span.of(text) for span in spans))


def around(document: Document, span: Span) -> str:
    """The sentence that the span stands in, as far as full stops tell, within its block."""
    text = document.text
    block = next((b.span for b in document.blocks if b.span.holds(span)), Span(0, len(text)))
    start, end = max(block.start, span.start - REACH), min(block.end, span.end + REACH)
    cut_before, cut_after = start > block.start, end < block.end
    for at in range(span.start - 1, start, -1):
        if text[at].isspace() and _ends(text[start:at]):
            start, cut_before = at, False
            break
    for at in range(span.end, end):
        if text[at].isspace() and _ends(text[span.start : at]):
            end, cut_after = at, False
            break
    return ("… " if cut_before else "") + one_line(text[start:end]) + (" …" if cut_after else "")


def _ends(before: str) -> bool:
    """Whether a sentence ends with these words: a full stop after more than an initial or a short title."""
    words = before.rstrip(CLOSERS)
    if not words.endswith(ENDS):
        return False
    last = words.split()[-1].rstrip("".join(ENDS))
    return not words.endswith(".") or (len(last) > 3 and "." not in last) or not last[:1].isupper()
