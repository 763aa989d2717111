"""Which words does a site say to its visitors, rather than an article to its readers?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sayso.lexicon.tables import rows

WORD = re.compile(r"[^\W_]+")
LONGEST_LINE = (
    60  # words; longer lines are prose, whatever phrase they hold (terms of use are found by neighbours)
)


class Where(StrEnum):
    """Which part of a line a phrase must be."""

    LINE = "line"  # the whole line
    START = "start"
    INSIDE = "in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """How many phrases of furniture a line holds, by the part of the line that they are."""

    line: int = 0
    start: int = 0
    inside: int = 0


NOTHING = Hits()


def words_of(line: str) -> list[str]:
    """The words of a line as the table writes them: lower case, apostrophes gone."""
    return WORD.findall(line[:2000].casefold().replace("’", "").replace("'", ""))


@cache
def _phrases() -> tuple[Mapping[tuple[str, ...], Where], Mapping[str, int]]:
    """The phrases, and for each first word how many words the longest of them has."""
    table = {tuple(words_of(row["phrase"])): Where(row["where"]) for row in rows("furniture")}
    starts: dict[str, int] = {}
    for phrase in table:
        starts[phrase[0]] = max(starts.get(phrase[0], 0), len(phrase))
    return table, starts


def furniture_hits(line: str) -> Hits:
    """The phrases of `furniture.tsv` that a line holds; none in a line of more than LONGEST_LINE words."""
    words = words_of(line)
    if not words or len(words) > LONGEST_LINE:
        return NOTHING
    table, starts = _phrases()
    counts = dict.fromkeys(Where, 0)
    for i, word in enumerate(words):
        longest = starts.get(word, 0)
        for j in range(i + 1, min(len(words), i + longest) + 1):
            where = table.get(tuple(words[i:j]))
            if where is None:
                continue
            whole = i == 0 and j == len(words)
            if where is Where.INSIDE or whole or (where is Where.START and i == 0):
                counts[Where.LINE if whole else where] += 1
    return Hits(line=counts[Where.LINE], start=counts[Where.START], inside=counts[Where.INSIDE])
