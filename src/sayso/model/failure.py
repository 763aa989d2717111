"""What was given up, where, why?"""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Where in the house a page was when a stage gave up on it."""

    INPUT = "input"  # the bytes could not be had
    INGEST = "ingest"  # no document came of the bytes
    ANNOTATION = "annotation"
    READING = "reading"
    ATTRIBUTION = "attribution"
    CODING = "coding"
    RECORD = "record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A stage gave up. At INPUT or INGEST there is no document; later stages leave it, with less in it.

    A reader that could read nothing (its server is down) leaves no document either, so that what the record
    has of an older reading stays, and the next run asks again.
    """

    stage: Stage
    reason: str  # one word to count by: "empty", "binary", "too-large", "timeout", "not-english"
    detail: str  # a sentence for a person, naming the next step where there is one
    name: str  # the caller's name of the input
    page: str | None = None  # sha256 of the bytes, where they were had
    document: str | None = None
