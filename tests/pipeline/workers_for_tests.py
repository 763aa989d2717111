"""Workers that misbehave, importable by name in another process."""

import os
import time
from datetime import UTC, datetime
from multiprocessing.connection import Connection

from sayso.model.document import Document
from sayso.model.heard import Heard
from sayso.model.page import Media, Page
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
