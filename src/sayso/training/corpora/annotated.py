"""What does a text annotated after the guide teach: heard/1 lines, with all layers?"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.exchange.heard1 import decode_lines
from sayso.exchange.heard1_read import UNKNOWN, from_line
from sayso.exchange.heard1_types import HeardLine
from sayso.model.mention import Mention, Party, Trend
from sayso.model.span import Span
from sayso.model.statement import Stance, Statement
from sayso.training.example import Act, Claim, Example, Layer, Told

NAME = "gold/train"


def read(path: Path) -> Iterator[Example]:
    """Every annotated text of the file."""
    for line in decode_lines(path.read_bytes().splitlines(), path.name):
        yield _example(line)


def _example(line: HeardLine) -> Example:
    heard = from_line(line)
    text = line.text
    return Example(
        id=line.id,
        source=NAME,
        text=text,
        outlet=line.outlet,
        published=None if line.published == UNKNOWN else line.published,
        layers=frozenset(Layer),
        told=told_of(map(chain_of, heard.statements), text),
        acts=tuple(act_of(mention) for mention in heard.mentions),
        claims=tuple(_claim(trend, text) for trend in heard.trends),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A statement as far as it teaches cues: of every hop its words and its cue, the origin last."""

    content: tuple[Span, ...]
    hops: tuple[tuple[Span | None, Span | None], ...]
    stance: Stance
    hedged: bool


def chain_of(statement: Statement) -> Chain:
    """What a statement teaches."""
    return Chain(
        content=statement.content,
        hops=tuple((hop.mention, hop.cue) for hop in statement.chain),
        stance=statement.stance,
        hedged=bool(statement.hedges),
    )


def told_of(chains: Iterable[Chain], text: str) -> tuple[Told, ...]:
    """Every cue of the chains once, with the words it vouches for: best as the last hop of a statement."""
    ends = [0, *(k for k, sign in enumerate(text) if sign in ".!?\n")]
    out: dict[Span, Told] = {}
    settled: set[Span] = set()
    for chain in chains:
        for depth, (mention, cue) in enumerate(chain.hops):
            if cue is None or cue in settled:
                continue
            last = depth == len(chain.hops) - 1
            heard, by = chain.hops[depth - 1] if last and depth else (None, None)
            near = heard is not None and bisect_right(ends, heard.start) == bisect_right(ends, cue.start)
            out[cue] = Told(
                cue=cue,
                sources=(mention,) if mention else (),
                content=chain.content,
                addressees=(heard,) if heard and near and by is None else (),
                stance=chain.stance if last else None,
                hedged=chain.hedged if last else None,
            )
            if last:
                settled.add(cue)
    return tuple(out[cue] for cue in sorted(out))


def act_of(mention: Mention) -> Act:
    """The trigger with the words for its parties, place and time."""
    place = mention.place.mention if mention.place else None
    when = mention.when.mention if mention.when else None
    return Act(
        trigger=mention.trigger,
        type=mention.type,
        mode=mention.mode or "",
        realis=mention.realis,
        background=mention.background,
        actors=_worded(mention.actors),
        recipients=_worded(mention.recipients),
        places=(place,) if place else (),
        times=(when,) if when else (),
    )


def _worded(parties: tuple[Party, ...]) -> tuple[Span, ...]:
    return tuple(party.mention for party in parties if party.mention)


def _claim(trend: Trend, text: str) -> Claim:
    def where(name: str | None) -> tuple[Span, ...]:
        at = text.find(name, trend.mention.start, trend.mention.end) if name else -1
        return (Span(at, at + len(name)),) if name and at >= 0 else ()

    return Claim(
        span=trend.mention,
        direction=trend.direction,
        type=trend.type,
        actors=where(trend.actor),
        recipients=where(trend.recipient),
        places=where(trend.place),
    )
