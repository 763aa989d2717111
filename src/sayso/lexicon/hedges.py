"""Which words weaken what is told?"""

import re
from functools import cache

from sayso.lexicon.tables import rows

_ABLE = re.compile(r"\b(?:I|we|We)\s\Z")  # who says of himself that he could tells of an ability
_COMPARED = re.compile(r"\b(?:less|more|as)\s\Z")


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted((row["phrase"] for row in rows("hedges")), key=lambda phrase: (-len(phrase), phrase))
    forms = [re.escape(p).replace("’", "['’]").replace(r"\ ", r"\s+") for p in phrases]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)


def find_hedges(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where hedges stand in text[start:end]; the longest at each place. The month of May is none."""
    return tuple(
        match.span()
        for match in _pattern().finditer(text, start, end)
        if not (match[0][0] == "M" and match[0] in ("May", "Might")) and not _is_plain(text, *match.span())
    )


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether the word weakens nothing here: an ability ("I could not sleep"), a comparison ("less likely"),
    strength ("military might,")."""
    word, before, after = text[start:end].lower(), text[max(0, start - 8) : start], text[end : end + 5]
    if word.startswith("could"):
        return bool(_ABLE.search(before)) or after.lower().startswith((" not", "n’t", "n't"))
    if word.endswith("likely"):
        return bool(_COMPARED.search(before))
    return word == "might" and after[:1] in (",", ".", ";", "")
