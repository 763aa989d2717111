"""What sort of voice does a noun head: "official", "ministry", "residents", "report"?"""

from functools import cache
from typing import NamedTuple

from sayso.lexicon.tables import rows
from sayso.model.statement import Number, VoiceKind


class Role(NamedTuple):
    """One row of `roles.tsv`."""

    word: str
    kind: VoiceKind
    number: Number
    title: bool  # stands before a name: "President Cole"


@cache
def _roles() -> dict[str, Role]:
    return {
        row["word"].lower(): Role(
            row["word"], VoiceKind(row["kind"]), Number(row["number"]), row["title"] == "y"
        )
        for row in rows("roles")
    }


def role_of(word: str) -> Role | None:
    """The role of a noun, in any case; two-word nouns ("news agency") too."""
    return _roles().get(word.lower())
