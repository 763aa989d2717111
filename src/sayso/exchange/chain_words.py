"""How is a chain told in words?"""

from collections.abc import Sequence

from sayso.model.span import Span
from sayso.model.statement import Hop, Stance, Statement, Voice, VoiceKind

ARROW = " ← "
OWN_VOICE = "own voice"
REFUSED = "attribution rejected"
NO_OUTLET = "outlet not known"
NOBODY = "nobody named"
UNNAMED = "unnamed"
STANCE_WORDS = {
    Stance.ASSERTS: "asserts",
    Stance.DENIES: "denies",
    Stance.ALLEGES: "alleges",
    Stance.DIRECTS: "wants it done",
    Stance.THREATENS: "threatens it",
    Stance.COMMITS: "promises or plans it",
    Stance.BELIEVES: "believes",
}


def chain_in_words(outlet: str | None, chain: Sequence[Hop] | None) -> str:
    """The chain from the reader to the origin: "The Example Times ← Reuters ← several sources (unnamed)".

    Without a hop the outlet speaks itself: "The Example Times, own voice". None: there was a chain, which a
    member rejected.
    """
    first = outlet or NO_OUTLET
    if chain is None:
        return f"{first}, {REFUSED}"
    if not chain:
        return f"{first}, {OWN_VOICE}"
    return ARROW.join([first, *(voice_in_words(hop.voice) for hop in chain)])


def voice_in_words(voice: Voice) -> str:
    """A voice by its fullest name, or by its description, marked as unnamed."""
    if not voice.who:
        return NOBODY
    who = " ".join(voice.who.split())
    return who if voice.named or voice.kind is VoiceKind.DOCUMENT else f"{who} ({UNNAMED})"


def hedges_of(statement: Statement) -> tuple[Span, ...]:
    """Every hedge of the statement or of a hop, each once, in order."""
    return tuple(sorted({*statement.hedges, *(span for hop in statement.chain for span in hop.hedges)}))
