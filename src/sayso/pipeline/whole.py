"""How is a clean text read whole, with nothing of it taken for furniture?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from sayso.errors import PageError
from sayso.model.document import READ_KINDS, Block, BlockKind, Document
from sayso.model.failure import Failure, Stage
from sayso.model.heard import Heard
from sayso.model.marks import Marks
from sayso.model.page import Page
from sayso.model.readout import Readout
from sayso.model.span import trimmed
from sayso.pipeline.assemble import Stages
from sayso.pipeline.hear import hear_document

T = TypeVar("T")
KEPT_KINDS = READ_KINDS | {BlockKind.DATELINE}  # read without its dateline, a sentence begins as others do
ENGLISH = "en"  # the language of the corpora of clean texts; capitals mislead the detector


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A document with its marks and what the reader saw, before anything is assembled."""

    document: Document
    marks: Marks
    readout: Readout
    failures: tuple[Failure, ...] = ()  # what the reader was told and did not take


def whole(document: Document) -> Document:
    """The document as a clean English text: what was thought furniture, byline or subhead is a paragraph."""
    return replace(document, blocks=tuple(_blocks(document)), language=ENGLISH, captions=(), stamps=())


def _blocks(document: Document) -> Iterator[Block]:
    text, at = document.text, 0
    for block in document.blocks:
        yield from _gap(text, at, block.span.start)
        kind = block.kind if block.kind in KEPT_KINDS else BlockKind.PARAGRAPH
        yield Block(kind=kind, span=block.span, p=block.p if kind is block.kind else None)
        at = block.span.end
    yield from _gap(text, at, len(text))


def _gap(text: str, start: int, end: int) -> Iterator[Block]:
    if span := trimmed(text, start, end):
        yield Block(kind=BlockKind.PARAGRAPH, span=span)


def see_whole(page: Page, stages: Stages) -> Seen | Failure:
    """What the reader sees in a clean text. Never raises: what a stage cannot do becomes a failure."""
    document = _attempt(page, Stage.INGEST, lambda: whole(stages.ingest(page)))
    if isinstance(document, Failure):
        return document
    marks = _attempt(page, Stage.ANNOTATION, lambda: stages.annotate(document))
    if isinstance(marks, Failure):
        return marks
    readout = _attempt(page, Stage.READING, lambda: stages.reader.read(document, marks))
    if isinstance(readout, Failure):
        return readout
    refused = tuple(
        replace(_failure(page, Stage.READING, one.reason, one.detail), document=document.id)
        for one in readout.refused
    )
    return Seen(document=document, marks=marks, readout=readout, failures=refused)


def hear_whole(page: Page, stages: Stages) -> Heard | Failure:
    """What comes of a clean text. Never raises."""
    document = _attempt(page, Stage.INGEST, lambda: whole(stages.ingest(page)))
    return document if isinstance(document, Failure) else hear_document(document, page, stages)


def _attempt(page: Page, stage: Stage, work: Callable[[], T]) -> T | Failure:
    try:
        return work()
    except PageError as error:
        reason, detail = error.reason, str(error)
    except Exception as error:  # noqa: BLE001 - the edge: one bad text never stops a run
        reason, detail = "error", f"this should not happen; please report it with the text ({error!r})"[:400]
    return _failure(page, stage, reason, detail)


def _failure(page: Page, stage: Stage, reason: str, detail: str) -> Failure:
    return Failure(stage=stage, reason=reason, detail=detail, name=page.name, page=page.sha256)
