"""What was handed in, and what became of it?"""

import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select, update

from sayso.model.ids import digest
from sayso.model.page import Media, Page
from sayso.record.bulk import put_rows
from sayso.record.codec import clock, decoded, encoded
from sayso.record.rows import Row
from sayso.record.schema import failures, inputs, pages

LEVEL = 6  # zlib's: 150 news pages of 219 KB come to 19 % in 1.8 ms each; level 1 to 23 % in 0.8 ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What an input came to, by which hands."""

    document: str | None  # None: a failure
    extractor: str
    reader: str | None
    run: str

    def values(self) -> Row:
        """As columns of `inputs`."""
        return {
            "document": self.document,
            "extractor": self.extractor,
            "reader": self.reader,
            "run": self.run,
        }


def clean(words: str) -> str:
    """Words as they can be written: half characters (from file names in another encoding) replaced."""
    return words.encode("utf-8", "replace").decode()


def input_id(page: Page, sha256: str) -> str:
    """One page under one name, with what the caller said of it: that alters what is read."""
    said = ("" if words is None else f"={words}" for words in (page.outlet, page.published, page.url))
    return digest("input", page.name, sha256, page.media.value, *said)


def keep_page(conn: Connection, page: Page, sha256: str) -> None:
    """Keep the bytes of a page that the record has not."""
    content = zlib.compress(page.content, LEVEL)
    put_rows(conn, pages, [{"sha256": sha256, "size": len(page.content), "content": content}])


def keep(conn: Connection, key: str, *, page: Page, sha256: str, came: Came) -> None:
    """Write a new input down."""
    headers = tuple((clean(name), clean(value)) for name, value in page.headers)
    row: Row = {
        "id": key,
        "name": clean(page.name),
        "page": sha256,
        "media": page.media.value,
        "source": clean(page.source),
        "url": page.url and clean(page.url),
        "outlet": page.outlet and clean(page.outlet),
        "published": page.published,
        "headers": encoded(headers) if headers else None,
        "fetched": clock(page.fetched),
    }
    put_rows(conn, inputs, [row | came.values()])


def keep_nameless(conn: Connection, key: str, *, name: str, run: str) -> None:
    """Write down an input whose bytes could not be had."""
    put_rows(conn, inputs, [{"id": key, "name": name, "run": run}])


def advance(conn: Connection, key: str, came: Came) -> None:
    """Write down what a known input came to this time."""
    conn.execute(update(inputs).where(inputs.c.id == key).values(came.values()))


def resolve(conn: Connection, key: str, *, name: str, source: str, run: str) -> None:
    """The input came to a document: its own failures are over, and those that another run had under its name
    from the same source, or without bytes (in the same run, they are another input's). They stay, marked."""
    of, failed = inputs.c, failures.c
    columns = failed.id, failed.run, failed.input, of.page, of.source
    found = select(*columns).join(inputs, of.id == failed.input)
    found = found.where(or_(failed.name == clean(name), failed.input == key))
    found = found.where(failed.document.is_(None), ~failed.resolved)
    over = [
        row.id
        for row in conn.execute(found)
        if row.input == key or (row.run != run and (row.page is None or row.source == clean(source)))
    ]
    if over:
        conn.execute(update(failures).where(failed.id.in_(over)).values(resolved=True))


def page_of(row: Any) -> Page:
    """The page that an input's row and its bytes were made from."""
    return Page(
        name=row.name,
        content=zlib.decompress(row.content),
        media=Media(row.media),
        source=row.source,
        fetched=datetime.fromisoformat(row.fetched),
        url=row.url,
        headers=decoded(tuple[tuple[str, str], ...], row.headers) if row.headers else (),
        outlet=row.outlet,
        published=row.published,
    )
