"""Which ACE type does a PLOVER type with its trigger mean, and which roles do the parties have?"""

from dataclasses import dataclass

from sayso.lexicon.incidents import is_meant
from sayso.lexicon.tables import rows
from sayso.model.mention import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class AceKind:
    """A type with the roles that actor, recipient and place have in it; None for none."""

    event: str  # "Conflict:Attack"
    actor: str | None
    recipient: str | None
    place: str | None


def ace_of(kind: EventType, mode: str | None, trigger: str) -> AceKind | None:
    """The type; None where the eight types of M2E2 have no such event."""
    for row in rows("ace"):
        if is_meant(row, kind, mode, trigger):
            roles = (row["actor"] or None, row["recipient"] or None, row["place"] or None)
            return AceKind(event=row["event"], actor=roles[0], recipient=roles[1], place=roles[2])
    return None
