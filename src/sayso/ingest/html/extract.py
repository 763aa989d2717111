"""How does the source of a saved page become text in typed blocks, with what the page states of itself?"""

from collections.abc import Sequence

from sayso.errors import PageError
from sayso.ingest.html.authors import authors
from sayso.ingest.html.blocks import Piece, bylines_of, pieces_of
from sayso.ingest.html.dates import near_headline, published, updated
from sayso.ingest.html.jsonld import first, linked
from sayso.ingest.html.metadata import (
    canonical,
    language_of,
    metas_of,
    outlet_of,
    section_of,
    titles,
    truncated,
)
from sayso.ingest.html.parse import tree_of
from sayso.ingest.html.sheet import sheet_of
from sayso.ingest.meta import Meta
from sayso.model.document import Block, BlockKind
from sayso.model.span import Span

_BODY = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
_LEAST = 10  # words of body; less is an index page, a picture or a notice


def from_html(source: str, *, url: str | None = None) -> tuple[str, tuple[Block, ...], Meta]:
    """Text, blocks and metadata of the one article of a page; PageError where it shows none."""
    tree = tree_of(source)
    known, metas = linked(tree), metas_of(tree)
    named = titles(tree, known, metas)
    described = [
        d
        for d in (first(known.article, "description"), metas.get("og:description"), metas.get("description"))
        if d
    ]
    sheet = sheet_of(tree, named)
    signed = authors(known, metas, bylines_of(sheet, ()), tree)
    pieces = pieces_of(sheet, named, described, signed)
    if sum(len(p.text.split()) for p in pieces if p.kind in _BODY) < _LEAST:
        raise PageError(
            "no-article",
            "no article text was found on the page: if a browser shows it, save the page from there "
            "after it has loaded, or hand the text in as a .txt file",
        )
    text, blocks = joined(pieces)
    near = near_headline(sheet.segments, sheet.top, sheet.start)
    shown = next((p.text for p in pieces if p.kind is BlockKind.HEADLINE), None)
    address = canonical(tree, metas, url)
    meta = Meta(
        title=shown or next(iter(named), None),
        outlet=outlet_of(tree, known, metas, address or url),
        url=address,
        section=section_of(known, metas),
        language=language_of(tree, known, metas),
        published=published(known, metas, tree, near, sheet.top),
        updated=updated(known, metas, tree),
        authors=signed,
        truncated=truncated(known, metas),
    )
    return text, blocks, meta


def joined(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    """One text of all pieces, and the block of each."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        blocks.append(Block(kind=piece.kind, span=Span(at, at + len(piece.text))))
        parts.append(piece.text)
        at += len(piece.text) + 2
    return "\n\n".join(parts), tuple(blocks)
