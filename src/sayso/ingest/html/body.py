"""Which segments of a page are its body?"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from sayso.ingest.html.parse import words_of
from sayso.ingest.html.segments import Segment

_GRAM = 3  # words; two paragraphs share few runs of three, and a cut line keeps most of its own
_COVERED = 0.5  # share of a segment's grams that lines of the extractor must hold: below, it is another's
_KNOWN = (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, etree.LxmlError)

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The body as the extractor saw it, found again on the page."""

    orders: frozenset[int]  # of the segments that are in it
    orphans: tuple[tuple[int, str], ...]  # lines that stand nowhere on the page, and the segment before each


def lines_of(tree: HtmlElement) -> list[str]:
    """The lines that trafilatura's default run takes for the article (it works on a copy)."""
    try:
        found = bare_extraction(tree, include_comments=False)
    except _KNOWN:
        return []
    text = getattr(found, "text", None) or ""
    lines = (line.strip().removeprefix("- ").strip(" |") for line in text.split("\n"))
    return [line for line in lines if line]


def _grams(words: Sequence[str]) -> set[Words]:
    return {tuple(words[i : i + _GRAM]) for i in range(max(1, len(words) - _GRAM + 1))}


def _nearest(candidates: list[int], wanted: int, anchors: list[int]) -> list[int]:
    """Of several segments with the same words, those that stand nearest to what is sure."""
    if len(candidates) <= wanted:
        return candidates
    middle = anchors[len(anchors) // 2] if anchors else candidates[0]
    return sorted(sorted(candidates, key=lambda order: abs(order - middle))[:wanted])


def _exact(lines: Iterable[Words], words: dict[int, Words]) -> dict[Words, list[int]]:
    """Segments that say just what a line says; where many do, those in the middle of the others."""
    wanted = Counter(lines)
    candidates: dict[Words, list[int]] = defaultdict(list)
    for order, own in words.items():
        if own in wanted:
            candidates[own].append(order)
    anchors = sorted(c[0] for own, c in candidates.items() if len(c) == 1 and len(own) >= _GRAM)
    return {own: _nearest(c, wanted[own], anchors) for own, c in candidates.items()}


def _runs(told: Sequence[Words], exact: Collection[Words]) -> Iterator[list[str]]:
    """The words of lines that no segment says just so, joined where they follow each other."""
    run: list[str] = []
    for own in told:
        if own not in exact:
            run.extend(own)
        elif own and run:
            yield run
            run = []
    if run:
        yield run


def align(lines: Sequence[str], segments: Sequence[Segment]) -> Body:
    """Find the extractor's lines on the page again, by their words."""
    words = {s.order: tuple(words_of(s.text)) for s in segments}
    told = [tuple(words_of(line)) for line in lines]
    exact = _exact((t for t in told if t), words)
    orders = {order for found in exact.values() for order in found}
    loose = {gram for run in _runs(told, exact) for gram in _grams(run)}
    partly: dict[Words, int] = {}
    for order, own in words.items():
        if order in orders or len(own) < _GRAM or not loose:
            continue
        grams = _grams(own)
        shared = grams & loose
        if len(shared) >= _COVERED * len(grams):
            orders.add(order)
            partly.update(dict.fromkeys(shared, order))
    orphans: list[tuple[int, str]] = []
    last = -1
    for line, own in zip(lines, told, strict=True):
        if own in exact:
            last = max(last, exact[own][0])
            continue
        grams = _grams(own) if own else set()
        held = [partly[g] for g in grams if g in partly]
        if held:
            last = max(last, *held)
        elif len(own) >= _GRAM:
            orphans.append((last, line))
    return Body(orders=frozenset(orders), orphans=tuple(orphans))
