"""Which segments that the extractor took stand in a box, a column or a head line beside the text?"""

import re
from collections.abc import Collection, Iterator, Sequence

from lxml.html import HtmlElement

from sayso.ingest.html.lines import Line, line_of
from sayso.ingest.html.segments import Segment

_BOX = 60  # words of a promotion with all its lines; the boxes of the typed pages have at most 50
_KEPT = 2  # segments of a box that the extractor took: its heading and its sentence
_NEAR = 6  # segments before and behind among which the lines of a box are looked for
_CELL = 0.7  # of the body's words in one cell: then the page is laid out by tables, and this is its article
_TIMED = 25  # words of a line that holds a time for machines: "By A. Quill, Tuesday 7 May, 10:12"


_CARDS = 2  # such segments, at least: one alone may be a paragraph behind a link
_CARD = 40  # words under the headline of a card
_TITLE = 3  # words of such a headline
_LINKED = 0.8  # of its letters
_SHARES = re.compile(r"\W{0,3}(?:share|e-?mail|print|comment|leave\sa\scomment)\b", re.IGNORECASE)
_TYPED = frozenset(("", "email", "text", "tel"))  # kinds of <input> that ask for an address


def boxed(segments: Sequence[Segment], kept: Collection[int]) -> set[int]:
    """Short segments whose box asks for something beside them: "World at Six, our daily e-mail | Sign up"."""
    words: dict[HtmlElement, int] = {}
    taken: dict[HtmlElement, int] = {}
    for segment in segments:
        size = len(segment.text.split())
        for node in segment.path:
            words[node] = words.get(node, 0) + size
            taken[node] = taken.get(node, 0) + (segment.order in kept)

    def box_of(segment: Segment) -> HtmlElement | None:
        box: HtmlElement | None = None
        at: HtmlElement | None = segment.node.getparent()
        while at is not None and words.get(at, 0) <= _BOX and taken.get(at, 0) <= _KEPT:
            box, at = at, at.getparent()
        return box

    def asks(box: HtmlElement, order: int) -> bool:
        near = segments[max(0, order - _NEAR) : order + _NEAR + 1]
        others = [s for s in near if s.order != order and box in s.path]
        return any(_asks(s.text) for s in others) or _has_controls(box)

    short = [o for o in kept if segments[o].tag != "li" and len(segments[o].text.split()) <= _BOX]
    return {o for o in short if (box := box_of(segments[o])) is not None and asks(box, o)}


def _asks(line: str) -> bool:
    return line_of(line) is Line.CALL and _SHARES.match(line) is None


def _has_controls(box: HtmlElement) -> bool:
    return any((node.get("type") or "").lower() in _TYPED for node in box.iter("input"))


def in_other_cells(segments: Sequence[Segment], kept: Collection[int]) -> set[int]:
    """Of a page laid out by tables, what stands in columns and rows other than the article's."""
    words: dict[HtmlElement, int] = {}
    total = 0
    for order in kept:
        size = len(segments[order].text.split())
        total += size
        for node in _cells(segments[order]):
            words[node] = words.get(node, 0) + size
    main = [node for node, size in words.items() if size >= _CELL * total]
    if not main:
        return set()
    deepest = max(main, key=lambda node: sum(1 for _ in node.iterancestors()))
    around = {deepest, *deepest.iterancestors("td")}
    out = set()
    for order in kept:
        cells = list(_cells(segments[order]))
        if cells and deepest not in cells and cells[-1] not in around:
            out.add(order)
    return out


def _cells(segment: Segment) -> Iterator[HtmlElement]:
    return (node for node in segment.path if node.tag == "td")


def last_cards(segments: Sequence[Segment], kept: Collection[int]) -> set[int]:
    """Short segments behind the text of which each stands under a headline that leads away: other stories."""
    out: set[int] = set()
    for order in sorted(kept, reverse=True):
        above = segments[order - 1] if order else None
        if above is None or above.order in kept or len(segments[order].text.split()) > _CARD:
            break
        if above.link_share < _LINKED or len(above.text.split()) < _TITLE:
            break
        out.add(order)
    return out if len(out) >= _CARDS else set()


def head_lines(segments: Sequence[Segment], kept: Collection[int], first: int) -> set[int]:
    """Lines above the first paragraph, and those with a time for machines, that are no paragraphs."""
    known: dict[HtmlElement, bool] = {}  # a long page may hold all its lines in one element

    def has_time(node: HtmlElement) -> bool:
        if node not in known:
            known[node] = next(node.iter("time"), None) is not None
        return known[node]

    out = set()
    for order in kept:
        segment = segments[order]
        size = len(segment.text.split())
        shares = order < first and size == 1 and segment.tag == "li"  # "Share", "Print" in any language
        if shares or (size <= _TIMED and order <= first and has_time(segment.node)):
            out.add(order)
    return out
