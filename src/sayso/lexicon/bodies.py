"""Is a name that of a body, where nothing in the name says so?"""

from functools import cache

from sayso.lexicon.tables import rows
from sayso.model.statement import VoiceKind


@cache
def _bodies() -> dict[str, VoiceKind]:
    return {row["name"].replace("’", "'"): VoiceKind(row["kind"]) for row in rows("bodies")}


def body_of(name: str) -> VoiceKind | None:
    """Organisation or state for a listed name, "the" aside; None for others."""
    plain = name.replace("’", "'")
    return _bodies().get(plain.removeprefix("the ").removeprefix("The "))
