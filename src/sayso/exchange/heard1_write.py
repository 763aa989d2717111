"""Which heard/1 line tells what was heard in one document?"""

from collections.abc import Iterable

from msgspec import UNSET

from sayso.exchange.heard1_types import (
    At,
    BylineLine,
    CaptionLine,
    CorrectionLine,
    EventLine,
    FailureLine,
    FigureLine,
    HeardLine,
    HopLine,
    PageLine,
    PartyLine,
    PlaceLine,
    PlaceToldLine,
    Range,
    StatementLine,
    TrendLine,
    WhenLine,
    WireLine,
)
from sayso.model.document import BlockKind, Document
from sayso.model.heard import Heard
from sayso.model.mention import Count, Figure, Mention, Party, Place, PlaceTold, Trend, When
from sayso.model.page import Page
from sayso.model.span import Span
from sayso.model.statement import Hop, Statement

ALWAYS = (BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.FURNITURE)  # written even where there are none


def to_line(heard: Heard, page: Page | None = None) -> HeardLine:
    """The line; `page` gives where the bytes came from and when (without it only their digest is told)."""
    document = heard.document
    return HeardLine(
        id=document.name,
        document=document.id,
        text=document.text,
        outlet=document.outlet,
        published=document.published.value if document.published else None,
        updated=document.updated.value if document.updated else None,
        language=document.language,
        page=_page(document, page),
        bylines=tuple(BylineLine(m=_at(b.span), who=b.who) for b in document.bylines),
        wires=tuple(WireLine(agency=w.agency, m=_at(w.span)) for w in document.wires),
        corrections=tuple(CorrectionLine(m=(c.span.start, c.span.end)) for c in document.corrections),
        captions=tuple(
            CaptionLine(m=(c.span.start, c.span.end), date=c.date, credit=c.credit) for c in document.captions
        ),
        blocks=_blocks(document),
        statements=tuple(map(_statement, heard.statements)),
        events=tuple(map(_event, heard.mentions)),
        trends=tuple(map(_trend, heard.trends)),
        failures=tuple(FailureLine(stage=f.stage, reason=f.reason, detail=f.detail) for f in heard.failures),
        annotator=heard.reader or UNSET,
    )


def _at(span: Span | None) -> At | None:
    return (span.start, span.end) if span else None


def _ats(spans: Iterable[Span]) -> tuple[At, ...]:
    return tuple((span.start, span.end) for span in spans)


def _page(document: Document, page: Page | None) -> PageLine:
    url = document.url or (page.url if page else None)
    return PageLine(url=url, sha256=document.page or None, fetched=page.fetched if page else None)


def _blocks(document: Document) -> dict[BlockKind, tuple[At, ...]]:
    found = {kind: _ats(b.span for b in document.blocks if b.kind is kind) for kind in BlockKind}
    return {kind: spans for kind, spans in found.items() if spans or kind in ALWAYS}


def _hop(hop: Hop) -> HopLine:
    voice = hop.voice
    return HopLine(
        who=voice.who,
        id=voice.actor,
        m=_at(hop.mention),
        cue=_at(hop.cue),
        kind=voice.kind,
        named=voice.named,
        n=voice.number,
        hedges=_ats(hop.hedges),
    )


def _statement(statement: Statement) -> StatementLine:
    return StatementLine(
        id=statement.id,
        content=_ats(statement.content),
        stance=statement.stance,
        quoted=statement.quoted,
        hedges=_ats(statement.hedges),
        p=statement.made.p,
        chain=tuple(map(_hop, statement.chain)),
    )


def _party(party: Party) -> PartyLine:
    return PartyLine(who=party.who, id=party.actor, m=_at(party.mention))


def _place(place: Place) -> PlaceLine:
    return PlaceLine(
        name=place.name,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        geonames=place.geonames,
        precision=place.precision,
        m=_at(place.mention),
    )


def _told(place: PlaceTold | None) -> PlaceToldLine | None:
    return PlaceToldLine(name=place.name, m=_at(place.mention)) if place else None


def _when(when: When | None) -> WhenLine | None:
    if when is None:
        return None
    return WhenLine(
        value=when.value,
        m=_at(when.mention),
        earliest=when.earliest,
        latest=when.latest,
        grain=when.grain,
        anchor=when.anchor,
    )


def _range(count: Count | None) -> Range | None:
    return (count.low, count.high) if count else None


def _figure(figure: Figure) -> FigureLine:
    return FigureLine(
        of=figure.of,
        low=figure.count.low,
        high=figure.count.high,
        population=figure.population,
        scope=figure.scope,
        as_of=figure.as_of,
        by=figure.by,
        kind=figure.kind,
        unit=figure.unit,
        further=figure.further,
        part=figure.part,
        m=_at(figure.mention),
    )


def _event(mention: Mention) -> EventLine:
    return EventLine(
        id=mention.id,
        trigger=(mention.trigger.start, mention.trigger.end),
        type=mention.type,
        mode=mention.mode,
        actor=tuple(map(_party, mention.actors)),
        recipient=tuple(map(_party, mention.recipients)),
        place=_told(mention.place),
        places=tuple(map(_place, mention.places)),
        when=_when(mention.when),
        killed=_range(mention.killed),
        injured=_range(mention.injured),
        detained=_range(mention.detained),
        figures=tuple(map(_figure, mention.figures)),
        realis_reason=mention.realis_reason,
        realis_cue=_at(mention.realis_cue),
        background_reason=mention.background_reason,
        realis=mention.realis,
        statement=mention.statement,
        background=mention.background,
        same_as=mention.same_as,
        p=mention.made.p,
    )


def _trend(trend: Trend) -> TrendLine:
    return TrendLine(
        m=(trend.mention.start, trend.mention.end),
        type=trend.type,
        actor=trend.actor,
        recipient=trend.recipient,
        place=trend.place,
        direction=trend.direction,
        since=trend.since,
        statement=trend.statement,
    )
