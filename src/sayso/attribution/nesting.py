"""Which cue stands within what another cue introduces?"""

from collections.abc import Sequence

from sayso.model.readout import CueFound
from sayso.model.span import Span
from sayso.model.statement import Stance

_SAME = 0.9  # overlap of contents from which two cues vouch for the same words
_AT_ONCE = 40  # characters from the beginning of what is denied to the cue of him who claimed it
_WINDOW = 40  # cues to either side that can hold a cue: no sentence of train has as many


def _size(content: tuple[Span, ...]) -> int:
    return sum(part.end - part.start for part in content)


def place_of(cue: CueFound) -> Span:
    """Where a cue stands: its words, else its content."""
    return cue.span or cue.content[0]


def shared(a: tuple[Span, ...], b: tuple[Span, ...]) -> float:
    """Intersection over union of two contents, in characters."""
    both = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    return both / (_size(a) + _size(b) - both)


def same_content(a: CueFound, b: CueFound) -> bool:
    """Whether two cues vouch for the same words: "Reuters reported, quoting officials, that"."""
    return shared(a.content, b.content) >= _SAME


def _holds(outer: CueFound, inner: CueFound) -> bool:
    place = place_of(inner)
    if inner.span is None or (outer.span and any(part.holds(outer.span) for part in inner.content)):
        return False
    if outer.stance is Stance.DENIES and place.start - outer.content[0].start < _AT_ONCE:
        return False  # "rejected Cole's claim that": nobody has it from him who rejects it
    return any(part.holds(place) for part in outer.content)


def parents_of(cues: Sequence[CueFound]) -> list[int | None]:
    """For each cue the nearest one whose content holds it; None for the outermost. There are no circles."""
    out: list[int | None] = []
    for k, cue in enumerate(cues):
        near = range(max(0, k - _WINDOW), min(len(cues), k + _WINDOW))
        holders = [
            j for j in near if j != k and _holds(cues[j], cue) and _size(cues[j].content) > _size(cue.content)
        ]
        out.append(min(holders, key=lambda j: (_size(cues[j].content), j), default=None))
    return out
