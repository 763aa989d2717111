"""What came of one document?"""

from dataclasses import dataclass

from sayso.model.document import Document
from sayso.model.failure import Failure
from sayso.model.mention import Mention, Trend
from sayso.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One document with all that was read in it; each tuple in order of position."""

    document: Document
    reader: str  # name and version: "rules/1"
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    trends: tuple[Trend, ...] = ()
    failures: tuple[Failure, ...] = ()
