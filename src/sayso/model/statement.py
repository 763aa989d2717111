"""Who says what, on whose word, and how?"""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.ids import digest
from sayso.model.made import Made
from sayso.model.span import Span


class VoiceKind(StrEnum):
    """What speaks (gold/GUIDE §1)."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    AGENCY = "agency"  # a news agency or another outlet
    DOCUMENT = "document"
    GROUP = "group"  # residents, witnesses, sources: unnamed, in the plural
    UNKNOWN = "unknown"


class Number(StrEnum):
    """How many speak with one voice."""

    ONE = "one"
    SEVERAL = "several"


class Stance(StrEnum):
    """What the last hop does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ALLEGES = "alleges"
    DIRECTS = "directs"
    THREATENS = "threatens"
    COMMITS = "commits"
    BELIEVES = "believes"


class Quoted(StrEnum):
    """Whether the content stands in quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks. An unknown voice has neither name nor words."""

    who: str | None  # fullest name known in the text, else the description
    kind: VoiceKind
    named: bool
    number: Number | None
    actor: str | None = None  # id of the actor in the record


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One link of a chain: a voice, the words that name it here, its cue, its hedges."""

    voice: Voice
    mention: Span | None = None
    cue: Span | None = None
    hedges: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words laid at somebody's door. The chain runs from the reader to the origin, without the outlet."""

    id: str
    content: tuple[Span, ...]  # at least one; fragments in order
    chain: tuple[Hop, ...]  # at least one; nearest the reader first
    stance: Stance
    quoted: Quoted
    hedges: tuple[Span, ...] = ()
    made: Made

    def __post_init__(self) -> None:
        if not self.content or not self.chain:
            raise ValueError("a statement needs content and a chain")

    @property
    def origin(self) -> Hop:
        """The last hop: on whose word it stands."""
        return self.chain[-1]

    def holds(self, span: Span) -> bool:
        """Whether one fragment of the content holds the span."""
        return any(fragment.holds(span) for fragment in self.content)


def statement_id(document: str, content: tuple[Span, ...], chain: tuple[Hop, ...]) -> str:
    """The id of a statement: its document, its content, and depth, cue and words of its last hop."""
    origin = chain[-1]
    spans = [*content, *(span for span in (origin.cue, origin.mention) if span)]
    return digest("statement", document, len(chain), *(f"{span.start}-{span.end}" for span in spans))
