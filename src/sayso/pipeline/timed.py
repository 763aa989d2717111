"""Which times does a clean text tell, and what do given words of it mean?"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotation.sentences import mark_sentences
from sayso.annotation.times import tell_times, times_given
from sayso.errors import PageError
from sayso.ingest.to_document import to_document
from sayso.model.document import Block, BlockKind
from sayso.model.failure import Failure, Stage
from sayso.model.marks import TimeExpression
from sayso.model.page import Page
from sayso.model.span import Span, trimmed

Times = tuple[TimeExpression, ...]


def times_of(page: Page, extents: Sequence[Span]) -> tuple[Times, Times] | Failure:
    """The times told in a text, each by itself, and the meanings of the extents given. Never raises."""
    try:
        document = to_document(page)
        text = trimmed(document.text, 0, len(document.text))
        blocks = (Block(kind=BlockKind.PARAGRAPH, span=text),) if text else ()
        document = replace(document, blocks=blocks, captions=(), stamps=(), dateline=None)
        sentences = mark_sentences(document)
        return tell_times(document, sentences), times_given(document, sentences, extents)
    except PageError as error:
        reason, detail = error.reason, str(error)
    except Exception as error:  # noqa: BLE001 - the edge: one bad text never stops a run
        reason, detail = "error", f"this should not happen; please report it with the text ({error!r})"[:400]
    return Failure(stage=Stage.ANNOTATION, reason=reason, detail=detail, name=page.name, page=page.sha256)
