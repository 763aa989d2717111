"""Where on a page are its headline and its body, and which names of elements may be believed?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from sayso.ingest.html.body import align, lines_of
from sayso.ingest.html.boxes import boxed, head_lines, in_other_cells, last_cards
from sayso.ingest.html.headline import headline_of, likeness
from sayso.ingest.html.lines import line_of
from sayso.ingest.html.parse import words_of
from sayso.ingest.html.segments import Segment, segments_of, zoned
from sayso.ingest.html.widen import pulled, widened
from sayso.ingest.html.zones import FOREIGN, OUTSIDE, Zone

_SHARE = 0.3  # of the body's words inside an element: then its class names a container, not a part
_SAME = 0.9  # word F1 of a line that only repeats the title
_SHORT = 40  # words: above the headline, longer ones only are body
_LINKED = 0.8  # of a short line's letters: then it leads elsewhere
_LINE = 25  # words of such a line
_OPENING = 12  # words of the paragraph that the body begins with


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page taken apart: what later steps give names to."""

    segments: tuple[Segment, ...]
    opened: Mapping[HtmlElement, int]  # elements whose names may be believed
    titles: tuple[tuple[str, ...], ...]  # words of the titles, that in view first
    top: int  # order of the headline's segment; -1 where none shows it
    kept: frozenset[int]  # orders of the body's segments
    orphans: tuple[tuple[int, str], ...]  # lines of the body that no segment shows, and the order before each
    start: int  # order of the body's first long segment
    last: int  # order of its last one

    def is_title(self, text: str) -> bool:
        """Whether words only repeat the title."""
        words = words_of(text)
        return any(likeness(words, title) >= _SAME for title in self.titles)


def weights(segments: Sequence[Segment], orders: frozenset[int]) -> tuple[dict[HtmlElement, int], int]:
    """How many words of these segments each element holds, and how many there are."""
    held: dict[HtmlElement, int] = {}
    total = 0
    for order in orders:
        size = len(segments[order].text.split())
        total += size
        for node in segments[order].path:
            held[node] = held.get(node, 0) + size
    return held, total


def _believed(
    opened: Mapping[HtmlElement, int], held: Mapping[HtmlElement, int], total: int
) -> dict[HtmlElement, int]:
    """The elements whose class may be believed: not those that hold the body, nor their likes.

    A class on every paragraph ("paywall") or on the element around them ("with-sidebar") names no part.
    """
    by_name: dict[tuple[str, str], int] = {}
    for node in opened:
        name = (str(node.tag), node.get("class") or "")
        by_name[name] = by_name.get(name, 0) + held.get(node, 0)
    floor = _SHARE * total

    def speaks(node: HtmlElement) -> bool:
        name = node.get("class")
        return held.get(node, 0) <= floor and (not name or by_name[(str(node.tag), name)] <= floor)

    return {node: zone for node, zone in opened.items() if speaks(node)}


def sheet_of(tree: HtmlElement, titles: Sequence[str]) -> Sheet:
    """Take a page apart. `titles` are what the page calls its article, best witness first."""
    alive = list(tree.iter())  # lxml makes an element anew at every look unless somebody holds it
    plain, opened = segments_of(tree)
    body = align(lines_of(tree), plain)
    believed = _believed(opened, *weights(plain, body.orders))
    segments = zoned(plain, believed)
    headline = headline_of(segments, titles, sorted(body.orders))
    if headline:  # what holds the headline is the head of the article, whatever its class
        around = set(headline.path) - {headline.node}
        believed = {node: zone for node, zone in believed.items() if node not in around}
        segments = zoned(segments, believed)
    del alive
    top = headline.order if headline else -1
    worded = [tuple(words_of(t)) for t in ([headline.text] if headline else []) + list(titles)[:3]]
    kept = {o for o in body.orders if _is_body(segments[o], top, worded)}
    kept -= in_other_cells(segments, kept)
    kept = widened(segments, kept)
    kept -= pulled(segments, kept)
    kept -= boxed(segments, kept)
    kept -= last_cards(segments, kept)
    kept -= head_lines(segments, kept, _opening(segments, kept, top))
    long = [o for o in sorted(kept) if len(segments[o].text.split()) >= _OPENING and o > top] or sorted(kept)
    return Sheet(
        segments=tuple(segments),
        opened=believed,
        titles=tuple(worded),
        top=top,
        kept=frozenset(kept),
        orphans=body.orphans,
        start=long[0] if long else top + 1,
        last=max(kept) if long else top,
    )


def _opening(segments: Sequence[Segment], kept: Collection[int], top: int) -> int:
    """The order of the first long segment of the body."""
    long = (o for o in sorted(kept) if o > top and len(segments[o].text.split()) >= _OPENING)
    return next(long, top + 1)


def _is_body(segment: Segment, top: int, titles: Sequence[Sequence[str]]) -> bool:
    """Whether a line that the extractor took is the article's own."""
    words = len(segment.text.split())
    if segment.zones & (OUTSIDE | FOREIGN | Zone.HIDDEN) or segment.order == top:
        return False
    if segment.order < top and words < _SHORT:
        return False
    own = words_of(segment.text)
    if words <= _SHORT and any(likeness(own, title) >= _SAME for title in titles):
        return False
    if segment.link_share > _LINKED and words <= _LINE and not segment.zones & Zone.LIST:
        return False
    return line_of(segment.text) is None
