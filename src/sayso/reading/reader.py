"""What is a reader?"""

from typing import Protocol

from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.readout import Readout


class Reader(Protocol):
    """Reads one document; the same document gives the same readout in whatever order documents come."""

    name: str
    version: str
    languages: frozenset[str]  # ISO 639-1; a document in another gets a failure, not a reading

    def read(self, document: Document, marks: Marks) -> Readout:
        """What stands in the document. Spans lie in blocks that are read, never in furniture or repeats."""
        ...
