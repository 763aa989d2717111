"""What stands right after the body that the record needs: sign-offs, corrections, where first published?"""

from collections.abc import Mapping, Sequence

from lxml.html import HtmlElement

from sayso.ingest.html.lines import Line, line_of
from sayso.ingest.html.segments import Segment
from sayso.ingest.html.zones import OUTSIDE, Zone

_FAR = 60  # segments after the last paragraph; sign-offs stand before the page's own furniture
_WORDS = 120  # of one note
_WANTED = (Line.SIGNED, Line.NOTE)


def tail_of(segments: Sequence[Segment], last: int, held: Mapping[HtmlElement, int]) -> list[Segment]:
    """Notes after the last paragraph; what leads away, sells or comments is left in the stored bytes."""
    out: list[Segment] = []
    for segment in segments[last + 1 : last + 1 + _FAR]:
        if (
            segment.zones & (OUTSIDE | Zone.RELATED | Zone.SERVICE | Zone.HIDDEN)
            or len(segment.text.split()) > _WORDS
        ):
            continue
        if line_of(segment.text) in _WANTED or (
            segment.zones & Zone.NOTE and held.get(segment.path[-2 if len(segment.path) > 1 else -1])
        ):
            out.append(segment)
    return out
