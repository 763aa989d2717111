"""Which words at the end of a story or of a paragraph say who wrote, edited or first published it?"""

import re
from typing import Final

LONGEST: Final = 420  # code points: a sign-off names people, it tells nothing

_STORY: Final = r"(?:story|article|report|piece|post|column|dispatch)"
_BY: Final = re.compile(
    r"[\W_]{0,4}(?:additional\s|further\s|with\s)?(?:additional\s)?"
    r"(?:reporting|writing|editing|compiled|translated|written|produced)"
    r"(?:\sand\s(?:reporting|writing|editing))?(?:\sfor\s[^.;]{3,40})?\s(?:by|from)\b(?P<names>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_AMONG_NAMES: Final = frozenset(
    {
        *(
            "additional",
            "agencies",
            "and",
            "at",
            "bureau",
            "by",
            "compiled",
            "contributed",
            "correspondent",
            "desk",
        ),
        *(
            "editing",
            "for",
            "from",
            "further",
            "graphics",
            "in",
            "junior",
            "newsroom",
            "of",
            "photos",
            "production",
        ),
        *(
            "reporters",
            "reporting",
            "research",
            "staff",
            "the",
            "to",
            "translated",
            "translation",
            "video",
            "with",
        ),
        *(
            "writer",
            "writers",
            "writing",
            "written",
            "al",
            "bin",
            "da",
            "de",
            "del",
            "der",
            "di",
            "du",
            "el",
            "ibn",
        ),
        *("la", "le", "van", "von", "zu", "dos", "our"),
    }
)  # words in small letters that stand between the names of a sign-off; any other tells something
_SMALL: Final = re.compile(r"(?<![\w'’-])[a-zà-þ][\w’']*")
_WHOLE: Final = re.compile(
    rf"[\W_]{{0,4}}(?:"
    rf"with\s(?:additional\s)?(?:files|inputs|reporting|reports|material|assistance|agenc(?:y|ies))\b"
    rf"|inputs\sfrom\s"
    rf"|source:?\s[^.]{{2,60}}$"
    rf"|this\s{_STORY}\s(?:was\s|has\sbeen\s|is\s|first\s|originally\s){{1,3}}"
    rf"(?:published|appeared|republished|reproduced|auto-generated)\b"
    rf"|this\s{_STORY}\s(?:first\s|originally\s)appeared\b"
    rf"|(?:originally|first)\spublished\s(?:by|in|on|at)\b|republished\s(?:under|with|by|from)\b"
    rf"|(?:©|\(c\)|copyright)\s?(?:©\s?)?(?:\d{{4}}|the\b)"
    rf"|our\sstandards:|distributed\sby\s|content\sfrom\s"
    rf")",
    re.IGNORECASE,
)
_CONTRIBUTED: Final = re.compile(
    rf"[^.!?\n]{{3,300}}\bcontributed\s(?:\w{{4,12}}\s)?(?:to|for)\sthis\s{_STORY}(?![’'\w])(?:\s(?:from|in)\s[^.!?\n]{{2,60}})?"
    rf"\.?\W{{0,3}}$"
    rf"|[^.!?\n]{{3,300}}\bcontributed\sreporting\b[^.!?\n]{{0,60}}\.?\W{{0,3}}$",
    re.IGNORECASE,
)
_END: Final = re.compile(
    r"(?:[\W_]{1,20}|-30-|ends?|enditem|(?:bur-)?[a-z]{2,4}(?:[-/][a-z]{1,4}){1,5})\.?$", re.IGNORECASE
)  # "___", "Enditem", editors' initials: "bur-abc/xyz/de"
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
    if len(words) < 30 and _END.match(words):
        return words.islower() or "/" not in words  # initials are in small letters
    if "ontributed" in words and _CONTRIBUTED.match(words):
        return _NAMES_FIRST.match(words) is not None
    by = _BY.match(words)
    if by:
        return by["names"].strip() != "" and not _tells(by["names"])
    return _WHOLE.match(words) is not None and not _GOES_ON.search(words)


def _tells(names: str) -> bool:
    """Whether words behind "Reporting by" tell something: other small words than stand between names."""
    return any(word not in _AMONG_NAMES for word in _SMALL.findall(names))


_GOES_ON: Final = re.compile(r"[a-z]{2}\.\s+[A-Z][^.]{60,}\.\s+[A-Z]")  # two more sentences: a paragraph


def tail_signoff(words: str) -> int | None:
    """Where, at the end of a paragraph, a sign-off in brackets begins; None where there is none."""
    last = words.rfind("(", max(0, len(words) - LONGEST))
    match = _TAIL.match(words, last) if last > 0 else None
    return match.start() if match else None
