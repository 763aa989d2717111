"""What is a happening in the record: the mentions that tell of it?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A happening. Its id is given at birth, from the founding mention, and kept; a merged one redirects."""

    id: str
    founding: str  # id of the mention that it began with
    mentions: tuple[str, ...]
    redirects: str | None = None  # id of the event it was merged into
