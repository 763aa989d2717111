"""What comes of one page: a document with all that was read in it, or a failure with its reason?"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from sayso.errors import PageError, ReadingError
from sayso.model.document import Document
from sayso.model.failure import Failure, Stage
from sayso.model.heard import Heard
from sayso.model.page import Page
from sayso.pipeline.assemble import Stages

T = TypeVar("T")
LANGUAGES = {"en": "English"}


def hear(page: Page, stages: Stages) -> Heard | Failure:
    """Passes a page through all stages. Never raises: what a stage cannot do becomes a failure."""
    try:
        document = stages.ingest(page)
    except PageError as error:
        return _failure(page, Stage.INGEST, error.reason, str(error))
    except Exception as error:  # noqa: BLE001 - the edge: one bad page never stops a run
        return _failure(page, Stage.INGEST, *_words(error))
    return hear_document(document, page, stages)


def hear_document(document: Document, page: Page, stages: Stages) -> Heard | Failure:
    """Passes a document through the stages after ingest. A failure where the reader could read nothing."""
    reader = stages.reader
    heard = Heard(document=document, reader=f"{reader.name}/{reader.version}")
    if document.language is not None and document.language not in reader.languages:
        known = ", ".join(LANGUAGES.get(code, code) for code in sorted(reader.languages))
        detail = f"the text is in {document.language!r}; this reader reads {known}. It is kept, unread."
        return replace(heard, failures=(_late(page, document, Stage.READING, "not-english", detail),))
    try:
        return _read(heard, page, stages)
    except ReadingError as error:
        return _failure(page, Stage.READING, error.reason, str(error))


def _read(heard: Heard, page: Page, stages: Stages) -> Heard:
    document, failures = heard.document, []

    def attempt(stage: Stage, work: Callable[[], T]) -> T | None:
        try:
            return work()
        except ReadingError:
            raise
        except Exception as error:  # noqa: BLE001 - the edge: the document stays, with less in it
            failures.append(_late(page, document, stage, *_words(error)))
            return None

    marks = attempt(Stage.ANNOTATION, lambda: stages.annotate(document))
    if marks is None:
        return replace(heard, failures=tuple(failures))
    readout = attempt(Stage.READING, lambda: stages.reader.read(document, marks))
    if readout is not None:
        failures += [_late(page, document, Stage.READING, r.reason, r.detail) for r in readout.refused]
        said = attempt(Stage.ATTRIBUTION, lambda: stages.statements(document, marks, readout)) or ()
        mentions = attempt(Stage.CODING, lambda: stages.mentions(document, marks, readout, said)) or ()
        told = said, mentions
        said, mentions = attempt(Stage.CODING, lambda: stages.link(document, marks, *told)) or told
        trends = attempt(Stage.CODING, lambda: stages.trends(document, marks, readout, said)) or ()
        heard = replace(heard, statements=said, mentions=mentions, trends=trends)
    return replace(heard, failures=tuple(failures))


def _words(error: Exception) -> tuple[str, str]:
    if isinstance(error, MemoryError):
        return "memory", "the page needs more memory than a worker may have; split it, or read it alone"
    told = f"{type(error).__name__}: {error}"[:300]
    return "error", f"this should not happen; please report it with the page ({told})"


def _failure(page: Page, stage: Stage, reason: str, detail: str) -> Failure:
    return Failure(stage=stage, reason=reason, detail=detail, name=page.name, page=page.sha256)


def _late(page: Page, document: Document, stage: Stage, reason: str, detail: str) -> Failure:
    return replace(_failure(page, stage, reason, detail), document=document.id)
