"""What does a line of JSONL say?"""

import json
from dataclasses import dataclass
from typing import Final

from sayso.errors import PageError
from sayso.ingest.decode import without_surrogates

FIELDS: Final = ("id", "text", "outlet", "published", "title", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """{"id", "text", "outlet"?, "published"?, "title"?, "url"?}: `text` is kept code point for code point."""

    text: str
    id: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None


def read_line(content: bytes, name: str) -> Line:
    """The line; PageError("bad-line") where it is no object, has no text, or a field is no string.

    Lone surrogates and NULs become U+FFFD, one for one. Fields of other names are passed over.
    """
    try:
        told = json.loads(content.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError:
        raise PageError("bad-line", f"{name} is not UTF-8: JSONL must be saved as UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise PageError(
            "bad-line", f"{name} is not JSON ({str(error)[:80]}): one object a line is needed"
        ) from None
    if not isinstance(told, dict) or not isinstance(told.get("text"), str):
        raise PageError("bad-line", f'{name} needs a string "text": {{"id": "…", "text": "…"}}')
    fields: dict[str, str | None] = {}
    for field in FIELDS:
        value = told.get(field)
        if value is not None and not isinstance(value, str):
            raise PageError("bad-line", f'{name}: "{field}" must be a string, not {type(value).__name__}')
        fields[field] = None if value is None else without_surrogates(value).replace("\x00", "\ufffd")
    text = fields.pop("text") or ""
    return Line(text=text, **fields)


def id_of(content: bytes) -> str | None:
    """The caller's name for a line, where it has one that can be read; never fails."""
    try:
        told = json.loads(content.decode("utf-8", "replace").removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None
    name = told.get("id") if isinstance(told, dict) else None
    return (
        (without_surrogates(name).replace("\x00", "\ufffd").strip() or None)
        if isinstance(name, str)
        else None
    )
