"""Which pages do the inputs of a run hold?"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from gzip import GzipFile
from hashlib import sha256
from typing import BinaryIO, Final
from zlib import error as ZlibError  # noqa: N812

from sayso.errors import InputError, PageError
from sayso.ingest.jsonl import id_of
from sayso.ingest.limits import PAGE_BYTES
from sayso.ingest.places import Place, named, places
from sayso.ingest.recognise import HEAD, recognise
from sayso.ingest.unpack import MAGIC, unpacked
from sayso.model.failure import Failure, Stage
from sayso.model.page import Media, Page

_BROKEN: Final = (OSError, EOFError, ZlibError)  # what reading a file or a gzip stream may raise


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What all pages of a run share."""

    outlet: str | None
    published: str | None
    now: Callable[[], datetime]

    def page(self, content: bytes, media: Media, name: str, source: str) -> Page:
        return Page(
            name=name,
            content=content,
            media=media,
            source=source,
            fetched=self.now(),
            outlet=self.outlet,
            published=self.published,
        )


def pages(
    inputs: Sequence[str],
    *,
    outlet: str | None,
    published: str | None,
    stdin: BinaryIO | None,
    now: Callable[[], datetime],
) -> Iterator[Page | Failure]:
    """Every page that files, folders, globs and "-" (stdin) hold, or why there is none; the rest goes on.

    JSONL is read line by line, however long. A second page of the same name is a Failure("duplicate-id").
    InputError where no input is given at all. A file's own date says nothing of its page.
    """
    if not inputs:
        raise InputError("nothing to read: give files, folders, globs, or - for standard input")
    frame = _Frame(outlet=outlet, published=published, now=now)
    return _once_each(_all(inputs, frame, stdin))


def _all(
    inputs: Sequence[str], frame: _Frame, stdin: BinaryIO | None
) -> Iterator[tuple[Page | Failure, str]]:
    """Pages and failures, each with where it stands ("corpus.jsonl, line 3")."""
    for place in named(tuple(places(inputs))):
        if isinstance(place, Failure):
            yield place, place.name
        elif place.path is None:
            if stdin is None:
                yield (
                    _failed(place, "missing", "there is no standard input: pipe a text in, or give a file"),
                    "-",
                )
            else:
                yield from _of_stream(stdin, place, frame)
        else:
            yield from _of_file(place, frame)


def _of_file(place: Place, frame: _Frame) -> Iterator[tuple[Page | Failure, str]]:
    assert place.path is not None
    try:
        with place.path.open("rb") as stream:
            yield from _of_stream(stream, place, frame)
    except OSError as error:
        detail = f"{place.source} cannot be read ({error.strerror or error}): check its permissions"
        yield _failed(place, "unreadable", detail), place.source


def _of_stream(raw: BinaryIO, place: Place, frame: _Frame) -> Iterator[tuple[Page | Failure, str]]:
    """The pages of one file: one, or one for each line of JSONL."""
    content: bytes | None = None
    try:
        head = raw.read(HEAD)
        stream = io.BufferedReader(_Rejoined(head, raw))
        if head.startswith(MAGIC) and _holds_lines(_start_of_packed(head), place):
            yield from _of_lines(GzipFile(fileobj=stream), place, frame)
            return
        if _holds_lines(head, place):
            yield from _of_lines(stream, place, frame)
            return
        content = stream.read(PAGE_BYTES + 1)
        if len(content) > PAGE_BYTES:
            raise PageError("too-large", _too_large(place.source))
        content = unpacked(content, place.source)
        media = recognise(content, place.source)
    except PageError as error:
        digest = sha256(content).hexdigest() if content and error.reason != "too-large" else None
        yield replace(_failed(place, error.reason, str(error)), page=digest), place.source
    except _BROKEN as error:
        yield (
            _failed(place, "unreadable", f"{place.source} cannot be read ({error}): fetch it again"),
            place.source,
        )
    else:
        if media is Media.LINE:  # one object that the head did not show to be one
            yield from _of_lines(io.BytesIO(content), place, frame)
        else:
            yield frame.page(content, media, place.name, place.source), place.source


def _of_lines(stream: io.BufferedIOBase, place: Place, frame: _Frame) -> Iterator[tuple[Page | Failure, str]]:
    """A page for each line that is not blank; only one line is in memory at a time."""
    number = 0
    while True:
        try:
            line = stream.readline(PAGE_BYTES + 1)
            number += 1
            where = f"{place.source}, line {number}"
            label = f"{place.name}:{number}"
            if len(line) > PAGE_BYTES:
                while not line.endswith(b"\n") and line:
                    line = stream.readline(HEAD * 16)
                yield replace(_failed(place, "too-large", _too_large(where)), name=label), where
                continue
        except _BROKEN as error:
            detail = f"{place.source} cannot be read behind line {number} ({error}): fetch it again"
            yield (
                replace(_failed(place, "unreadable", detail), name=f"{place.name}:{number + 1}"),
                place.source,
            )
            return
        if not line:
            return
        line = line.strip(b"\r\n \t").removeprefix(b"\xef\xbb\xbf")
        if line:
            yield frame.page(line, Media.LINE, id_of(line) or label, where), where


def _once_each(found: Iterator[tuple[Page | Failure, str]]) -> Iterator[Page | Failure]:
    """All of them, but a page whose name another had before as a failure that names both places."""
    first: dict[bytes, str] = {}  # eight bytes of digest and a place: some 20 MB for 100,000 lines
    for item, where in found:
        if isinstance(item, Failure):
            yield item
            continue
        key = sha256(item.name.encode("utf-8", "surrogatepass")).digest()[:8]
        if key not in first:
            first[key] = where
            yield item
            continue
        detail = (
            f'"{item.name}" is the id of two pages: {first[key]} and {where}. Give the second another id.'
        )
        yield Failure(
            stage=Stage.INPUT, reason="duplicate-id", detail=detail, name=item.name, page=item.sha256
        )


def _holds_lines(head: bytes, place: Place) -> bool:
    """Whether a file is JSONL, as far as its head shows; a first line longer than the head shows nothing."""
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    try:
        return recognise(head, place.source) is Media.LINE
    except PageError:
        return _longer_line(head)


def _longer_line(head: bytes) -> bool:
    """Whether the first line is an object with "text" that goes on behind the head."""
    line = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return b"\n" not in line and len(head) >= HEAD and b'"text"' in line


def _start_of_packed(head: bytes) -> bytes:
    """The first bytes of what a gzip'ed file holds; empty where it is broken."""
    try:
        return GzipFile(fileobj=io.BytesIO(head)).read1(HEAD)
    except _BROKEN:
        return b""


def _too_large(source: str) -> str:
    return (
        f"{source} has over {PAGE_BYTES // 1_000_000} MB: that is no single page; give its pages one by one"
    )


def _failed(place: Place, reason: str, detail: str) -> Failure:
    stage = Stage.INPUT if reason in {"missing", "unreadable", "too-large"} else Stage.INGEST
    return Failure(stage=stage, reason=reason, detail=detail, name=place.name)


class _Rejoined(io.RawIOBase):
    """A stream whose head was read, from its start again. It stays open: someone else owns it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head, self.rest = head, rest

    def readable(self) -> bool:
        """Always: it was given to be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """As many bytes as there are, up to the buffer's size."""
        content = self.head[: len(buffer)] or self.rest.read(len(buffer))
        self.head = self.head[len(content) :]
        buffer[: len(content)] = content
        return len(content)
