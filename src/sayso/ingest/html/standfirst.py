"""Which segments are the standfirst: the sentence between headline and body that sums up?"""

import re
from collections.abc import Collection, Sequence

from sayso.ingest.html.headline import likeness
from sayso.ingest.html.lines import line_of
from sayso.ingest.html.parse import words_of
from sayso.ingest.html.segments import Segment
from sayso.ingest.html.zones import OUTSIDE, Zone

_DECK = re.compile(
    r"standfirst|stand-first|(?:\b|[-_])(?:deck|dek)\b|sub-?title|sub-?head|strapline", re.IGNORECASE
)
_ALIKE = 0.8  # word F1 with the page's own description
_BEFORE = 3  # segments above the headline that may hold it
_LINKED = 0.5  # of its letters in links: then it is a rubric or a card
_PARTS = 4  # a standfirst in bullet points
_WORDS = range(4, 90)


def standfirst_of(
    segments: Sequence[Segment],
    descriptions: Sequence[str],
    *,
    top: int,
    start: int,
    taken: Collection[int],
    body: Collection[int],
) -> list[Segment]:
    """The segments of the standfirst, mostly one; empty where the page shows none."""
    if top < 0:
        return []
    told = [words_of(d) for d in descriptions]
    near = [
        s
        for s in segments[max(0, top - _BEFORE) : max(start, top) + 2]
        if s.order != top
        and s.order not in taken
        and len(s.text.split()) in _WORDS
        and not s.zones & (OUTSIDE | Zone.SERVICE | Zone.HIDDEN | Zone.BYLINE | Zone.CAPTION)
        and s.link_share < _LINKED
        and line_of(s.text) is None
    ]
    own = [s for s in near if s.order <= start]
    named = [s for s in own if s.zones & Zone.STANDFIRST and (_is_deck(s) or _apart(s, segments, body))]
    if named:
        best = max(named, key=lambda s: (_is_deck(s), _told(s, told), s.order > top, -s.order))
        return _together(best, named)
    own = [s for s in own if not s.zones & Zone.RELATED]
    for segment in own:
        if _told(segment, told) and (_is_deck(segment) or _apart(segment, segments, body)):
            return [segment]
    under = [s for s in own if s.tag in ("h2", "h3") and top < s.order <= top + 2 and s.order < start]
    return under[:1]


def _is_deck(segment: Segment) -> bool:
    """Whether tag or name can mean nothing else: a "summary" may be one for machines."""
    names = " ".join(node.get("class") or "" for node in segment.path[-2:])
    return segment.tag in ("h2", "h3") or _DECK.search(names) is not None


def _told(segment: Segment, told: Sequence[Sequence[str]]) -> bool:
    return any(likeness(words_of(segment.text), words) >= _ALIKE for words in told)


def _together(best: Segment, named: Sequence[Segment]) -> list[Segment]:
    """The segment with those of the same list or container that stand right after it."""
    out = [best]
    for segment in named:
        beside = segment.order == out[-1].order + 1 and segment.node.getparent() is best.node.getparent()
        if beside and segment.tag == best.tag and len(out) < _PARTS:
            out.append(segment)
    return out


def _apart(segment: Segment, segments: Sequence[Segment], body: Collection[int]) -> bool:
    """Whether it is no first paragraph: the extractor left it, or byline or picture come between."""
    if segment.order not in body:
        return True
    following = [segments[o] for o in sorted(body) if o > segment.order][:4]
    alike = any(
        s.tag == segment.tag
        and s.node.getparent() is segment.node.getparent()
        and s.node.get("class") == segment.node.get("class")
        for s in following
    )
    return not alike and bool(following) and following[0].order > segment.order + 1
