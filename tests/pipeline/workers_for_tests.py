"""Workers that misbehave, importable by name in another process."""

import os
import time
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing.connection import Connection

from sayso.model.document import Document
from sayso.model.heard import Heard
from sayso.model.mention import mention_id
from sayso.model.page import Media, Page
from sayso.model.span import Span
from sayso.model.statement import statement_id
from sayso.pipeline.assemble import build
from sayso.pipeline.hear import hear
from sayso.pipeline.settings import Settings


def page(name: str, words: bytes = b"fine") -> Page:
    fetched = datetime(2024, 5, 14, tzinfo=UTC)
    return Page(name=name, content=words, media=Media.TEXT, source=name, fetched=fetched)


def moody(tasks: Connection, settings: Settings) -> None:
    """Hangs at b"hang", dies at b"die", else answers with the page's name."""
    while True:
        try:
            one = tasks.recv()
        except EOFError:
            return
        if one.content.startswith(b"hang"):
            time.sleep(600)
        if one.content.startswith(b"die"):
            os._exit(9)
        document = Document(id=one.name, report=one.name, name=one.name, page=one.sha256, text="x")
        tasks.send(Heard(document=document, reader="moody/1"))


NOTE = b"Updated at noon.\n\n"  # what the newer extractor finds above each text
LOST = "arrested"  # a trigger that the newer reader does not find any more


def newer(tasks: Connection, settings: Settings) -> None:
    """The rules reader at another version: each text moved down, each span a few characters off, one lost."""
    stages = build(settings)
    while True:
        try:
            page = tasks.recv()
        except EOFError:
            return
        heard = hear(replace(page, content=NOTE + page.content), stages)
        assert isinstance(heard, Heard)
        tasks.send(off(replace(heard, document=replace(heard.document, page=page.sha256))))


def off(heard: Heard) -> Heard:
    """The same with ends of triggers and beginnings of statements elsewhere, under the ids that follow."""
    document, statements, mentions = heard.document, {}, {}
    for said in heard.statements:
        first, *rest = said.content
        content = Span(min(first.start + 2, first.end - 1), first.end), *rest
        name = statement_id(document.id, content, said.chain)
        statements[said.id] = replace(said, id=name, content=content)
    for told in heard.mentions:
        if told.trigger.of(document.text) != LOST:
            trigger = Span(told.trigger.start, min(told.trigger.end + 2, len(document.text)))
            mentions[told.id] = replace(told, id=mention_id(document.id, trigger), trigger=trigger)
    return replace(
        heard,
        reader="rules/next",
        statements=tuple(statements.values()),
        mentions=tuple(
            replace(
                told,
                statement=statements[told.statement].id if told.statement else None,
                same_as=mentions[told.same_as].id if told.same_as in mentions else None,
            )
            for told in mentions.values()
        ),
    )
