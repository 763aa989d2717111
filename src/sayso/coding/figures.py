"""How many were killed, injured or detained in one act?"""

from sayso.model.mention import Count, Figure
from sayso.model.readout import CountFound


def figures_of(found: tuple[CountFound, ...]) -> tuple[Figure, ...]:
    """Every count as told; one that cannot be (low above high) is left out."""
    return tuple(
        Figure(of=count.of, count=Count(low=count.low, high=count.high), mention=count.span)
        for count in found
        if count.low is None or count.high is None or count.low <= count.high
    )


def count_of(figures: tuple[Figure, ...], of: str) -> Count | None:
    """The first count of that kind."""
    return next((figure.count for figure in figures if figure.of == of), None)
