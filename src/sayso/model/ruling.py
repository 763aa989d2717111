"""What did a member decide, of what, by which words?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sayso.model.span import Span


class RulingKind(StrEnum):
    """What a ruling does. None destroys the machine's work; undo is another ruling."""

    ACCEPT = "accept"
    REJECT = "reject"
    AMEND = "amend"  # one field gets another value
    ADD = "add"  # a statement or mention that the machine missed
    SAME = "same"  # two things are one
    DIFFERENT = "different"  # two things are two
    UNDO = "undo"


class TargetKind(StrEnum):
    """What a ruling is about."""

    STATEMENT = "statement"
    MENTION = "mention"
    EVENT = "event"
    REPORT = "report"
    ACTOR = "actor"  # SAME: two are one; DIFFERENT with a report and no other: in that report it is another


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The words a ruling was made on, so that it can be found again when a better reader moves spans."""

    document: str
    span: Span  # in the text of `document`: statement content (first to last fragment) or trigger
    exact: str  # the words themselves (W3C Web Annotation, TextQuoteSelector)
    prefix: str  # up to 32 code points before
    suffix: str  # up to 32 code points after
    reader: str  # "rules/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One line of the append-only log."""

    id: str
    at: datetime  # with zone
    by: str
    kind: RulingKind
    target: TargetKind
    target_id: str  # what it is about; for UNDO the id of the ruling undone; for ADD the new item's id
    report: str | None = None  # the report that the target stands in, where it stands in one
    anchor: Anchor | None = None
    field: str | None = None  # AMEND: which field of the noun, by its name in `model`
    value: str | None = None  # AMEND: the new value; ADD: the whole item; as JSON of the noun
    other_id: str | None = None  # SAME, DIFFERENT: the other one
    note: str | None = None
