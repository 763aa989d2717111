"""What is one annotated text that a reader learns from?"""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.mention import Direction, EventType, Realis
from sayso.model.span import Span
from sayso.model.statement import Stance


class Layer(StrEnum):
    """What an annotator marked throughout; what is not marked throughout teaches no absence."""

    CUES = "cues"  # every outermost cue, with its source and content
    INNER = "inner"  # those within the content of another, too
    ADDRESSEES = "addressees"
    EVENTS = "events"  # every trigger of the sixteen types
    TRENDS = "trends"


class Convention(StrEnum):
    """Whose rules say what counts as an attribution."""

    SAYSO = "sayso"  # a proposition; inner ones too
    POLNEAR = "polnear"  # likes, support and appointments too; outermost only


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A cue with what hangs on it; None: the annotator does not say."""

    cue: Span
    sources: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    addressees: tuple[Span, ...] = ()
    stance: Stance | None = None
    hedged: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A trigger with what hangs on it; None: the annotator does not say."""

    trigger: Span
    type: EventType
    mode: str | None = None  # "" where there is none
    realis: Realis | None = None
    background: bool | None = None
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    times: tuple[Span, ...] = ()
    parties: bool = True  # whether the annotator marked all of these
    coded: bool = True  # whether it is an act by our guide; if not, only what is said of it teaches


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Words that claim more or less of something."""

    span: Span
    direction: Direction
    type: EventType
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    times: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One text with what is annotated in it. Spans are code points of `text`."""

    id: str
    source: str  # the corpus, as the model card names it
    text: str
    outlet: str | None = None
    published: str | None = None
    layers: frozenset[Layer]
    convention: Convention = Convention.SAYSO
    told: tuple[Told, ...] = ()
    acts: tuple[Act, ...] = ()
    claims: tuple[Claim, ...] = ()
