"""How do text, blocks and metadata become a document?"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.errors import PageError
from sayso.ingest.bylines import bylines
from sayso.ingest.captions import captions
from sayso.ingest.corrections import corrections
from sayso.ingest.identity import host_of, report_of
from sayso.ingest.language import SAMPLE, language_of
from sayso.ingest.limits import TEXT_POINTS
from sayso.ingest.meta import Meta
from sayso.ingest.moments import possible, stated
from sayso.ingest.signoffs import is_signoff, tail_signoff
from sayso.ingest.stamps import stamps
from sayso.ingest.wires import wire_credits
from sayso.lexicon.datelines import parse_dateline
from sayso.lexicon.outlets import by_domain, by_name
from sayso.model.document import Block, BlockKind, Dateline, Document, Moment
from sayso.model.ids import digest
from sayso.model.page import Page
from sayso.model.span import Span, trimmed

HEAD = (
    3  # paragraphs at whose head a dateline may stand: a summary or a stray byline can come before the story
)
_SIGNED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.SUBHEAD})
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.STANDFIRST})


def finish(page: Page, *, text: str, blocks: tuple[Block, ...], meta: Meta) -> Document:
    """The document: what the caller says wins over what the page says, which wins over tables.

    `blocks` must be disjoint, in order and within `text`. PageError("bad-date") for a date by the caller that
    no calendar has, "too-long" for a text beyond the limit, "no-text" where nothing is left.
    """
    if len(text) > TEXT_POINTS:
        raise PageError(
            "too-long", f"{page.name} has over {TEXT_POINTS:,} characters: cut it into its articles"
        )
    if not text.strip():
        raise PageError("no-text", f"{page.name} holds no text: give the page as it looks when fully loaded")
    published = stated(page.published) or possible(meta.published, fetched=page.fetched)
    url = meta.url or page.url
    outlet = _outlet(page.outlet, meta.outlet, url)
    report = report_of(url=url, outlet=outlet, name=page.name, sha256=page.sha256)

    blocks, told = captions(text, blocks)
    blocks, dateline = _dateline(text, blocks, published)
    blocks = _without_tails(text, blocks)
    signed = bylines(text, blocks, meta.authors)
    wires = wire_credits(text, blocks, dateline=dateline, bylines=signed, outlet=outlet)
    notes, of_notes = corrections(text, blocks)
    times, of_times = stamps(text, blocks)
    blocks = tuple(
        replace(block, kind=BlockKind.FURNITURE)
        if place in of_notes
        or place in of_times
        or (block.kind in _SIGNED and is_signoff(block.span.of(text)))
        else block
        for place, block in enumerate(blocks)
    )
    return Document(
        id=digest("document", report, text),
        report=report,
        name=page.name,
        page=page.sha256,
        text=text,
        blocks=blocks,
        title=meta.title or _headline(text, blocks),
        outlet=outlet,
        url=url,
        section=meta.section,
        language=language_of(_sample(text, blocks), meta.language),
        published=published,
        updated=_changed(possible(meta.updated, fetched=page.fetched), published),
        bylines=signed,
        wires=wires,
        captions=told,
        corrections=notes,
        dateline=dateline,
        stamps=times,
        truncated=meta.truncated,
    )


def _outlet(said: str | None, stated_name: str | None, url: str | None) -> str | None:
    """The caller's word as it is; else the table's name for the site or for the page's word for itself."""
    if said and said.strip():
        return said.strip()
    host = host_of(url)
    known = (by_domain(host) if host else None) or (by_name(stated_name) if stated_name else None)
    return known.name if known else (stated_name or "").strip() or None


def _dateline(
    text: str, blocks: Sequence[Block], published: Moment | None
) -> tuple[tuple[Block, ...], Dateline | None]:
    """The blocks with the dateline split off the first paragraph, and what it says.

    Behind the first paragraph only a dateline with an agency is believed.
    """
    day = published.day if published else None
    for block in blocks:
        if block.kind is BlockKind.DATELINE:
            parts = parse_dateline(block.span.of(text) + " ", published=day)
            agency, where, when = (parts.agency, parts.place, parts.date) if parts else (None, None, None)
            return tuple(blocks), Dateline(span=block.span, place=where, date=when, agency=agency)
    paragraphs = [place for place, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH]
    for nth, place in enumerate(paragraphs[:HEAD]):
        span = blocks[place].span
        parts = parse_dateline(text[span.start : min(span.end, span.start + 400)], published=day)
        if not parts or (nth and not parts.agency):
            continue
        head = Span(span.start, span.start + parts.end)
        rest = trimmed(text, head.end, span.end)
        split = [replace(blocks[place], kind=BlockKind.DATELINE, span=head)]
        split += [replace(blocks[place], span=rest)] if rest else []
        dateline = Dateline(span=head, place=parts.place, date=parts.date, agency=parts.agency)
        return (*blocks[:place], *split, *blocks[place + 1 :]), dateline
    return tuple(blocks), None


def _without_tails(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with a sign-off at the end of a paragraph as furniture of its own."""
    out: list[Block] = []
    for block in blocks:
        words = block.span.of(text) if block.kind in _BODY else ""
        start = tail_signoff(words) if words.endswith((")", ".")) else None
        rest = trimmed(text, block.span.start, block.span.start + start) if start else None
        if start is None or rest is None:
            out.append(block)
            continue
        out.append(replace(block, span=rest))
        out.append(Block(kind=BlockKind.FURNITURE, span=Span(block.span.start + start, block.span.end)))
    return tuple(out)


def _changed(updated: Moment | None, published: Moment | None) -> Moment | None:
    """The time of the last change; many pages state that of publication twice, or one before it."""
    if updated is None or published is None:
        return updated
    if updated.instant and published.instant:
        return updated if updated.instant > published.instant else None
    return updated if updated.day >= published.day and updated.value != published.value else None


def _headline(text: str, blocks: Sequence[Block]) -> str | None:
    for block in blocks:
        if block.kind is BlockKind.HEADLINE:
            return " ".join(block.span.of(text).split())
    return None


def _sample(text: str, blocks: Sequence[Block]) -> str:
    """Words of the body, enough to tell the language by; of the whole text where there is no body."""
    words: list[str] = []
    size = 0
    for block in blocks:
        if block.kind in _BODY:
            words.append(block.span.of(text)[:SAMPLE])
            size += len(words[-1])
            if size >= SAMPLE:
                break
    body = " ".join(words)
    return body if len(body.split()) >= 5 else text
