"""Which words at the end of a story or of a paragraph say who wrote, edited or first published it?"""

import re
from typing import Final

LONGEST: Final = 420  # code points: a sign-off names people, it tells nothing

_STORY: Final = r"(?:story|article|report|piece|post|column|dispatch)"
_WHOLE: Final = re.compile(
    rf"[\W_]{{0,4}}(?:"
    rf"(?:additional\s|further\s|with\s)?(?:reporting|writing|editing|compiled|translated|written|produced)"
    rf"(?:\sand\s(?:reporting|writing|editing))?\s(?:by|from)\s[A-ZÀ-Þ]"
    rf"|(?:additional\s|further\s)?reporting\s(?:for\s[^.;]{{3,40}}\s)?by\b"
    rf"|with\s(?:additional\s)?(?:files|inputs|reporting|reports|material|assistance|agenc(?:y|ies))\b(?:\sinputs)?"
    rf"|inputs\sfrom\s"
    rf"|source:?\s[^.]{{2,60}}$"
    rf"|this\s{_STORY}\s(?:was\s|has\sbeen\s|is\s|first\s|originally\s)*"
    rf"(?:published|appeared|republished|produced|reproduced|auto-generated|adapted)\b"
    rf"|(?:originally|first)\spublished\s(?:by|in|on|at)\b|republished\s(?:under|with|by|from)\b"
    rf"|(?:©|\(c\)|copyright)\s?(?:©\s?)?(?:\d{{4}}|the\b)"
    rf"|our\sstandards:|distributed\sby\s|content\sfrom\s"
    rf")",
    re.IGNORECASE,
)
_CONTRIBUTED: Final = re.compile(
    rf"[^.!?\n]{{3,300}}\bcontributed\s(?:\w{{4,12}}\s)?(?:to|for)\sthis\s{_STORY}\b[^.!?\n]{{0,80}}\.?\W{{0,3}}$"
    rf"|[^.!?\n]{{3,300}}\bcontributed\sreporting\b[^.!?\n]{{0,60}}\.?\W{{0,3}}$",
    re.IGNORECASE,
)
_NAMES_FIRST: Final = re.compile(r"\W{0,4}(?:[A-ZÀ-Þ]|the\s|associated\spress|staff\s)", re.IGNORECASE)
_TAIL: Final = re.compile(
    r"\((?:additional\s)?(?:reporting|writing|editing|compiled|with\s(?:\w{3,12}\s)?(?:inputs|files|reporting))"
    r"\s(?:by|from)[^()]{3,300}\)\W{0,3}$",
    re.IGNORECASE,
)


def is_signoff(words: str) -> bool:
    """Whether a whole block does nothing but sign off: "(Reporting by …)", "… contributed to this report"."""
    words = words.strip()
    if not words or len(words) > LONGEST:
        return False
    if _CONTRIBUTED.match(words):
        return _NAMES_FIRST.match(words) is not None
    return _WHOLE.match(words) is not None and not _GOES_ON.search(words)


_GOES_ON: Final = re.compile(r"[a-z]{2}\.\s+[A-Z][^.]{60,}\.\s+[A-Z]")  # two more sentences: a paragraph


def tail_signoff(words: str) -> int | None:
    """Where, at the end of a paragraph, a sign-off in brackets begins; None where there is none."""
    last = words.rfind("(", max(0, len(words) - LONGEST))
    match = _TAIL.match(words, last) if last > 0 else None
    return match.start() if match else None
