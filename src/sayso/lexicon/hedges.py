"""Which words weaken what is told?"""

import re
from functools import cache

from sayso.lexicon.tables import rows


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
        if not (match[0][0] == "M" and match[0] in ("May", "Might"))
    )
