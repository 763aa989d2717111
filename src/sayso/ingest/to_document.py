"""How does a page become a document?"""

from sayso.errors import PageError
from sayso.ingest.decode import decode, without_surrogates
from sayso.ingest.email_page import from_email
from sayso.ingest.finish import finish
from sayso.ingest.head_dates import head_dates
from sayso.ingest.html import from_html
from sayso.ingest.jsonl import read_line
from sayso.ingest.limits import PAGE_BYTES, TEXT_POINTS
from sayso.ingest.meta import Meta
from sayso.ingest.moments import stated
from sayso.ingest.plain import from_text
from sayso.model.document import Document
from sayso.model.page import Media, Page


def to_document(page: Page) -> Document:
    """The article of a page. PageError, with the reason it is kept under, where none comes of it.

    Of plain text and JSONL the text is kept code point for code point; of HTML and e-mail it is written anew,
    in reading order.
    """
    if len(page.content) > PAGE_BYTES:
        raise PageError(
            "too-large", f"{page.name} has over {PAGE_BYTES // 1_000_000} MB: that is no single page"
        )
    if page.media is Media.LINE:
        return _from_line(page)
    if page.media is Media.EMAIL:
        text, blocks, meta = from_email(page.content, name=page.name)
        return finish(page, text=text, blocks=blocks, meta=meta)
    if page.media is Media.HTML:
        source = without_surrogates(decode(page.content, _declared(page), html=True))
        text, blocks, meta = from_html(source, url=page.url)
        return finish(page, text=text, blocks=blocks, meta=meta)
    text = _short(decode(page.content, _declared(page)), page.name)
    blocks = from_text(text)
    published, updated = head_dates(text, blocks)
    return finish(
        page, text=text, blocks=blocks, meta=Meta(url=page.url, published=published, updated=updated)
    )


def _from_line(page: Page) -> Document:
    """A line of JSONL: its own fields are what the page says of itself."""
    line = read_line(page.content, page.name)
    text = _short(line.text, page.name)
    blocks = from_text(text, title=line.title)
    published, updated = head_dates(text, blocks)
    meta = Meta(
        title=line.title,
        outlet=line.outlet,
        url=line.url,
        published=stated(line.published) or published,
        updated=updated,
    )
    return finish(page, text=text, blocks=blocks, meta=meta)


def _short(text: str, name: str) -> str:
    """The text, if it is one: before the blocks are looked for, which takes time."""
    if len(text) > TEXT_POINTS:
        raise PageError("too-long", f"{name} has over {TEXT_POINTS:,} characters: cut it into its articles")
    if not text.strip("\ufffd \t\r\n\x0b\x0c\ufeff"):
        raise PageError("no-text", f"{name} holds no text: there is nothing to read")
    return text


def _declared(page: Page) -> str | None:
    """The Content-Type that the page came with."""
    return next((value for field, value in page.headers if field.lower() == "content-type"), None)
