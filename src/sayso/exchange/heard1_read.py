"""What does a heard/1 line tell, in our nouns?"""

from datetime import date, datetime
from itertools import pairwise

from msgspec import UNSET

from sayso.errors import InputError
from sayso.exchange.heard1_types import (
    At,
    EventLine,
    FigureLine,
    HeardLine,
    HopLine,
    PartyLine,
    PlaceLine,
    PlaceToldLine,
    Range,
    StatementLine,
    TrendLine,
    WhenLine,
)
from sayso.model.document import (
    Block,
    Byline,
    Caption,
    Correction,
    Document,
    Moment,
    WireCredit,
)
from sayso.model.failure import Failure
from sayso.model.heard import Heard
from sayso.model.ids import digest
from sayso.model.made import Made
from sayso.model.mention import Count, Figure, Mention, Party, Place, PlaceTold, Trend, When
from sayso.model.span import Span
from sayso.model.statement import Hop, Statement, Voice

UNKNOWN = "unknown"  # as a published time: not known


def from_line(line: HeardLine) -> Heard:
    """The nouns; `annotator` becomes the reader.

    Raises InputError where a time is not ISO 8601, blocks overlap, or a count has its low end above its high.
    """
    try:
        return _heard(line)
    except ValueError as error:
        raise InputError(f"{line.id}: {error}") from error


def _heard(line: HeardLine) -> Heard:
    reader = line.annotator if line.annotator is not UNSET else ""
    document = _document(line)
    return Heard(
        document=document,
        reader=reader,
        statements=tuple(_statement(s, reader) for s in line.statements),
        mentions=tuple(_mention(e, reader) for e in line.events),
        trends=tuple(map(_trend, line.trends)),
        failures=tuple(
            Failure(
                stage=f.stage,
                reason=f.reason,
                detail=f.detail,
                name=line.id,
                page=document.page or None,
                document=document.id,
            )
            for f in line.failures
        ),
    )


def _document(line: HeardLine) -> Document:
    url = line.page.url if line.page else None
    return Document(
        id=line.document or digest("line", line.id, line.text),
        report=digest("report", url) if url else digest("report", line.outlet, line.id),
        name=line.id,
        page=(line.page.sha256 if line.page else None) or "",
        text=line.text,
        blocks=_blocks(line),
        outlet=line.outlet,
        url=url,
        language=line.language,
        published=_moment(line.published, "published"),
        updated=_moment(line.updated, "updated"),
        bylines=tuple(Byline(who=b.who, span=_span(b.m)) for b in line.bylines),
        wires=tuple(WireCredit(agency=w.agency, span=_span(w.m)) for w in line.wires),
        captions=tuple(Caption(span=Span(*c.m), date=c.date, credit=c.credit) for c in line.captions),
        corrections=tuple(Correction(span=Span(*c.m)) for c in line.corrections),
    )


def _moment(value: str | None, key: str) -> Moment | None:
    if value is None or value == UNKNOWN:
        return None
    try:
        (datetime if "T" in value else date).fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is no ISO 8601 day or time - at $.{key}") from error
    return Moment(value=value, source="caller")


def _blocks(line: HeardLine) -> tuple[Block, ...]:
    found = [Block(kind=kind, span=Span(*at)) for kind, spans in (line.blocks or {}).items() for at in spans]
    found.sort(key=lambda block: block.span)
    for one, other in pairwise(found):
        if one.span.meets(other.span):
            raise ValueError(
                f"blocks overlap: {one.kind} [{one.span.start}, {one.span.end}) and "
                f"{other.kind} [{other.span.start}, {other.span.end}) - at $.blocks"
            )
    return tuple(found)


def _span(at: At | None) -> Span | None:
    return Span(*at) if at else None


def _spans(ats: tuple[At, ...]) -> tuple[Span, ...]:
    return tuple(Span(*at) for at in ats)


def _made(reader: str, p: float | None) -> Made:
    step, _, version = reader.partition("/")
    return Made(step=step, version=version, p=p)


def _hop(hop: HopLine) -> Hop:
    voice = Voice(who=hop.who, kind=hop.kind, named=hop.named, number=hop.n, actor=hop.id)
    return Hop(voice=voice, mention=_span(hop.m), cue=_span(hop.cue), hedges=_spans(hop.hedges))


def _statement(statement: StatementLine, reader: str) -> Statement:
    return Statement(
        id=statement.id,
        content=_spans(statement.content),
        chain=tuple(map(_hop, statement.chain)),
        stance=statement.stance,
        quoted=statement.quoted,
        hedges=_spans(statement.hedges),
        made=_made(reader, statement.p),
    )


def _party(party: PartyLine) -> Party:
    return Party(who=party.who, mention=_span(party.m), actor=party.id)


def _told(place: PlaceToldLine | None) -> PlaceTold | None:
    return PlaceTold(name=place.name, mention=_span(place.m)) if place else None


def _place(place: PlaceLine) -> Place:
    return Place(
        name=place.name,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        geonames=place.geonames,
        precision=place.precision,
        mention=_span(place.m),
    )


def _when(when: WhenLine | None) -> When | None:
    if when is None:
        return None
    return When(
        value=when.value,
        mention=_span(when.m),
        earliest=when.earliest,
        latest=when.latest,
        grain=when.grain,
        anchor=when.anchor,
    )


def _count(told: Range | None) -> Count | None:
    return Count(low=told[0], high=told[1]) if told else None


def _figure(figure: FigureLine) -> Figure:
    return Figure(
        of=figure.of,
        count=Count(low=figure.low, high=figure.high),
        mention=_span(figure.m),
        population=figure.population,
        scope=figure.scope,
        as_of=figure.as_of,
        by=figure.by,
        kind=figure.kind,
        unit=figure.unit,
        further=figure.further,
        part=figure.part,
    )


def _mention(event: EventLine, reader: str) -> Mention:
    return Mention(
        id=event.id,
        trigger=Span(*event.trigger),
        type=event.type,
        mode=event.mode,
        actors=tuple(map(_party, event.actor)),
        recipients=tuple(map(_party, event.recipient)),
        place=_told(event.place),
        places=tuple(map(_place, event.places)),
        when=_when(event.when),
        killed=_count(event.killed),
        injured=_count(event.injured),
        detained=_count(event.detained),
        figures=tuple(map(_figure, event.figures)),
        realis=event.realis,
        realis_reason=event.realis_reason,
        realis_cue=_span(event.realis_cue),
        statement=event.statement,
        background=event.background,
        background_reason=event.background_reason,
        same_as=event.same_as,
        made=_made(reader, event.p),
    )


def _trend(trend: TrendLine) -> Trend:
    return Trend(
        mention=Span(*trend.m),
        type=trend.type,
        direction=trend.direction,
        actor=trend.actor,
        recipient=trend.recipient,
        place=trend.place,
        since=trend.since,
        statement=trend.statement,
    )
