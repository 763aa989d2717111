"""What was fetched, from where, when?"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256


class Media(StrEnum):
    """The forms of input, as recognised by content."""

    HTML = "html"
    TEXT = "text"  # plain text, perhaps scraped with all its furniture
    LINE = "jsonl"  # one line of a JSONL file: {"id", "text", ...}
    EMAIL = "email"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes as they came, with where and when."""

    name: str  # the caller's name: JSONL id, else file name without suffix (with its folder on a clash)
    content: bytes = field(repr=False)
    media: Media
    source: str  # where the caller had it from, as worded: a path, "-"
    fetched: datetime  # with zone; when these bytes were first read
    url: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    outlet: str | None = None  # said by the caller; wins over what the page says
    published: str | None = None  # said by the caller, ISO day or time; wins over what the page says

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of the bytes."""
        return sha256(self.content).hexdigest()
