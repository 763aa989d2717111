"""Which words tell what became of people: killed, injured, missing, detained, displaced?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from sayso.lexicon.grammar import forms_of
from sayso.lexicon.tables import rows
from sayso.lexicon.triggers import plural_of


class Use(StrEnum):
    """Where those stand whom a word of harm is about."""

    SUFFERED = "v"  # "killed five", "five were killed"
    DONE = "i"  # "five died"
    STATE = "a"  # "five dead"
    COUNTED = "n"  # "five deaths"
    OF = "o"  # "the killing of five"
    LOST = "l"  # "five lives"
    SUM = "t"  # "the toll rose to five"
    CUSTODY = "c"  # "taken into custody"
    VIOLENCE = "f"  # "shot dead five"
    VIOLENT = "p"  # "the fatal shooting of five"


@dataclass(frozen=True, slots=True)
class Harm:
    """What a word tells of people."""

    of: str
    use: Use


def _forms(row: dict[str, str], use: Use) -> frozenset[str]:
    word = row["words"]
    if use in (Use.SUFFERED, Use.DONE, Use.VIOLENCE):
        past, _, perfect = row["forms"].partition(" ")
        forms = forms_of(word, past, perfect)
        doubled = {"kidnap": {"kidnapping"}, "gun": {"gunning"}}.get(word, forms.ing)
        return frozenset({word}) | forms.third | forms.past | forms.participle | doubled
    if use in (Use.COUNTED, Use.OF, Use.LOST, Use.VIOLENT):
        return frozenset({word, row["forms"] or plural_of(word)})
    return frozenset({word})


@cache
def harms() -> Mapping[str, tuple[Harm, ...]]:
    """For each form in small letters what it may tell, in the table's order."""
    out: dict[str, list[Harm]] = {}
    for row in rows("harms"):
        use = Use(row["use"])
        for form in sorted(_forms(row, use)):
            harm = Harm(row["of"], use)
            if harm not in out.setdefault(form, []):
                out[form].append(harm)
    return MappingProxyType({form: tuple(found) for form, found in out.items()})


@cache
def harm_pattern() -> re.Pattern[str]:
    """Finds where any of these words stands, so that other sentences need no closer look."""
    words = "|".join(sorted(map(re.escape, harms()), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
