"""What happened, as one document tells it once?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model.ids import digest
from sayso.model.made import Made
from sayso.model.marks import Grain
from sayso.model.span import Span
from sayso.model.spot import Spot


class EventType(StrEnum):
    """The sixteen types of PLOVER 0.8."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Realis(StrEnum):
    """Whether it happened (gold/GUIDE §2)."""

    ACTUAL = "actual"
    PLANNED = "planned"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    GENERIC = "generic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One who does or suffers; `mention` is None where only implied."""

    who: str
    mention: Span | None = None
    actor: str | None = None  # id of the actor in the record


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTold:
    """Where, as a gazetteer would list it: "Baghdad, Iraq"; several joined with "; "."""

    name: str
    mention: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer."""

    name: str
    country: str | None = None  # ISO 3166-1 alpha-3
    lat: float | None = None  # degrees, WGS 84
    lon: float | None = None
    geonames: int | None = None
    precision: str | None = None  # "exact", "city", "division", "country"; None: not known which is meant
    mention: Span | None = None
    candidates: tuple[
        Spot, ...
    ] = ()  # where it is not known which is meant: those it may be, likeliest first


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When, as told, and what it means; never the publication date for want of another."""

    value: str | None  # ISO day, month, year, "a/b", "a/.."; None: cannot be resolved
    mention: Span | None = None
    earliest: date | None = None
    latest: date | None = None
    grain: Grain | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number from low to high; an open end is None: "at least five" is [5, None]."""

    low: int | None
    high: int | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a count must have low <= high, not [{self.low}, {self.high}]")


class FigureKind(StrEnum):
    """In what manner a number is told: what two numbers may differ by without a conflict."""

    EXACT = "exact"
    FLOOR = "floor"  # "at least five", "more than five"
    CEILING = "ceiling"  # "up to five"
    APPROX = "approx"  # "about five"
    VAGUE = "vague"  # "dozens"
    RANGE = "range"  # "five to seven"
    NONE = "none"  # "no casualties"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many of what, of whom, as of when, by whose count."""

    of: str  # "killed", "injured", "missing", "detained", "displaced", "troops", "money", "rounds"
    count: Count
    mention: Span | None = None
    population: str | None = None  # of whom, as told: "Syrian rebels"; None: people, no matter who
    scope: str | None = None  # "incident", "cumulative"
    as_of: str | None = None  # ISO: the time that the count is told for, else the day of the report
    by: str | None = None  # the origin of the statement that the figure stands in
    kind: FigureKind | None = None
    unit: str | None = None  # what is counted where `of` leaves it open: "USD", "rockets"
    further: bool = False  # "another three": to be added to a count told before, never compared with it
    part: bool = False  # of a figure told beside it: "five people, [two of them children]"


class Reason(StrEnum):
    """What in the words tells that an act happened or did not, or that it is no news."""

    READER = "reader"  # no cue was found: the reader's own judgement
    TENSE = "tense"  # past or present told as fact
    HEADLINE = "headline"  # the present tense of a headline tells what happened
    FUTURE = "future"  # "will", "is to"
    MODAL = "modal"  # "could", "may"
    CONDITIONAL = "conditional"  # "if", "unless"
    NEGATION = "negation"  # "did not", "no"
    DENIAL = "denial"  # "denied", "ruled out"
    INTENTION = "intention"  # "plans to", "vowed to"
    THREAT = "threat"  # "threatened to"
    ATTEMPT = "attempt"  # "tried to", "foiled"
    DEMAND = "demand"  # "called for", "urged to"
    FEAR = "fear"  # "feared", "risk of"
    PURPOSE = "purpose"  # "in order to"
    HABIT = "habit"  # "often", "every day"
    OLDER = "older"  # it happened well before the report was published
    ARCHIVE = "archive"  # it stands in the caption of an archive photo
    RECENT = "recent"  # it happened in the days before publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An event as told once (ACE's word)."""

    id: str
    trigger: Span
    type: EventType
    mode: str | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: PlaceTold | None = None
    places: tuple[Place, ...] = ()
    when: When | None = None
    killed: Count | None = None
    injured: Count | None = None
    detained: Count | None = None
    figures: tuple[Figure, ...] = ()
    realis: Realis
    realis_reason: Reason | None = None  # None: not looked for
    realis_cue: Span | None = None  # the words that tell it: "plans to"
    statement: str | None = None  # id of the innermost statement whose content holds the trigger
    background: bool = False
    background_reason: Reason | None = None  # None: not looked for
    same_as: str | None = None  # id of the mention of the same happening that stands first
    made: Made


def mention_id(document: str, trigger: Span) -> str:
    """The id of a mention: its document and its trigger."""
    return digest("mention", document, f"{trigger.start}-{trigger.end}")


class Direction(StrEnum):
    """Which way a trend goes."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A claim that something of a kind has become more or less frequent or intense."""

    mention: Span
    type: EventType
    direction: Direction
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    since: str | None = None  # ISO
    statement: str | None = None
