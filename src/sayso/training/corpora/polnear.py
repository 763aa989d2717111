"""What does a line of PolNeAR in JSONL teach?

PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018): attributions in news of the US elections 2015-16; the
outermost only, likes and appointments too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.errors import InputError
from sayso.model.span import Span
from sayso.training.example import Convention, Example, Layer, Told

NAME = "PolNeAR 1.0"

At = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution: lists of [start, end)."""

    id: str
    source: tuple[At, ...]
    cue: tuple[At, ...]
    content: tuple[At, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One line."""

    id: str
    text: str
    publisher: str | None = None
    date: str | None = None
    sentences: tuple[At, ...] = ()
    attributions: tuple[Attribution, ...] = ()


def read(path: Path) -> Iterator[Example]:
    """Every article of the file. InputError names the line that has another form."""
    decode = msgspec.json.Decoder(Article).decode
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield _example(decode(line))
        except (msgspec.MsgspecError, ValueError) as error:
            raise InputError(
                f"{path.name}, line {number} is no article of PolNeAR in JSONL: {error}"
            ) from error


def _example(article: Article) -> Example:
    return Example(
        id=article.id,
        source=NAME,
        text=article.text,
        published=article.date,
        layers=frozenset({Layer.CUES}),
        convention=Convention.POLNEAR,
        told=tuple(_told(one) for one in article.attributions if one.cue and one.content),
    )


def _told(one: Attribution) -> Told:
    cue = Span(min(s for s, _ in one.cue), max(e for _, e in one.cue))
    return Told(cue=cue, sources=_spans(one.source), content=_spans(one.content))


def _spans(ats: tuple[At, ...]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in sorted(ats))
