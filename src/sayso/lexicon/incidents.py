"""Which incident of MUC-4 does a trigger name, and what are its fillers?"""

from collections.abc import Mapping
from functools import cache

from sayso.lexicon.tables import rows
from sayso.model.mention import EventType

NONE = "-"


def incident_of(kind: EventType, mode: str | None, trigger: str) -> str | None:
    """The incident type, in capitals; None for what MUC-4 does not count."""
    for row in rows("incidents"):
        if is_meant(row, kind, mode, trigger):
            return None if row["incident"] == NONE else row["incident"]
    return None


def is_meant(row: Mapping[str, str], kind: EventType, mode: str | None, trigger: str) -> bool:
    """Whether type, mode and words of a row hold of a trigger; an empty cell holds of all."""
    if (row["type"] and row["type"] != kind) or (row["mode"] and row["mode"] != mode):
        return False
    wanted = row["words"].split()
    return not wanted or any(_is(word, one) for word in trigger.lower().split() for one in wanted)


def _is(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


@cache
def incident_words(name: str) -> frozenset[str]:
    """The words of a class: "organisation", "people", "physical", "weapon", ..."""
    told = (row["words"].split() for row in rows("incident_words") if row["class"] == name)
    return frozenset(word for words in told for word in words)
