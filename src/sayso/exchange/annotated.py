"""Which page is an annotated text, as a reader is given it?"""

from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from sayso.exchange.heard1_read import UNKNOWN
from sayso.exchange.heard1_types import HeardLine
from sayso.model.page import Media, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """What a reader is given of an annotated text: nothing that the annotator added."""

    id: str
    text: str
    outlet: str | None
    published: str | None


def page_of(line: HeardLine) -> Page:
    """Text, outlet and time of publication of a line, as a page to be read."""
    published = None if line.published == UNKNOWN else line.published
    return text_page(id=line.id, text=line.text, outlet=line.outlet, published=published)


def text_page(*, id: str, text: str, outlet: str | None = None, published: str | None = None) -> Page:  # noqa: A002
    """A text as a page to be read."""
    given = TextLine(id=id, text=text, outlet=outlet, published=published)
    return Page(
        name=id,
        content=msgspec.json.encode(given),
        media=Media.LINE,
        source="gold",
        fetched=datetime.now(UTC),
        outlet=outlet,
        published=published,
    )
