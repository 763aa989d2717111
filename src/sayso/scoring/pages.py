"""How well do extracted pages agree with what is known of them?

Typed pages are scored as `score_pages.py` of the pages corpus does, bodies as the benchmark they come from
does (scrapinghub's article-extraction-benchmark): by runs of four words, each page weighing the same.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

WORD = re.compile(r"\w+")
SAME = 0.9  # word F1 at which two paragraphs are one
SAME_CAPTION = 0.8  # credits and "File:" come and go
SHINGLE = 4  # words

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPage:
    """What a page says, by kind: as known, or as told."""

    paragraphs: tuple[str, ...] = ()
    subheads: tuple[str, ...] = ()
    standfirst: str | None = None
    captions: tuple[str, ...] = ()  # without their credit
    published: str | None = None  # ISO time
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedFigures:
    """Shares, 0 to 1; 1 where there was nothing to find."""

    pages: int
    paragraphs: float  # of the true ones found
    precision: float  # of told paragraphs and subheads that are true
    captions: float
    caption_precision: float
    leaked: float  # of true captions that stand among the told paragraphs; smaller is better
    standfirst: float  # of pages that have one
    published: float  # right to the minute with its zone, of pages whose time is known with one
    authors: float  # the same set of names


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFigures:
    """Means over pages; F1 of the two means, as the benchmark has it."""

    pages: int
    f1: float
    precision: float
    recall: float


def words_of(text: str | None) -> Words:
    """The words of a text, each once, in lower case."""
    return frozenset(WORD.findall((text or "").lower()))


def agree(one: Words, other: Words, floor: float = SAME) -> bool:
    """Whether two texts have the same words, by F1; a text without words agrees with none."""
    return bool(one and other) and 2 * len(one & other) / (len(one) + len(other)) >= floor


def minute_of(time: str | None) -> datetime | None:
    """The minute of a time with its zone; None without clock, zone or sense."""
    try:
        when = datetime.fromisoformat((time or "").replace("Z", "+00:00"))
    except ValueError:
        return None
    return when.astimezone(UTC).replace(second=0, microsecond=0) if when.tzinfo else None


def _hits(ones: Iterable[Words], others: Sequence[Words], floor: float = SAME) -> int:
    return sum(any(agree(one, other, floor) for other in others) for one in ones)


def score_typed(pairs: Iterable[tuple[TypedPage, TypedPage]]) -> TypedFigures:
    """Figures over pages, each as (true, told)."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    pages = 0
    for true, told in pairs:
        pages += 1
        paragraphs = [words_of(p) for p in true.paragraphs]
        stand = words_of(true.standfirst)
        lines = [words_of(p) for p in told.paragraphs]
        heads = [words_of(p) for p in told.subheads]
        captions = [words for c in true.captions if (words := words_of(c))]
        shown = [words_of(c) for c in told.captions]
        known = [*paragraphs, *(words_of(h) for h in true.subheads), stand]
        right["paragraphs"] += _hits(paragraphs, lines)
        of["paragraphs"] += len(paragraphs)
        right["precision"] += _hits(lines + heads, known)
        of["precision"] += len(lines) + len(heads)
        right["captions"] += _hits(captions, shown, SAME_CAPTION)
        of["captions"] += len(captions)
        right["caption_precision"] += _hits(shown, captions, SAME_CAPTION)
        of["caption_precision"] += len(shown)
        right["leaked"] += _hits(captions, lines, SAME_CAPTION)
        of["leaked"] += len(captions)
        if stand:
            right["standfirst"] += agree(stand, words_of(told.standfirst), SAME_CAPTION)
            of["standfirst"] += 1
        if when := minute_of(true.published):
            right["published"] += when == minute_of(told.published)
            of["published"] += 1
        right["authors"] += {words_of(a) for a in true.authors} == {words_of(a) for a in told.authors}
        of["authors"] += 1

    def share(key: str) -> float:
        return right[key] / of[key] if of[key] else 1.0

    return TypedFigures(
        pages=pages,
        paragraphs=share("paragraphs"),
        precision=share("precision"),
        captions=share("captions"),
        caption_precision=share("caption_precision"),
        leaked=share("leaked"),
        standfirst=share("standfirst"),
        published=share("published"),
        authors=share("authors"),
    )


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """How often each run of four words stands in a text; a shorter text is one run. Case counts."""
    words = WORD.findall(text)
    runs = (tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return Counter(run for run in runs if run)


def page_score(true: str, told: str) -> tuple[float, float]:
    """Precision and recall of one body."""
    wanted, found = shingles(true), shingles(told)
    hits = (wanted & found).total()
    if wanted == found:
        return 1.0, 1.0
    return hits / max(1, found.total()), hits / max(1, wanted.total())


def score_bodies(pairs: Iterable[tuple[str, str]]) -> BodyFigures:
    """Figures over pages, each as (true, told); precision over the pages of which something was told."""
    scored = [(*page_score(true, told), bool(shingles(true)), bool(shingles(told))) for true, told in pairs]
    precisions = [p for p, _, _, told in scored if told]
    recalls = [r for _, r, true, _ in scored if true]
    precision = sum(precisions) / max(1, len(precisions))
    recall = sum(recalls) / max(1, len(recalls))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return BodyFigures(pages=len(scored), f1=f1, precision=precision, recall=recall)
