"""What does a heard/1 line hold, key by key?

One class for each JSON object of the line, keys in the order in which they are written. The meaning of every
field is told in `docs/heard-1.schema.json`, which is made from these classes.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from sayso.model.document import BlockKind
from sayso.model.failure import Stage
from sayso.model.marks import Grain
from sayso.model.mention import Direction, EventType, FigureKind, Realis, Reason
from sayso.model.statement import Number, Quoted, Stance, VoiceKind

FORMAT: Literal["heard/1"] = "heard/1"

Offset = Annotated[int, Meta(ge=0)]
At = Annotated[
    tuple[Offset, Offset],
    Meta(description="[start, end) in code points of `text`; never empty", examples=[[0, 77]]),
]
Range = Annotated[
    tuple[Offset | None, Offset | None],
    Meta(description='[low, high]; an open end is null: "at least five" is [5, null]', examples=[[5, None]]),
]
Chance = Annotated[float, Meta(ge=0, le=1, description="Probability that the value is right")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """Where the bytes came from, and when."""

    url: str | None = None
    sha256: str | None = None
    fetched: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BylineLine:
    """Who signs; `m` is null where only the page's metadata says so."""

    m: At | None = None
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WireLine:
    """A news agency that the page credits."""

    agency: str
    m: At | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    """A note that an earlier version was wrong or was updated."""

    m: At


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionLine:
    """A photo's caption, with the photo's own date."""

    m: At
    date: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HopLine:
    """One link of a chain: who, the words for them here, the cue."""

    who: str | None
    id: str | None = None
    m: At | None = None
    cue: At | None = None
    kind: VoiceKind
    named: bool
    n: Number | None = None
    hedges: tuple[At, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """Words laid at somebody's door."""

    id: str
    content: Annotated[tuple[At, ...], Meta(min_length=1)]
    stance: Stance
    quoted: Quoted
    hedges: tuple[At, ...] = ()
    p: Chance | None = None
    chain: Annotated[
        tuple[HopLine, ...],
        Meta(min_length=1, description="Nearest the reader first, the origin last; the outlet is not listed"),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLine:
    """One who does or suffers; `m` is null where only implied."""

    who: str
    id: str | None = None
    m: At | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceToldLine:
    """Where, as told; several places joined with "; "."""

    name: str
    m: At | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """A place of the gazetteer."""

    name: str
    country: str | None = None
    lat: Annotated[float, Meta(ge=-90, le=90)] | None = None
    lon: Annotated[float, Meta(ge=-180, le=180)] | None = None
    geonames: int | None = None
    precision: str | None = None
    m: At | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenLine:
    """When, as told, and what it means; `value` is null where the words cannot be resolved."""

    value: str | None
    m: At | None = None
    earliest: date | None = None
    latest: date | None = None
    grain: Grain | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """How many of what, of whom, as of when, by whose count."""

    of: str
    low: Offset | None = None
    high: Offset | None = None
    population: str | None = None
    scope: str | None = None
    as_of: str | None = None
    by: str | None = None
    kind: FigureKind | None = None
    unit: Annotated[str | None, Meta(description="What is counted where `of` leaves it open: USD")] = None
    further: Annotated[bool, Meta(description="To be added to a count told before: another three")] = False
    part: Annotated[bool, Meta(description="Of a figure told beside it: two of them children")] = False
    m: At | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One mention of a happening."""

    id: str
    trigger: At
    type: EventType
    mode: str | None = None
    actor: tuple[PartyLine, ...] = ()
    recipient: tuple[PartyLine, ...] = ()
    place: PlaceToldLine | None = None
    places: tuple[PlaceLine, ...] = ()
    when: WhenLine | None = None
    killed: Range | None = None
    injured: Range | None = None
    detained: Range | None = None
    figures: tuple[FigureLine, ...] = ()
    realis_reason: Annotated[
        Reason | None, Meta(description="What in the words tells `realis`; reader: nothing but the reader")
    ] = None
    realis_cue: Annotated[At | None, Meta(description="The words that tell `realis`")] = None
    background_reason: Annotated[Reason | None, Meta(description="What tells `background`")] = None
    realis: Realis
    statement: Annotated[
        str | None, Meta(description="Innermost statement that holds the trigger; null: own voice")
    ] = None
    background: bool = False
    same_as: str | None = None
    p: Chance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendLine:
    """A claim that something has become more or less frequent or intense."""

    m: At
    type: EventType
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    direction: Direction
    since: str | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureLine:
    """A stage that gave up on the document, and why."""

    stage: Stage
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardLine:
    """One document with all that was heard in it: one line of a heard/1 file."""

    format: Literal["heard/1"] = FORMAT
    id: Annotated[str, Meta(description="The caller's name for the input")]
    document: Annotated[str | None, Meta(description="sayso's own digest")] = None
    text: str
    outlet: str | None = None
    published: Annotated[
        str | None, Meta(description='ISO day or time; null or "unknown" where it is not known')
    ] = None
    updated: str | None = None
    language: str | None = None
    page: PageLine | None = None
    bylines: tuple[BylineLine, ...] = ()
    wires: tuple[WireLine, ...] = ()
    corrections: tuple[CorrectionLine, ...] = ()
    captions: tuple[CaptionLine, ...] = ()
    blocks: dict[BlockKind, tuple[At, ...]] | None = None
    statements: tuple[StatementLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    trends: tuple[TrendLine, ...] = ()
    failures: tuple[FailureLine, ...] = ()
    sentences: Annotated[tuple[At, ...] | UnsetType, Meta(description="Only in annotated corpora")] = UNSET
    annotator: Annotated[
        str | UnsetType, Meta(description='Who or what read the text: a person, a model, "rules/1"')
    ] = UNSET
