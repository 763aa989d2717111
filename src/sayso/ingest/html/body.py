"""Which segments of a page are its body?"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from sayso.ingest.html.parse import words_of
from sayso.ingest.html.segments import Segment

_GRAM = 3  # words; two paragraphs share few runs of three, and a cut line keeps most of its own
_COVERED = 0.5  # share of a segment's grams that lines of the extractor must hold: below, it is another's
_WITHIN = 0.8  # share of a line's grams in one segment: then the line is cut out of it
_HOLDERS = 8  # segments that share a gram: more is a phrase of the page
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
    cut, orphans = _cut_short(orphans, words)
    return Body(orders=frozenset(orders | cut), orphans=tuple(orphans))


def _cut_short(
    orphans: Sequence[tuple[int, str]], words: Mapping[int, Words]
) -> tuple[set[int], list[tuple[int, str]]]:
    """The segments of which a line is only the beginning or a bit, and the lines that are of none."""
    if not orphans:
        return set(), []
    holders: dict[Words, list[int]] = defaultdict(list)
    for order, own in words.items():
        for gram in _grams(own):
            holders[gram].append(order)
    found: set[int] = set()
    left: list[tuple[int, str]] = []
    for before, line in orphans:
        grams = _grams(words_of(line))
        most = Counter(order for gram in grams for order in holders.get(gram, ())[:_HOLDERS]).most_common(1)
        if most and most[0][1] >= _WITHIN * len(grams):
            found.add(most[0][0])
        else:
            left.append((before, line))
    return found, left
