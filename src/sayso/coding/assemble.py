"""Which events and trends does one document tell, given what a reader saw?"""

from bisect import bisect_left
from dataclasses import replace

from sayso.coding.background import is_background
from sayso.coding.called import called_in
from sayso.coding.figures import count_of, figures_of, with_figures
from sayso.coding.nearby import innermost_of, is_read, meeting
from sayso.coding.parties import bodies_of, name_in, party_of
from sayso.coding.realis_reasons import with_reasons
from sayso.coding.referents import Context
from sayso.coding.same import joined
from sayso.coding.when import when_of
from sayso.coding.when_link import dated, linked, own_chances
from sayso.coding.when_pool import Own
from sayso.coding.when_scene import scene_of_times
from sayso.coding.where import Scene, scene_of, where_of
from sayso.coding.where_link import placed
from sayso.model.document import Document
from sayso.model.made import Made
from sayso.model.marks import Marks
from sayso.model.mention import Mention, Party, Trend, mention_id
from sayso.model.readout import Readout, TriggerFound
from sayso.model.span import Span
from sayso.model.statement import Statement, Voice

_BACK = 12  # parties told before a pronoun that may be meant
_VOICES = 8  # and speakers


def assemble_mentions(
    document: Document, marks: Marks, readout: Readout, statements: tuple[Statement, ...]
) -> tuple[Mention, ...]:
    """Every mention of an event, in order; the first of a happening founds it. Nothing from furniture."""
    scene = scene_of(marks)
    told = placed(unplaced_mentions(document, marks, readout, statements, scene), scene)
    return with_reasons(document, marks, with_figures(document, marks, told, statements))


def unplaced_mentions(
    document: Document,
    marks: Marks,
    readout: Readout,
    statements: tuple[Statement, ...],
    scene: Scene,
) -> tuple[Mention, ...]:
    """The mentions with the places alone that their own words tell; those of one happening share the rest."""
    out: list[Mention] = []
    earlier: tuple[Party, ...] = ()
    innermost = innermost_of(statements)
    spoken = _spoken(statements)
    bodies, called = bodies_of(marks), called_in(marks)
    times = scene_of_times(document, marks, readout)
    acts: list[TriggerFound] = []
    own: list[Own] = []
    seen: set[Span] = set()
    for trigger in sorted(readout.triggers, key=lambda found: found.span):
        if trigger.span in seen or not is_read(document, trigger.span):
            continue
        seen.add(trigger.span)
        last = bisect_left(spoken, trigger.span.start, key=lambda one: one[0])
        said = innermost(trigger.span)
        context = Context(
            voice=said.origin.voice if said else None,
            earlier=earlier,
            voices=tuple(spoken[max(0, last - _VOICES) : last]),
            bodies=bodies,
            called=called,
        )
        acts.append(trigger)
        own.append(own_chances(times, trigger))
        trigger = replace(trigger, times=linked(times, trigger, own[-1]))
        mention = _mention(document, marks, readout, trigger, said, context, scene)
        earlier = (earlier + mention.recipients + mention.actors)[-_BACK:]
        out.append(mention)
    return dated(times, joined(document, tuple(out)), acts, own)


def _mention(
    document: Document,
    marks: Marks,
    readout: Readout,
    trigger: TriggerFound,
    statement: Statement | None,
    context: Context,
    scene: Scene,
) -> Mention:
    when = when_of(document, marks, trigger.span, trigger.times, trigger.realis)
    figures = figures_of(trigger.counts)
    actors = _parties(document, marks, trigger.actors, context)
    told = _parties(document, marks, trigger.recipients, context)
    where = where_of(document.text, marks, trigger.places, scene)
    return Mention(
        id=mention_id(document.id, trigger.span),
        trigger=trigger.span,
        type=trigger.type,
        mode=trigger.mode,
        actors=actors,
        recipients=_others(document.text, told, actors),
        place=where.told,
        places=where.places,
        when=when,
        killed=count_of(figures, "killed"),
        injured=count_of(figures, "injured"),
        detained=count_of(figures, "detained"),
        figures=figures,
        realis=trigger.realis,
        statement=statement.id if statement else None,
        background=is_background(document, trigger.span, when, trigger.background),
        made=Made(step=readout.step, version=readout.version, p=trigger.p),
    )


def _spoken(statements: tuple[Statement, ...]) -> list[tuple[int, Voice]]:
    """Who speaks, by the place of the words that name them."""
    hops = (hop for told in statements for hop in told.chain)
    return sorted({h.mention.start: h.voice for h in hops if h.mention}.items(), key=lambda one: one[0])


def _parties(
    document: Document, marks: Marks, spans: tuple[Span, ...], context: Context
) -> tuple[Party, ...]:
    return tuple(party_of(document, marks, span, context) for span in spans)


def _others(text: str, parties: tuple[Party, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties without the name of an actor: nobody urges himself, so that "them" was somebody else."""
    names = [f"{actor.who.lower()} in " for actor in actors]
    out = []
    for party in parties:
        if party.mention and any(name.startswith(f"{party.who.lower()} in ") for name in names):
            party = replace(party, who=" ".join(party.mention.of(text).split()))
        out.append(party)
    return tuple(out)


def assemble_trends(
    document: Document, marks: Marks, readout: Readout, statements: tuple[Statement, ...]
) -> tuple[Trend, ...]:
    """Every claim of more or less of something, in order. Nothing from furniture."""
    text, out, innermost = document.text, [], innermost_of(statements)
    scene = scene_of(marks)
    for found in sorted(readout.trends, key=lambda trend: trend.span):
        if not is_read(document, found.span):
            continue
        since = next(iter(meeting(marks.times, found.since)), None) if found.since else None
        place = where_of(text, marks, (found.place,) if found.place else (), scene).told
        statement = innermost(found.span)
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
