"""What does one row of a table tell of one event mention?"""

from dataclasses import dataclass

from sayso.exchange.chain_words import voice_in_words
from sayso.exchange.chronology import Telling, source_of
from sayso.exchange.event_words import act_in_words, names_of
from sayso.exchange.quote import one_line
from sayso.model.mention import Count, EventType, Realis
from sayso.model.span import Span
from sayso.model.statement import Stance, VoiceKind

JOIN = "; "  # between several values of one cell


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """One mention; the names of the fields are the columns, in their order."""

    event: str  # shared by the mentions of one happening
    mention: str
    when: str | None  # ISO day, month, year or interval
    earliest: str | None
    latest: str | None
    when_words: str | None
    actors: str | None
    recipients: str | None
    type: EventType
    mode: str | None
    act: str  # type and mode in plain words
    trigger: str
    place: str | None
    place_words: str | None
    killed_low: int | None
    killed_high: int | None
    injured_low: int | None
    injured_high: int | None
    detained_low: int | None
    detained_high: int | None
    realis: Realis
    background: bool
    caption: bool  # stands in a photo's caption
    chain: str  # in words
    origin: str | None  # None: the outlet's own voice
    origin_kind: VoiceKind | None
    origin_named: bool | None
    stance: Stance | None
    hedges: str | None
    quote: str  # the words of the statement, or the sentence in the outlet's own voice
    report: str  # the caller's name of the document
    document: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    start: int  # of the trigger, in code points of the document's text
    end: int
    p: float | None
    reader: str


def row_of(event: str, telling: Telling) -> MentionRow:
    """The row of one mention of an event."""
    heard, mention, source = telling.heard, telling.mention, source_of(telling)
    when, place, origin = mention.when, mention.place, telling.statement and telling.statement.origin.voice
    killed, injured, detained = (_ends(c) for c in (mention.killed, mention.injured, mention.detained))

    def said(span: Span | None) -> str | None:
        return one_line(span.of(heard.document.text)) if span else None

    return MentionRow(
        event=event,
        mention=mention.id,
        when=when.value if when else None,
        earliest=when.earliest.isoformat() if when and when.earliest else None,
        latest=when.latest.isoformat() if when and when.latest else None,
        when_words=said(when.mention) if when else None,
        actors=JOIN.join(names_of(mention.actors)) or None,
        recipients=JOIN.join(names_of(mention.recipients)) or None,
        type=mention.type,
        mode=mention.mode,
        act=act_in_words(mention.type, mention.mode),
        trigger=source.triggers[0],
        place=place.name if place else None,
        place_words=said(place.mention) if place else None,
        killed_low=killed[0],
        killed_high=killed[1],
        injured_low=injured[0],
        injured_high=injured[1],
        detained_low=detained[0],
        detained_high=detained[1],
        realis=mention.realis,
        background=mention.background,
        caption=source.caption,
        chain=source.chain,
        origin=voice_in_words(origin) if origin else None,
        origin_kind=origin.kind if origin else None,
        origin_named=origin.named if origin else None,
        stance=source.stance,
        hedges=JOIN.join(source.hedges) or None,
        quote=source.quotes[0],
        report=source.report,
        document=source.document,
        title=source.title,
        outlet=source.outlet,
        published=source.published,
        url=source.url,
        start=mention.trigger.start,
        end=mention.trigger.end,
        p=mention.made.p,
        reader=heard.reader,
    )


def _ends(count: Count | None) -> tuple[int | None, int | None]:
    return (count.low, count.high) if count else (None, None)
