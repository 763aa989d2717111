"""What was missed, or told otherwise?"""

from dataclasses import dataclass

from sayso.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One of them; a span stands for its words."""

    kind: str  # "missed statement", "origin", "missed event", "type"
    gold: Span | str | None
    told: str | None = None
