"""What stance does a plain "said" take from what is said?"""

import re

from sayso.model.span import Span
from sayso.model.statement import Stance

_PLAIN = frozenset(
    {"say", "tell", "add", "announce", "write", "state", "tweet", "insist", "make clear", "make it clear"}
)
_WILL = re.compile(
    r"""^["“'‘]*(?:that\s+)?(?:he|she|it|they|we|I|his|her|its|their|our)\b(?:\s\w+)?"""
    r"""(?:['’]ll|['’]re\sgoing\sto|\s(?:will|would|is\sgoing\sto|are\sgoing\sto)\b)""",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"""^["“'‘]*(?:that\s+)?(?:\S+\s+){1,6}?(?:should|must|needs?\sto|ought\sto|has\sto|have\sto)\b""",
    re.IGNORECASE,
)
_BLAME = re.compile(
    r"\b(?:to blame|was behind|were behind|(?:is|are|was|were) responsible for|guilty of|act of betrayal)\b"
)
_WOULD_BE = re.compile(r"""^["“'‘]*(?:that\s+)?it\s(?:will|would)\s(?:not\s)?be\b""", re.IGNORECASE)
_PLEASE = re.compile(r"""^["“'‘]*(?:please|let’s|let's|do\snot|don’t|don't|stop)\b""", re.IGNORECASE)


def stance_of(
    text: str, stance: Stance, lemma: str, source: Span | None, content: tuple[Span, ...]
) -> Stance:
    """The table's stance, unless a plain cue introduces a promise or an order."""
    if lemma not in _PLAIN or stance is not Stance.ASSERTS or not content:
        return stance
    words = content[0].of(text)[:120]
    if _WILL.match(words):
        return Stance.COMMITS if not _WOULD_BE.match(words) else stance
    if _BLAME.search(words):
        return Stance.ALLEGES
    if _MUST.match(words) or _PLEASE.match(words):
        return Stance.DIRECTS
    return stance
