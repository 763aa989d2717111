"""Which segment is the headline?"""

from collections.abc import Sequence

from sayso.ingest.html.parse import words_of
from sayso.ingest.html.segments import Segment
from sayso.ingest.html.zones import LARGE, Zone, font_size

_ALIKE = 0.6  # word F1: headlines on the page and in its head differ by a word or a site's name, not by half
_LINKED = 0.5  # of a headline's letters in links: more is a teaser
_LONGEST = 60  # words; a longer "title" is a container with the page in it


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """F1 of two word sets, 0 to 1."""
    one, other = set(a), set(b)
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def headline_of(segments: Sequence[Segment], titles: Sequence[str], body: Sequence[int]) -> Segment | None:
    """The segment that shows the title: by the page's own titles, else the <h1> before the body."""
    wanted = [words_of(title) for title in titles]
    start = (
        body[len(body) // 4] if body else len(segments)
    )  # a title among the last three quarters is another's

    def score(segment: Segment) -> float:
        words = words_of(segment.text)
        alike = max((likeness(words, want) for want in wanted), default=0.0)
        if alike < _ALIKE:
            return 0.0
        bonus = (
            0.3 if segment.tag == "h1" else 0.15 if segment.zones & Zone.TITLE or segment.tag == "h2" else 0.0
        )
        minus = 0.5 if segment.zones & (Zone.RELATED | Zone.NAV | Zone.HIDDEN | Zone.ASIDE) else 0.0
        return alike + bonus - minus

    near = [s for s in segments if s.order <= start and len(s.text.split()) <= _LONGEST]
    best = max(near, key=lambda s: (score(s), s.order), default=None)
    if best is not None and score(best) > 0:
        return best
    shown = [s for s in near if len(s.text.split()) > 2 and not s.zones & Zone.HIDDEN]
    heads = [s for s in shown if s.tag == "h1"] or _largest(shown)
    return heads[-1] if heads else None


def _largest(segments: Sequence[Segment]) -> list[Segment]:
    """Segments in the largest type that <font> sets, where it is larger than text."""
    sizes = {s.order: max((font_size(node) for node in s.path), default=0) for s in segments}
    largest = max((size for order, size in sizes.items()), default=0)
    return [s for s in segments if sizes[s.order] == largest and largest >= LARGE and s.link_share < _LINKED]
