"""Which events and trends does one document tell, given what a reader saw?"""

from sayso.coding.background import is_background
from sayso.coding.figures import count_of, figures_of
from sayso.coding.parties import Context, name_in, party_of
from sayso.coding.same import joined
from sayso.coding.when import when_of
from sayso.coding.where import carried, place_of
from sayso.model.document import READ_KINDS, Document
from sayso.model.made import Made
from sayso.model.marks import Marks
from sayso.model.mention import Mention, Party, Trend, mention_id
from sayso.model.readout import Readout, TriggerFound
from sayso.model.span import Span
from sayso.model.statement import Statement


def assemble_mentions(
    document: Document, marks: Marks, readout: Readout, statements: tuple[Statement, ...]
) -> tuple[Mention, ...]:
    """Every mention of an event, in order; the first of a happening founds it. Nothing from furniture."""
    out: list[Mention] = []
    earlier: tuple[Party, ...] = ()
    seen: set[Span] = set()
    for trigger in sorted(readout.triggers, key=lambda found: found.span):
        if trigger.span in seen or not is_read(document, trigger.span):
            continue
        seen.add(trigger.span)
        mention = _mention(document, marks, readout, statements, trigger, earlier)
        earlier += mention.recipients + mention.actors
        out.append(mention)
    return carried(joined(document.text, tuple(out)))


def is_read(document: Document, span: Span) -> bool:
    """Whether the span lies in a block that is read, for the first time."""
    return any(
        block.span.holds(span) and block.kind in READ_KINDS and not block.repeat for block in document.blocks
    )


def _mention(
    document: Document,
    marks: Marks,
    readout: Readout,
    statements: tuple[Statement, ...],
    trigger: TriggerFound,
    earlier: tuple[Party, ...],
) -> Mention:
    when = when_of(document, marks, trigger.span, trigger.times)
    statement = innermost(statements, trigger.span)
    context = Context(voice=statement.origin.voice if statement else None, earlier=earlier)
    figures = figures_of(trigger.counts)
    return Mention(
        id=mention_id(document.id, trigger.span),
        trigger=trigger.span,
        type=trigger.type,
        mode=trigger.mode,
        actors=_parties(document, marks, trigger.actors, context),
        recipients=_parties(document, marks, trigger.recipients, context),
        place=place_of(document.text, marks, trigger.places),
        when=when,
        killed=count_of(figures, "killed"),
        injured=count_of(figures, "injured"),
        detained=count_of(figures, "detained"),
        figures=figures,
        realis=trigger.realis,
        statement=statement.id if statement else None,
        background=is_background(document, trigger.span, when),
        made=Made(step=readout.step, version=readout.version, p=trigger.p),
    )


def _parties(
    document: Document, marks: Marks, spans: tuple[Span, ...], context: Context
) -> tuple[Party, ...]:
    return tuple(party_of(document, marks, span, context) for span in spans)


def innermost(statements: tuple[Statement, ...], span: Span) -> Statement | None:
    """The statement with the least content among those whose content holds the span."""
    holding = [statement for statement in statements if statement.holds(span)]
    if not holding:
        return None
    return min(holding, key=lambda s: (sum(part.end - part.start for part in s.content), -len(s.chain)))


def assemble_trends(
    document: Document, marks: Marks, readout: Readout, statements: tuple[Statement, ...]
) -> tuple[Trend, ...]:
    """Every claim of more or less of something, in order. Nothing from furniture."""
    text, out = document.text, []
    for found in sorted(readout.trends, key=lambda trend: trend.span):
        if not is_read(document, found.span):
            continue
        since = next((w for w in marks.times if found.since and w.span.meets(found.since)), None)
        place = place_of(text, marks, (found.place,)) if found.place else None
        statement = innermost(statements, found.span)
        out.append(
            Trend(
                mention=found.span,
                type=found.type,
                direction=found.direction,
                actor=_who(text, marks, found.actor),
                recipient=_who(text, marks, found.recipient),
                place=place.name if place else None,
                since=since.value.partition("/")[0] if since and since.value else None,
                statement=statement.id if statement else None,
            )
        )
    return tuple(out)


def _who(text: str, marks: Marks, span: Span | None) -> str | None:
    return (name_in(text, marks, span) or " ".join(span.of(text).split())) if span else None
