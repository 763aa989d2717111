"""Which hedges weaken what a cue introduces?"""

from sayso.lexicon.hedges import find_hedges
from sayso.model.span import Span

_FIRST = 90  # characters of content in which a hedge weakens the whole; on train best of 40, 90, 150, 400


def hedges_of(text: str, cue: Span, content: tuple[Span, ...], cue_hedges: bool) -> tuple[Span, ...]:
    """The cue itself where it is a hedge, and the hedges near the beginning of the content."""
    out = [cue] if cue_hedges else []
    for fragment in content[:2]:
        for start, end in find_hedges(text, fragment.start, min(fragment.end, fragment.start + _FIRST)):
            span = Span(start, end)
            if not span.meets(cue):
                out.append(span)
    return tuple(sorted(set(out)))
