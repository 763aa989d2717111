"""What does a line of PolNeAR's form hold, and how is it read?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.errors import InputError
from sayso.exchange.annotated import text_page
from sayso.exchange.corpus import corpus_lines
from sayso.model.page import Page
from sayso.model.span import Span
from sayso.scoring.attribution import Attributed, AttributedText

FORM = '{"id", "text", "attributions": [{"id", "source", "cue", "content": [[start, end], ...]}, ...]}'

Offsets = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionLine:
    """One attribution; offsets are [start, end) in code points, an absent source has none."""

    id: str = ""
    source: Offsets = ()
    cue: Offsets
    content: Offsets


@dataclass(frozen=True, slots=True, kw_only=True)
class PolnearLine:
    """One text with its outermost attributions."""

    id: str
    publisher: str | None = None
    date: str | None = None  # ISO day of publication
    text: str
    sentences: Offsets = ()
    attributions: tuple[AttributionLine, ...]


def polnear_lines(path: Path) -> list[PolnearLine]:
    """Every line of the file. InputError names the place of a mistake and the next step."""
    lines = corpus_lines(path, PolnearLine, form=FORM)
    for line in lines:
        for place, (start, end) in _offsets(line):
            if not 0 <= start < end <= len(line.text):
                size = len(line.text)
                raise InputError(
                    f"{path.name}, {line.id!r}: {place} [{start}, {end}) is empty or outside the text, which"
                    f" has {size} code points; count offsets in code points"
                )
    return lines


def _offsets(line: PolnearLine) -> Iterable[tuple[str, tuple[int, int]]]:
    yield from (("a sentence", pair) for pair in line.sentences)
    for one in line.attributions:
        for role in (one.source, one.cue, one.content):
            yield from ((f"attribution {one.id}", pair) for pair in role)


def encode(line: PolnearLine) -> bytes:
    """The line as UTF-8 JSON, without a line break."""
    return msgspec.json.encode(line)


def page_of(line: PolnearLine) -> Page:
    """What a reader is given of a line: text, publisher, date."""
    return text_page(id=line.id, text=line.text, outlet=line.publisher, published=line.date)


def gold_of(line: PolnearLine) -> AttributedText:
    """The line as it is scored."""
    return AttributedText(
        id=line.id,
        text=line.text,
        sentences=_spans(line.sentences),
        attributions=tuple(
            Attributed(source=_spans(a.source), cue=_spans(a.cue), content=_spans(a.content))
            for a in line.attributions
        ),
    )


def line_of(line: PolnearLine, told: Sequence[Attributed]) -> PolnearLine:
    """A line with the predicted attributions in place of its own."""
    return PolnearLine(
        id=line.id,
        publisher=line.publisher,
        date=line.date,
        text=line.text,
        sentences=line.sentences,
        attributions=tuple(
            AttributionLine(
                id=f"E{number}", source=_pairs(one.source), cue=_pairs(one.cue), content=_pairs(one.content)
            )
            for number, one in enumerate(told, 1)
        ),
    )


def _spans(pairs: Offsets) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _pairs(spans: Sequence[Span]) -> Offsets:
    return tuple((span.start, span.end) for span in spans)
