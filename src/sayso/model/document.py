"""What is one article: its text, its blocks and what it says of itself?"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from sayso.model.span import Span


class BlockKind(StrEnum):
    """What a stretch of text is to its reader."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    LIST_ITEM = "list-item"
    CAPTION = "caption"
    FURNITURE = "furniture"


READ_KINDS = frozenset(
    {BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION}
)  # statements and events are read from these; a subhead names no act of its own that the body lacks


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A typed stretch of the text; blocks are disjoint and in reading order."""

    kind: BlockKind
    span: Span
    repeat: bool = False  # the same words stood before (a caption scraped twice): marked, not read again
    p: float | None = None  # where a classifier decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time that a page or a caller states. Never made up: no zone and no clock unless stated."""

    value: str  # ISO 8601: "2021-07-13", "2021-07-13T10:21", "2021-07-13T10:21:05+02:00"
    source: str  # "caller", "json-ld", "meta", "time-element", "text", "e-mail header"

    @property
    def day(self) -> date:
        """The calendar day where it was stated, in its own zone."""
        return date.fromisoformat(self.value[:10])

    @property
    def instant(self) -> datetime | None:
        """The point in time, where clock and zone are stated."""
        if "T" not in self.value:
            return None
        when = datetime.fromisoformat(self.value)
        return when if when.tzinfo else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who signs; `span` is None where only the page's metadata says so."""

    who: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WireCredit:
    """A news agency that the page credits: in dateline, byline, sign-off or note."""

    agency: str  # as `lexicon` lists it: "Reuters"
    span: Span | None = None  # None where only the page's metadata credits it


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What a photo's caption says of itself; its date is the photo's, never an event's by default."""

    span: Span
    date: str | None = None  # ISO day, month or year: "2018-01-25", "2018-01", "2018"
    date_span: Span | None = None
    credit: str | None = None
    credit_span: Span | None = None
    archive: bool = False  # "Illustrative:", "FILE -", "file photo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A note that an earlier version was wrong or was updated."""

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Place, day and agency at the head of the story: "BAGHDAD, July 13 (Reuters) -"."""

    span: Span
    place: str | None = None
    date: str | None = None  # ISO day where the year is known, else None
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The time of one post of a live blog; it holds for the text up to the next stamp."""

    span: Span
    value: str  # ISO time, or "14:05" where no day is stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article: one `text`, typed blocks. Furniture stays in the text, marked."""

    id: str  # digest of report and text
    report: str  # digest of canonical URL, else outlet and caller's name, else bytes; versions share it
    name: str  # the caller's
    page: str  # sha256 of the page's bytes
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    outlet: str | None = None
    url: str | None = None  # canonical, else as fetched
    section: str | None = None
    language: str | None = None  # ISO 639-1; None where it cannot be told
    published: Moment | None = None
    updated: Moment | None = None
    bylines: tuple[Byline, ...] = ()
    wires: tuple[WireCredit, ...] = ()
    captions: tuple[Caption, ...] = ()
    corrections: tuple[Correction, ...] = ()
    dateline: Dateline | None = None
    stamps: tuple[Stamp, ...] = ()
    truncated: bool = False  # the page says that it shows only a part (paywall)

    def kind_at(self, position: int) -> BlockKind | None:
        """The kind of the block that covers a code point; None between blocks."""
        for block in self.blocks:
            if block.span.start <= position < block.span.end:
                return block.kind
        return None
