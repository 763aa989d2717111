"""Which paragraphs did the extractor miss, and which are only quoted out of others?"""

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from sayso.ingest.html.lines import line_of
from sayso.ingest.html.parse import words_of
from sayso.ingest.html.segments import Segment
from sayso.ingest.html.zones import FOREIGN, OUTSIDE, Zone

_WORDS = 12  # of a paragraph that is taken in by its likeness alone
_SHARE = 0.3  # of the body's segments that look alike: then looks are evidence
_FEW = 3  # segments alike, at least
_GAP = 10  # segments between the last paragraph known and the next of the same looks
_LINKED = 0.5
_GRAM = 4
_QUOTED = 0.9  # of a segment's runs of four words that stand in one longer paragraph
_HOLDERS = 8  # paragraphs that share a run of four words: more is a phrase of the page, and slow
_LONGER = 1.3  # times as many words has the paragraph that a pull quote was pulled from
_UNFIT = (
    OUTSIDE | FOREIGN | Zone.HIDDEN | Zone.CAPTION | Zone.CREDIT | Zone.BYLINE | Zone.STANDFIRST | Zone.TITLE
)

Look = tuple[str, str, str]


def look(segment: Segment) -> Look:
    """Tag and class of an element and of the one around it."""
    parent = segment.node.getparent()
    around = "" if parent is None else f"{parent.tag} {parent.get('class') or ''}"
    return segment.tag, segment.node.get("class") or "", around


def widened(segments: Sequence[Segment], kept: Collection[int]) -> set[int]:
    """The body with the paragraphs among and right after it that look just like most of it."""
    own = set(kept)
    looks = Counter(look(segments[o]) for o in own if len(segments[o].text.split()) >= _WORDS)
    common = {one for one, count in looks.items() if count >= _SHARE * sum(looks.values()) and count >= _FEW}
    _grow(segments, own, lambda segment: look(segment) in common)
    roofs = Counter((s.tag, s.node.getparent()) for o in own if (s := segments[o]).tag == "p")
    _grow(segments, own, lambda segment: roofs[(segment.tag, segment.node.getparent())] >= _FEW)
    return own


def _grow(segments: Sequence[Segment], own: set[int], alike: Callable[[Segment], bool]) -> None:
    """Add paragraphs that are alike, from the first known to where none has come for a while."""
    first, last = min(own, default=len(segments)), max(own, default=-1)
    for segment in segments[first:]:
        if segment.order > last + _GAP:
            break
        if segment.order in own or (alike(segment) and _fit(segment)):
            own.add(segment.order)
            last = max(last, segment.order)


def _fit(segment: Segment) -> bool:
    if segment.zones & _UNFIT or segment.link_share >= _LINKED or len(segment.text.split()) < _WORDS:
        return False
    return line_of(segment.text) is None


def pulled(segments: Sequence[Segment], kept: Collection[int]) -> set[int]:
    """Segments that only repeat words of a longer paragraph: pull quotes."""
    holders: dict[tuple[str, ...], set[int]] = {}
    grams: dict[int, set[tuple[str, ...]]] = {}
    sizes: dict[int, int] = {}
    for order in kept:
        words = words_of(segments[order].text)
        sizes[order] = len(words)
        grams[order] = {tuple(words[i : i + _GRAM]) for i in range(len(words) - _GRAM + 1)}
        for gram in grams[order]:
            holders.setdefault(gram, set()).add(order)
    out: set[int] = set()
    for order, own in grams.items():
        if len(own) < _GRAM:
            continue
        shared = Counter(
            other
            for gram in own
            if len(holders[gram]) <= _HOLDERS
            for other in holders[gram]
            if sizes[other] >= _LONGER * sizes[order]
        )
        if shared and shared.most_common(1)[0][1] >= _QUOTED * len(own):
            out.add(order)
    return out
