"""A record of invented reports."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from invented import invented, unread
from sayso.exchange.heard1_read import from_line
from sayso.exchange.heard1_types import HeardLine
from sayso.model.failure import Failure, Stage
from sayso.model.heard import Heard
from sayso.model.ids import digest
from sayso.model.page import Media, Page
from sayso.record.open import open_record
from sayso.record.write import begin, done, put_failure, put_heard


def heard_of(line: HeardLine, page: Page) -> Heard:
    """As if it was read from that page."""
    heard = from_line(line)
    ids = {m.id: f"{line.id}-{m.id}" for m in heard.mentions} | {
        s.id: f"{line.id}-{s.id}" for s in heard.statements
    }
    return replace(
        heard,
        document=replace(
            heard.document,
            id=digest("document", line.id),
            report=digest("report", line.id),
            page=page.sha256,
            url=f"https://example.org/{line.id}",
        ),
        statements=tuple(replace(s, id=ids[s.id]) for s in heard.statements),
        mentions=tuple(
            replace(m, id=ids[m.id], same_as=ids.get(m.same_as), statement=ids.get(m.statement))
            for m in heard.mentions
        ),
    )


def put(path: Path, *lines: HeardLine) -> None:
    with open_record(path) as record:
        run = begin(record, command="read", version="0")
        for minute, line in enumerate(lines):
            page = Page(
                name=line.id,
                content=line.id.encode() + line.text.encode(),
                media=Media.TEXT,
                source=f"{line.id}.txt",
                fetched=datetime(2021, 7, 14, 10, minute, tzinfo=UTC),
            )
            put_heard(record, page, heard_of(line, page), run=run, extractor="text/1")
        failure = Failure(
            stage=Stage.INPUT, reason="missing", detail="there is no such file", name="gone.html"
        )
        put_failure(record, failure, run=run)
        done(record, run)


@pytest.fixture
def record(tmp_path):
    """Three reports (one of them in French, unread) and a failure."""
    path = tmp_path / "invented.sqlite"
    other = replace(invented("other"), outlet="Northland Post", published="2021-07-20")
    put(path, invented(), other, unread())
    return path
