"""What do the sentences teach that we wrote ourselves?

Each line of `written/*.jsonl` holds a text and what it tells, every span as the words themselves: "words" for
where they stand first, ["words", 2] for the second place, ["words", "in these words"] for words in others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from sayso.errors import InputError
from sayso.model.mention import Direction, EventType, Realis
from sayso.model.span import Span
from sayso.model.statement import Stance, VoiceKind
from sayso.training.corpora.annotated import Chain, told_of
from sayso.training.example import Act, Claim, Example, Layer

NAME = "written for sayso"
REPORTS = "reports written for sayso"

Words = str | tuple[str, int | str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HopWritten:
    """One link of a chain."""

    m: Words | None = None
    cue: Words | None = None
    kind: VoiceKind
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWritten:
    """One statement."""

    content: tuple[Words, ...]
    chain: tuple[HopWritten, ...]
    stance: Stance
    hedges: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWritten:
    """One mention of an event."""

    trigger: Words
    type: EventType
    mode: str | None = None
    realis: Realis
    background: bool = False
    actor: tuple[Words, ...] = ()
    recipient: tuple[Words, ...] = ()
    place: tuple[Words, ...] = ()
    when: tuple[Words, ...] = ()
    killed: Words | None = None
    injured: Words | None = None
    detained: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendWritten:
    """One claim of more or less."""

    m: Words
    type: EventType
    direction: Direction
    actor: Words | None = None
    recipient: Words | None = None
    place: Words | None = None
    since: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One line."""

    text: str
    published: str | None = None
    statements: tuple[StatementWritten, ...] = ()
    events: tuple[EventWritten, ...] = ()
    trends: tuple[TrendWritten, ...] = ()


def reports(path: Path) -> Iterator[Example]:
    """Every whole report of the file, as `read`."""
    return (replace(example, source=REPORTS) for example in read(path))


def read(path: Path) -> Iterator[Example]:
    """Every text of the file. InputError names the line that has another form or words its text lacks."""
    decode = msgspec.json.Decoder(Written).decode
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield _example(decode(line), f"{path.stem}-{number}")
        except (msgspec.MsgspecError, ValueError) as error:
            raise InputError(f"{path.name}, line {number}: {error}") from error


def place_of(text: str, words: Words) -> Span:
    """Where the words stand, whole. ValueError where they do not."""
    told, nth = (words, 1) if isinstance(words, str) else words
    if isinstance(nth, str):
        around = place_of(text, nth)
        inner = place_of(around.of(text), told)
        return Span(around.start + inner.start, around.start + inner.end)
    edge, end = r"(?<!\w)" if told[:1].isalnum() else "", r"(?!\w)" if told[-1:].isalnum() else ""
    places = [found.start() for found in re.finditer(f"{edge}{re.escape(told)}{end}", text)]
    if len(places) < nth:
        raise ValueError(f"{told!r} does not stand in the text {nth} times")
    return Span(places[nth - 1], places[nth - 1] + len(told))


def _example(line: Written, name: str) -> Example:
    text = line.text

    def at(words: tuple[Words, ...]) -> tuple[Span, ...]:
        return tuple(place_of(text, each) for each in words)

    def lone(words: Words | None) -> tuple[Span, ...]:
        return at((words,)) if words else ()

    acts = tuple(
        Act(
            trigger=place_of(text, event.trigger),
            type=event.type,
            mode=event.mode or "",
            realis=event.realis,
            background=event.background,
            actors=at(event.actor),
            recipients=at(event.recipient),
            places=at(event.place),
            times=at(event.when),
        )
        for event in line.events
    )
    claims = tuple(
        Claim(
            span=place_of(text, trend.m),
            direction=trend.direction,
            type=trend.type,
            actors=lone(trend.actor),
            recipients=lone(trend.recipient),
            places=lone(trend.place),
            times=lone(trend.since),
        )
        for trend in line.trends
    )
    return Example(
        id=name,
        source=NAME,
        text=text,
        published=line.published,
        layers=frozenset(Layer),
        told=told_of((_chain(statement, text) for statement in line.statements), text),
        acts=acts,
        claims=claims,
    )


def _chain(statement: StatementWritten, text: str) -> Chain:
    def at(words: Words | None) -> Span | None:
        return place_of(text, words) if words else None

    return Chain(
        content=tuple(place_of(text, words) for words in statement.content),
        hops=tuple((at(hop.m), at(hop.cue)) for hop in statement.chain),
        stance=statement.stance,
        hedged=bool(statement.hedges),
    )
