"""What can the heads of the encoder answer, and in which order do the answers stand?"""

from typing import Final

from sayso.lexicon.plover import ontology
from sayso.model.mention import EventType, Realis
from sayso.model.statement import Stance

TYPES: Final = tuple(EventType)
STANCES: Final = tuple(Stance)
REALIS: Final = tuple(Realis)

CUE_TAGS: Final = ("O", "B", "I")
TREND_TAGS: Final = ("O", "B-up", "I-up", "B-down", "I-down")
TRIGGER_TAGS: Final = ("O", *(f"{side}-{kind}" for kind in TYPES for side in "BI"))

# what a piece is to one cue
CUE_ROLES: Final = ("none", "source", "content-begins", "content", "addressee")
# what a piece is to one trigger, or to a claim of more or less
ACT_ROLES: Final = ("none", "actor", "recipient", "place", "time")


def modes() -> tuple[str, ...]:
    """Every mode of the ontology, "" for none first."""
    return ("", *sorted({mode for kind in ontology().values() for mode in kind.modes}))
