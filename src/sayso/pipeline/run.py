"""How does a run read many pages, so that it can be killed at any moment and go on where it was?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.errors import PageError
from sayso.model.failure import Failure, Stage
from sayso.model.heard import Heard
from sayso.model.page import Page
from sayso.pipeline.pool import Work, read_all
from sayso.pipeline.settings import Settings
from sayso.pipeline.versions import extractor_version, reader_version
from sayso.pipeline.worker import work
from sayso.record import read as records
from sayso.record import write
from sayso.record.open import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of one input: a document, or a failure with its reason."""

    name: str
    outcome: str  # "new", "version", "reread", "unchanged", "read" (no record), "failed"
    page: Page | None = None
    heard: Heard | None = None
    document: str | None = None
    failure: Failure | None = None


def read(
    pages: Iterable[Page | Failure],
    settings: Settings,
    *,
    record: Record | None = None,
    run: str = "",
    again: bool = False,
    worker: Work = work,
) -> Iterator[Told]:
    """Reads pages and writes each into the record in a transaction of its own, in the order of the pages.

    What the record knows from the same bytes, extractor and reader is not read again (unless `again`):
    that is how a killed run resumes. Every input is told once: inputs = documents + failures.
    """
    extractor, reader = extractor_version(), reader_version(settings.reader, settings.model)

    def unknown() -> Iterator[Page | Told]:
        for page in pages:
            document = None
            if isinstance(page, Failure):
                yield _failed(page)
                continue
            if record is not None and not again:
                document = records.known_document(record, page, reader=reader, extractor=extractor)
            known = Told(name=page.name, outcome="unchanged", page=page, document=document)
            yield known if document else page

    for entry in read_all(unknown(), settings, work=worker):
        told = entry if isinstance(entry, Told) else _told(*entry)
        if record is not None:
            told = _written(told, record, run=run, extractor=extractor)
        yield told


def _told(page: Page, answer: Heard | Failure) -> Told:
    if isinstance(answer, Failure):
        return _failed(answer, page)
    return Told(name=page.name, outcome="read", page=page, heard=answer, document=answer.document.id)


def _failed(failure: Failure, page: Page | None = None) -> Told:
    return Told(name=failure.name, outcome="failed", page=page, failure=failure)


def _written(told: Told, record: Record, *, run: str, extractor: str) -> Told:
    if told.failure:
        write.put_failure(record, told.failure, run=run, page=told.page, extractor=extractor)
    elif told.heard and told.page:
        try:
            outcome = write.put_heard(record, told.page, told.heard, run=run, extractor=extractor)
        except PageError as error:
            reason, detail = error.reason, str(error)
            failure = Failure(stage=Stage.RECORD, reason=reason, detail=detail, name=told.name)
            return _written(_failed(failure, told.page), record, run=run, extractor=extractor)
        return replace(told, outcome=outcome.value)
    return told
