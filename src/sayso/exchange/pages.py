"""How well does the extractor read pages whose text is known, beside trafilatura's default run?"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from trafilatura import extract as peer_extract

from sayso.errors import PageError
from sayso.exchange.pages_corpus import BodyCase, Corpus, TypedCase, content_of, read_corpus
from sayso.exchange.pages_plain import scraped
from sayso.model.document import BlockKind, Caption, Document
from sayso.model.failure import Failure, Stage
from sayso.model.page import Media, Page
from sayso.scoring.pages import BodyFigures, TypedFigures, TypedPage, score_bodies, score_typed

Extract = Callable[[Page], Document]
AnyCase = TypeVar("AnyCase", TypedCase, BodyCase)

_PROSE = 10  # words of a list item that is told as a paragraph; shorter without a stop are cells of a table
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.SUBHEAD, BlockKind.DATELINE})
_OPEN = re.compile(
    r"[\s(\[|–—-]*(?:(?:photo(?:graph)?|image|picture|pic|video|illustration|graphic|credit|courtesy|source)s?\W{0,3}"
    r"(?:credits?|copyright|source|courtesy(?:\sof)?|by|from|of)?\W{0,3})?$",
    re.IGNORECASE,
)  # what stands before a credit and goes with it
_ONLY = re.compile(
    r"^(?:photo(?:graph)?|image|picture|illustration|graphic|credit|source)s?\s?(?::|by\b)", re.IGNORECASE
)
_SHORT = 14  # words of a caption that is nothing but its credit


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionLine:
    """A caption told: its words and, apart, its credit."""

    text: str
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLine:
    """What was told of a typed page, in the form that the corpus' own scorer reads."""

    file: str
    paragraphs: tuple[str, ...] = ()
    subheads: tuple[str, ...] = ()
    standfirst: str | None = None
    captions: tuple[CaptionLine, ...] = ()
    published: str | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine:
    """What was told to be the body of a page."""

    id: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesReport:
    """Figures of one folder; None for a part that it lacks, or that cannot be measured here."""

    typed: TypedFigures | None
    typed_peer: TypedFigures | None  # trafilatura's default run: all its lines as paragraphs
    body: BodyFigures | None
    body_peer: BodyFigures | None
    plain: (
        BodyFigures | None
    )  # the bodies' pages flattened by html_text, read as plain text, five-fold by site
    failures: tuple[Failure, ...] = ()
    predictions: tuple[TypedLine | BodyLine, ...] = field(default=(), repr=False)


def evaluate_pages(
    directory: Path, extract: Extract, *, step: Callable[[], None] | None = None, now: datetime | None = None
) -> PagesReport:
    """Extract every page of a folder and compare. `step` is called after each; `now`: when fetched."""
    corpus = read_corpus(directory)
    failures: list[Failure] = []
    fetched = now or datetime.now(UTC)
    typed = [
        _typed(case, _document(case, extract, fetched, failures)) for case in _stepped(corpus.typed, step)
    ]
    bodies = [
        _body(case, _document(case, extract, fetched, failures)) for case in _stepped(corpus.bodies, step)
    ]
    return PagesReport(
        typed=score_typed(zip((c.truth for c in corpus.typed), map(_told, typed), strict=True))
        if typed
        else None,
        typed_peer=score_typed((c.truth, _peer_told(c)) for c in corpus.typed) if typed else None,
        body=score_bodies((c.body, b.body) for c, b in zip(corpus.bodies, bodies, strict=True))
        if bodies
        else None,
        body_peer=score_bodies((c.body, _peer(c.path)) for c in corpus.bodies) if bodies else None,
        plain=_plain(corpus),
        failures=tuple(failures),
        predictions=(*typed, *bodies),
    )


def _stepped(cases: tuple[AnyCase, ...], step: Callable[[], None] | None) -> Iterator[AnyCase]:
    for case in cases:
        yield case
        if step:
            step()


def _document(
    case: TypedCase | BodyCase, extract: Extract, fetched: datetime, failures: list[Failure]
) -> Document | None:
    name = case.file if isinstance(case, TypedCase) else case.id
    try:
        content = content_of(case.path)
    except OSError as error:
        detail = f"{case.path} cannot be read ({error}): complete the folder"
        failures.append(Failure(stage=Stage.INPUT, reason="unreadable", detail=detail, name=name))
        return None
    page = Page(
        name=name, content=content, media=Media.HTML, source=str(case.path), fetched=fetched, url=case.url
    )
    try:
        return extract(page)
    except PageError as error:
        failures.append(Failure(stage=Stage.INGEST, reason=error.reason, detail=str(error), name=name))
        return None


def _texts(document: Document) -> Iterator[tuple[BlockKind, str]]:
    """The blocks of a document; a dateline goes with the paragraph that it opens."""
    opening = ""
    for block in document.blocks:
        words = block.span.of(document.text)
        if block.kind is BlockKind.DATELINE:
            opening = f"{words} "
            continue
        yield block.kind, opening + words
        opening = ""


def split_credit(text: str, caption: Caption) -> CaptionLine:
    """A caption's words and its credit apart; words are empty where it is nothing but a credit."""
    words = caption.span.of(text)
    if caption.credit_span is None:
        only = len(words.split()) <= _SHORT and _ONLY.match(words)
        return CaptionLine(text="" if only else words, credit=words if only else None)
    start, end = caption.credit_span.start - caption.span.start, caption.credit_span.end - caption.span.start
    return CaptionLine(
        text=f"{_OPEN.sub('', words[:start])} {words[end:].strip(' )].|;')}".strip(), credit=caption.credit
    )


def _is_prose(words: str) -> bool:
    return len(words.split()) >= _PROSE or words.endswith((".", "!", "?", ";", ",", ":", "”", '"', "’"))


def _typed(case: TypedCase, document: Document | None) -> TypedLine:
    if document is None:
        return TypedLine(file=case.file)
    blocks = list(_texts(document))
    captions = [split_credit(document.text, caption) for caption in document.captions]
    return TypedLine(
        file=case.file,
        paragraphs=tuple(
            words
            for kind, words in blocks
            if kind is BlockKind.PARAGRAPH or (kind is BlockKind.LIST_ITEM and _is_prose(words))
        ),
        subheads=tuple(words for kind, words in blocks if kind is BlockKind.SUBHEAD),
        standfirst=" ".join(words for kind, words in blocks if kind is BlockKind.STANDFIRST) or None,
        captions=tuple(caption for caption in captions if caption.text),
        published=document.published.value if document.published else None,
        authors=tuple(byline.who for byline in document.bylines),
    )


def _body(case: BodyCase, document: Document | None) -> BodyLine:
    words = "\n\n".join(words for kind, words in _texts(document) if kind in _BODY) if document else ""
    return BodyLine(id=case.id, body=words)


def _told(line: TypedLine) -> TypedPage:
    return TypedPage(
        paragraphs=line.paragraphs,
        subheads=line.subheads,
        standfirst=line.standfirst,
        captions=tuple(caption.text for caption in line.captions),
        published=line.published,
        authors=line.authors,
    )


def _peer(path: Path) -> str:
    """What trafilatura's default run takes for the article; reader comments, which it adds, left out."""
    try:
        return peer_extract(content_of(path).decode("utf-8", "replace"), include_comments=False) or ""
    except OSError:
        return ""


def _peer_told(case: TypedCase) -> TypedPage:
    lines = (line.removeprefix("- ") for line in _peer(case.path).split("\n"))
    return TypedPage(paragraphs=tuple(line for line in lines if line.strip()))


def _plain(corpus: Corpus) -> BodyFigures | None:
    told = [(case.body, words) for case in corpus.bodies if (words := scraped(case)) is not None]
    return score_bodies(told) if told else None
