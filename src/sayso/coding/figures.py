"""How many were killed, injured, detained in each act that a document tells, on whose word?"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.coding.figure_links import linked
from sayso.coding.figure_phrases import Tally
from sayso.coding.figure_scope import as_of, scope_of
from sayso.coding.figure_things import things_of
from sayso.coding.figure_told import Told, tell_figures
from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.mention import Count, Figure, Mention
from sayso.model.readout import CountFound
from sayso.model.statement import Statement


def figures_of(found: tuple[CountFound, ...]) -> tuple[Figure, ...]:
    """Every count as a reader told it; one that cannot be (low above high) is left out."""
    return tuple(
        Figure(of=count.of, count=Count(low=count.low, high=count.high), mention=count.span)
        for count in found
        if count.low is None or count.high is None or count.low <= count.high
    )


def count_of(figures: tuple[Figure, ...], of: str) -> Count | None:
    """The first count of that kind."""
    return next((figure.count for figure in figures if figure.of == of and not figure.part), None)


def with_figures(
    document: Document, marks: Marks, mentions: Sequence[Mention], statements: Sequence[Statement]
) -> tuple[Mention, ...]:
    """The mentions with the figures that their sentences tell of them.

    What a reader told itself leads for its kind; a figure hangs on one act, on several only where they stand
    in one sentence and none of them names the harm itself.
    """
    told = linked(mentions, tell_figures(document, marks), marks.sentences)
    voices = {statement.id: statement.origin.voice.who for statement in statements}
    things = things_of(document, marks, mentions)
    out = []
    for mention in mentions:
        here = told.get(mention.id, ())
        by = voices.get(mention.statement or "")
        ours = {one.of for one in here}
        kept = tuple(figure for figure in mention.figures if figure.of not in ours)
        made = tuple(figure for one in here for figure in _figures(document, marks, mention, one, by))
        sent = tuple(replace(figure, by=by) for figure in things.get(mention.id, ()))
        figures = tuple(replace(figure, by=figure.by or by) for figure in kept) + made + sent
        out.append(
            replace(
                mention,
                figures=figures,
                killed=count_of(figures, "killed"),
                injured=count_of(figures, "injured"),
                detained=count_of(figures, "detained"),
            )
        )
    return tuple(out)


def _figures(
    document: Document, marks: Marks, mention: Mention, told: Told, by: str | None
) -> tuple[Figure, ...]:
    """The figure, then the parts that it is the sum of or that are told beside it."""
    scope = scope_of(document, marks, told)
    day = as_of(document, marks, told)

    def figure(tally: Tally, *, part: bool) -> Figure:
        return Figure(
            of=told.of,
            count=Count(low=tally.low, high=tally.high),
            mention=tally.span,
            population=tally.population,
            scope=scope,
            as_of=day,
            by=by,
            kind=tally.kind,
            further=tally.further,
            part=part,
        )

    return (figure(told.tally, part=False), *(figure(tally, part=True) for tally in told.tally.parts))
