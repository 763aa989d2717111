"""How was an act done, where its own words leave that to their sentence?"""

from functools import cache

from sayso.lexicon.tables import rows
from sayso.lexicon.triggers import TriggerRow
from sayso.reading.rules.syntax import Clause

_REACH = 14  # words after a demand that tell what is demanded


@cache
def _signs() -> dict[str, tuple[tuple[str, bool, frozenset[str]], ...]]:
    out: dict[str, tuple[tuple[str, bool, frozenset[str]], ...]] = {}
    for row in rows("modes"):
        told = (row["mode"], row["where"] == "after", frozenset(row["words"].split()))
        out[row["type"]] = (*out.get(row["type"], ()), told)
    return out


def mode_of(clause: Clause, first: int, last: int, row: TriggerRow) -> str | None:
    """The row's mode, else the first of `modes.tsv` whose words stand there."""
    if row.mode:
        return row.mode
    for mode, after, words in _signs().get(row.type.value, ()):
        span = clause.lower[last : last + _REACH] if after else clause.lower
        if any(word in words for word in span):
            return mode
    return None
