"""What are PLOVER's sixteen types, their modes and their quad classes?"""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.tables import rows
from sayso.model.mention import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One type of the ontology."""

    type: EventType
    quad: str  # "verbal cooperation", "material conflict", ...
    modes: frozenset[str]
    definition: str


@cache
def ontology() -> dict[EventType, Kind]:
    """The sixteen types, in the order of the codebook, from cooperation to conflict."""
    return {
        EventType(row["type"]): Kind(
            type=EventType(row["type"]),
            quad=row["quad"],
            modes=frozenset(row["modes"].split("|")) - {""},
            definition=row["definition"],
        )
        for row in rows("plover")
    }


def quad(kind: EventType) -> str:
    """The quad class of a type."""
    return ontology()[kind].quad


def is_mode(kind: EventType, mode: str) -> bool:
    """Whether the codebook lists the mode under the type."""
    return mode in ontology()[kind].modes
