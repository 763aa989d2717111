"""What does a line of M2E2's form hold, and how are our events told in it?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from sayso.exchange.annotated import text_page
from sayso.exchange.corpus import corpus_lines
from sayso.lexicon.ace import AceKind, ace_of
from sayso.model.mention import Mention
from sayso.model.page import Page
from sayso.model.span import Span
from sayso.scoring.triggers import Argument, SentenceEvent

FORM = (
    '{"id", "text", "tokens", "events": [{"trigger": {"start", "end", "text"}, "event_type", "arguments"}]}'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerLine:
    """Words by their tokens, from `start` to before `end`."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """An argument."""

    role: str
    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """An event of the sentence."""

    trigger: TriggerLine
    event_type: str
    arguments: tuple[RoleLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityLine:
    """A thing that is named; none is predicted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class M2e2Line:
    """One sentence, in words and in tokens."""

    id: str
    part: str | None = None
    text: str
    tokens: tuple[str, ...]
    entities: tuple[EntityLine, ...] = ()
    events: tuple[EventLine, ...]


def m2e2_lines(path: Path) -> list[M2e2Line]:
    """Every line of the file; ids recur (38 in the corpus). InputError names a mistake and the next step."""
    return corpus_lines(path, M2e2Line, form=FORM, unique=False)


def encode(line: M2e2Line) -> bytes:
    """The line as UTF-8 JSON, without a line break."""
    return msgspec.json.encode(line)


def page_of(line: M2e2Line) -> Page:
    """The sentence as a reader is given it."""
    return text_page(id=line.id, text=line.text)


def events_of(line: M2e2Line) -> list[SentenceEvent]:
    """The events as they are scored."""
    return [
        SentenceEvent(
            type=event.event_type,
            start=event.trigger.start,
            end=event.trigger.end,
            arguments=tuple(Argument(role=a.role, start=a.start, end=a.end) for a in event.arguments),
        )
        for event in line.events
    ]


def line_of(line: M2e2Line, mentions: Sequence[Mention]) -> M2e2Line:
    """A line with the events told in place of its own; those that the eight types lack are left out."""
    places = tuple(_places(line))
    told = []
    for mention in mentions:
        kind = ace_of(mention.type, mention.mode, mention.trigger.of(line.text))
        within = _tokens(places, mention.trigger)
        if kind and within:
            trigger = TriggerLine(start=within[0], end=within[1], text=_words(line, within))
            told.append(
                EventLine(
                    trigger=trigger, event_type=kind.event, arguments=_roles(line, places, kind, mention)
                )
            )
    return replace(line, entities=(), events=tuple(told))


def _roles(
    line: M2e2Line, places: Sequence[Span | None], kind: AceKind, mention: Mention
) -> tuple[RoleLine, ...]:
    told = [(kind.actor, party.mention) for party in mention.actors]
    told += [(kind.recipient, party.mention) for party in mention.recipients]
    told += [(kind.place, mention.place.mention)] if mention.place else []
    out = []
    for role, span in told:
        within = _tokens(places, span) if span else None
        if role and within:
            out.append(RoleLine(role=role, start=within[0], end=within[1], text=_words(line, within)))
    return tuple(out)


def _words(line: M2e2Line, within: tuple[int, int]) -> str:
    return " ".join(line.tokens[within[0] : within[1]])


def _places(line: M2e2Line) -> Iterator[Span | None]:
    """Where each token stands in the text; None for one that the text lacks (an added full stop)."""
    at = 0
    for token in line.tokens:
        start = line.text.find(token, at)
        if not token or start < 0 or start - at > 40:  # beyond is another word that looks the same
            yield None
            continue
        at = start + len(token)
        yield Span(start, at)


def _tokens(places: Sequence[Span | None], span: Span) -> tuple[int, int] | None:
    """The tokens that a span meets, from the first to before the last."""
    met = [number for number, place in enumerate(places) if place and place.meets(span)]
    return (met[0], met[-1] + 1) if met else None
