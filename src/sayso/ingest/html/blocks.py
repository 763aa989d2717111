"""What is each stretch of a page, from the title to the end of the article, to its reader?"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sayso.ingest.html.captions import Found, captions_of, in_attributes
from sayso.ingest.html.lines import Line, line_of
from sayso.ingest.html.parse import words_of
from sayso.ingest.html.segments import Segment
from sayso.ingest.html.sheet import Sheet, weights
from sayso.ingest.html.silent import silent_captions
from sayso.ingest.html.standfirst import standfirst_of
from sayso.ingest.html.tail import tail_of
from sayso.ingest.html.zones import FOREIGN, OUTSIDE, Zone
from sayso.lexicon.datelines import parse_dateline
from sayso.model.document import BlockKind

_ABOVE = 15  # segments above the headline where the first picture may stand
_BYLINE = 40  # words at most
_DATELINE = 80  # code points of a dateline in an element of its own
_SUBHEAD = 40  # words at most: more is a paragraph in large type

_STAMPS = re.compile(
    r"\b(?:(?:last |first )?(?:posted|published|updated)\b.*|\d+\s?min(?:ute)?s?\sread"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\d.*)",
    re.IGNORECASE,
)  # what stands in byline elements and names nobody
_NAMES = re.compile(r"[^\W\d_a-z][\w.'’-]*\s+[^\W\d_a-z]|\b[Bb]y\b")  # two words that begin with capitals


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block before it has a place in a text."""

    order: float  # segments have whole numbers; what stands between two has a fraction
    kind: BlockKind
    text: str


def pieces_of(
    sheet: Sheet, titles: Sequence[str], descriptions: Sequence[str], names: Sequence[str] = ()
) -> list[Piece]:
    """All blocks in reading order; a page that shows no headline begins with the title that it states.

    `names` are those who sign: a line above the text that prints one of them is a byline.
    """
    captions = _captions(sheet)
    captioned = {order for caption in captions for order in caption.orders}
    kept = sheet.kept - captioned
    deck = standfirst_of(
        sheet.segments, descriptions, top=sheet.top, start=sheet.start, taken=captioned, body=kept
    )
    out = [
        Piece(order=c.order if c.orders else c.order + 0.5, kind=BlockKind.CAPTION, text=c.text)
        for c in captions
    ]
    if sheet.top >= 0:
        out.append(Piece(order=sheet.top, kind=BlockKind.HEADLINE, text=sheet.segments[sheet.top].text))
    elif titles:
        out.append(Piece(order=-1, kind=BlockKind.HEADLINE, text=titles[0]))
    if deck:
        words = " ".join(s.text for s in deck)
        out.append(Piece(order=deck[0].order, kind=BlockKind.STANDFIRST, text=words))
    taken = captioned | {s.order for s in deck} | {sheet.top}
    out.extend(_running(sheet, kept, taken, {s.order for s in bylines_of(sheet, names)}))
    held, _ = weights(sheet.segments, sheet.kept)
    out.extend(
        Piece(order=s.order, kind=BlockKind.FURNITURE, text=s.text)
        for s in tail_of(sheet.segments, sheet.last, held)
    )
    for before, text in sheet.orphans:
        if not sheet.is_title(text):
            kind = BlockKind.FURNITURE if line_of(text) else BlockKind.PARAGRAPH
            out.append(Piece(order=before + 0.5, kind=kind, text=text))
    return sorted(out, key=lambda piece: piece.order)


def _captions(sheet: Sheet) -> list[Found]:
    """Captions from the picture above the headline to the last paragraph."""
    own = frozenset(o for o in sheet.kept if not sheet.segments[o].zones & (Zone.CAPTION | Zone.CREDIT))
    begin = max(0, min(sheet.top if sheet.top >= 0 else sheet.start, sheet.start) - _ABOVE)
    near = sheet.segments[begin : sheet.last + 1]
    found = captions_of(near, weights(sheet.segments, own)[0], sheet.opened)
    found += in_attributes(sheet.segments[max(0, sheet.top) : sheet.last + 1], found)
    taken = {order for caption in found for order in caption.orders} | {sheet.top}
    found += silent_captions(sheet.segments, near, taken)
    return [caption for caption in found if not sheet.is_title(caption.text)]


def _running(
    sheet: Sheet, kept: Collection[int], taken: Collection[int], signed: Collection[int]
) -> Iterator[Piece]:
    """What stands between title and last paragraph and is neither caption nor standfirst."""
    begin = min(sheet.top, sheet.start) if sheet.top >= 0 else sheet.start
    for segment in sheet.segments[begin : sheet.last + 1]:
        order = segment.order
        if order in taken:
            continue
        if order <= sheet.start and _is_dateline(segment.text):
            yield Piece(order=order, kind=BlockKind.DATELINE, text=segment.text)
        elif order in kept:
            yield Piece(order=order, kind=_kind(segment), text=segment.text)
        elif order in signed:
            yield Piece(order=order, kind=BlockKind.BYLINE, text=segment.text)
        elif not segment.zones & (OUTSIDE | Zone.HIDDEN):
            yield Piece(order=order, kind=BlockKind.FURNITURE, text=segment.text)


def _is_dateline(text: str) -> bool:
    """Whether a line is a dateline and nothing else: "AUBURN, Wash. —"."""
    parts = parse_dateline(text) if len(text) <= _DATELINE else None
    return parts is not None and parts.end >= len(text.rstrip())


def bylines_of(sheet: Sheet, names: Sequence[str]) -> list[Segment]:
    """Segments near the headline that say who wrote it, by their place and words, or as they print a name."""
    near = [
        s
        for s in sheet.segments[max(0, sheet.top - 5) : max(sheet.start, sheet.top) + 2]
        if s.order not in sheet.kept
        and s.order != sheet.top
        and len(s.text.split()) <= _BYLINE
        and not s.zones & (OUTSIDE | FOREIGN | Zone.HIDDEN | Zone.CAPTION)
    ]
    wanted = [f" {' '.join(words)} " for name in names if (words := words_of(name))]
    printed = {s.order for s in near if _prints(s, wanted)}
    return [
        s
        for s in near
        if s.order in printed
        or line_of(s.text) is Line.BYLINE
        or (not printed and s.zones & Zone.BYLINE and _NAMES.search(_STAMPS.sub(" ", s.text)))
    ]


def _prints(segment: Segment, wanted: Sequence[str]) -> bool:
    words = f" {' '.join(words_of(segment.text))} " if wanted else ""
    return any(name in words for name in wanted)


def _kind(segment: Segment) -> BlockKind:
    if re.fullmatch(r"h[1-6]", segment.tag) and len(segment.text.split()) <= _SUBHEAD:
        return BlockKind.SUBHEAD

    return BlockKind.LIST_ITEM if segment.zones & Zone.LIST else BlockKind.PARAGRAPH
