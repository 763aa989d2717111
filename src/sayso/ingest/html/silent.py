"""Which short texts are captions though no name calls them so: what stands alone with a picture?"""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from lxml.html import HtmlElement

from sayso.ingest.html.captions import Found
from sayso.ingest.html.lines import line_of
from sayso.ingest.html.segments import Segment
from sayso.ingest.html.zones import FOREIGN, OUTSIDE, Zone, font_size
from sayso.lexicon.captions import parse_caption

_UP = 4  # levels from the text to what holds its picture
_WORDS = range(3, 61)  # 97 % of the captions of the typed pages lie in it
_LINKED = 0.5
_SMALL = 2  # size of <font>; 3 is a browser's own
_SMALL_STYLE = re.compile(
    r"font(?:-size)?\s*:[^;]{0,30}?\b(?:(?:[6-9]|1[0-2])(?:\.\d)?p[xt]\b|x?x-small|small)"
)
_UNFIT = (
    OUTSIDE | FOREIGN | Zone.HIDDEN | Zone.CAPTION | Zone.CREDIT | Zone.TITLE | Zone.STANDFIRST | Zone.BYLINE
)


def silent_captions(
    segments: Sequence[Segment], shown: Sequence[Segment], taken: Collection[int]
) -> list[Found]:
    """Captions by their place and their words alone, of the segments `shown`.

    Each is all the text of an element that has a picture before it, and names the picture's maker at its end
    or is set in small type. Paragraphs of a page that frames every paragraph have neither.
    """
    alone = Counter(node for segment in segments for node in segment.path)
    return [
        Found(order=segment.order, orders=frozenset((segment.order,)), text=segment.text)
        for segment in shown
        if segment.order not in taken
        and len(segment.text.split()) in _WORDS
        and segment.link_share < _LINKED
        and not segment.zones & _UNFIT
        and _with_picture(segment.node, alone)
        and (parse_caption(segment.text).credit is not None or _is_small(segment))
        and line_of(segment.text) is None
    ]


def _with_picture(node: HtmlElement, alone: Counter[HtmlElement]) -> bool:
    """Whether an element around the text, and with no other text, holds a picture."""
    at: HtmlElement | None = node
    for _ in range(_UP):
        if at is None or alone[at] != 1:
            return False
        if next(at.iter("img", "picture", "amp-img"), None) is not None:
            return True
        at = at.getparent()
    return False


def _is_small(segment: Segment) -> bool:
    """Whether the text is set in smaller type than a page's text."""
    for node in (*segment.path[-3:], *segment.node.iterdescendants("font", "small")):
        if node.tag == "small" or 0 < font_size(node) <= _SMALL:
            return True
        if _SMALL_STYLE.search((node.get("style") or "").lower()):
            return True
    return False
