"""What did a reader see in one document, before statements and mentions are assembled?

Rules, encoder and endpoint all answer with these values; `attribution` and `coding` assemble them.
"""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.mention import Direction, EventType, Realis
from sayso.model.span import Span
from sayso.model.statement import Stance


class CueKind(StrEnum):
    """What sort of act a cue names."""

    SPEECH = "speech"
    DOCUMENT = "document"
    BELIEF = "belief"
    INTENTION = "intention"
    HEDGE = "hedge"  # "reportedly", "is said to": nobody is named


@dataclass(frozen=True, slots=True, kw_only=True)
class CueFound:
    """A cue with what hangs on it. Cues may nest: an inner one lies in an outer one's content."""

    span: Span | None  # None: a quotation beside a name, without a verb of its own
    kind: CueKind
    stance: Stance
    source: Span | None = None
    content: tuple[Span, ...] = ()
    addressee: Span | None = None  # "told [the news agency] that"
    carrier: Span | None = None  # "in an interview with [CNN]": an outlet that carried the words
    carried: bool = False  # "were quoted as saying": somebody carried it whom these words do not name
    hedges: tuple[Span, ...] = ()
    p: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountFound:
    """A number of people killed, injured or detained."""

    of: str
    low: int | None
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerFound:
    """The words that name an act, with the words for its parties, place, time and figures."""

    span: Span
    type: EventType
    realis: Realis
    mode: str | None = None
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    times: tuple[Span, ...] = ()
    counts: tuple[CountFound, ...] = ()
    background: float | None = None  # probability that it is not this report's news; None: not judged
    p: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendFound:
    """Words that claim more or less of something."""

    span: Span
    type: EventType
    direction: Direction
    actor: Span | None = None
    recipient: Span | None = None
    place: Span | None = None
    since: Span | None = None
    p: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What a reader was told and did not take. It stands in no field; it is kept as a failure."""

    reason: str  # one word to count by: "not-verbatim", "wrong-value", "timeout"
    detail: str  # a sentence for a person


@dataclass(frozen=True, slots=True, kw_only=True)
class Readout:
    """Spans, labels, links and probabilities of one document, each tuple in order of position."""

    step: str  # the reader's name: "rules"
    version: str
    cues: tuple[CueFound, ...] = ()
    triggers: tuple[TriggerFound, ...] = ()
    trends: tuple[TrendFound, ...] = ()
    refused: tuple[Refused, ...] = ()  # only a reader that is told things by another has any
