"""How is a chain told in words?"""

from collections.abc import Sequence
from itertools import groupby

from sayso.model.span import Span
from sayso.model.statement import Hop, Stance, Statement, Voice, VoiceKind

ARROW = " ← "
OWN_VOICE = "own voice"
REFUSED = "attribution rejected"
NO_OUTLET = "outlet not known"
NOBODY = "nobody named"
UNNAMED = "unnamed"
ARTICLES = frozenset(
    ("A", "An", "The", "Its", "His", "Her", "Their", "Our", "Some", "Several", "Many", "One", "Two", "Three")
)  # what begins a description and no name
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
    member rejected. A voice that speaks of its own words ("say they fear") is told once.
    """
    first = outlet or NO_OUTLET
    if chain is None:
        return f"{first}, {REFUSED}"
    if not chain:
        return f"{first}, {OWN_VOICE}"
    return ARROW.join([first, *(word for word, _ in groupby(voice_in_words(hop.voice) for hop in chain))])


def voice_in_words(voice: Voice) -> str:
    """A voice by its fullest name, or by its description, marked as unnamed."""
    if not voice.who:
        return NOBODY
    who = " ".join(voice.who.split())
    if voice.named:
        return who
    return uncapped(who) if voice.kind is VoiceKind.DOCUMENT else f"{uncapped(who)} ({UNNAMED})"


def uncapped(description: str) -> str:
    """A description with its article small, as in mid-sentence: "the head of the office"."""
    first, space, rest = description.partition(" ")
    return f"{first.lower()}{space}{rest}" if first in ARTICLES else description


def hedges_of(statement: Statement) -> tuple[Span, ...]:
    """Every hedge of the statement or of a hop, each once, in order."""
    return tuple(sorted({*statement.hedges, *(span for hop in statement.chain for span in hop.hedges)}))
