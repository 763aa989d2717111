"""What do the captions say of their photos, and which of them stood before?"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.lexicon.captions import CaptionParts, looks_like_caption, parse_caption
from sayso.model.document import Block, BlockKind, Caption
from sayso.model.span import Span

_WORD: Final = re.compile(r"\w+")
_CREDIT_LINE: Final = re.compile(
    r"\s*(?:[(\[][^()\[\]]{2,120}[)\]]|(?:photo|image|picture|credit)s?\b[^.]{2,80}:.{2,80})\W{0,3}$", re.I
)
_MAY_BE_CREDIT: Final = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FURNITURE, BlockKind.CAPTION}
)


def captions(text: str, blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Caption, ...]]:
    """The blocks with repeated captions marked and stray credit lines joined to their captions, and what each
    caption states. A credit line of its own ("(Name/ AP/ File)") tells of the caption before it."""
    out: list[Block] = []
    told: list[Caption] = []
    seen: set[tuple[str, ...]] = set()
    for block in blocks:
        words = block.span.of(text)
        before = out[-1] if out and out[-1].kind is BlockKind.CAPTION else None
        if before and block.kind in _MAY_BE_CREDIT and is_credit_line(words):
            out.append(replace(block, kind=BlockKind.CAPTION, repeat=before.repeat))
            if told:
                told[-1] = _joined(told[-1], words, block.span)
            continue
        if block.kind is not BlockKind.CAPTION:
            out.append(block)
            continue
        parts = parse_caption(words)
        key = _key(words, parts)
        repeat = bool(key) and key in seen
        seen.add(key)
        out.append(replace(block, repeat=repeat))
        told.append(_caption(block.span, parts))
    return tuple(out), tuple(told)


def is_credit_line(words: str) -> bool:
    """Whether a line is a photo's credit and nothing else."""
    words = words.strip()
    return len(words) < 140 and _CREDIT_LINE.match(words) is not None and looks_like_caption(words)


def _key(words: str, parts: CaptionParts) -> tuple[str, ...]:
    """The words of a caption by which it is known again: without its credit, in lower case."""
    if parts.credit_at and parts.credit_at[0] > len(words) / 3:
        words = words[: parts.credit_at[0]]
    return tuple(_WORD.findall(words.casefold()))


def _caption(span: Span, parts: CaptionParts) -> Caption:
    return Caption(
        span=span,
        date=parts.date,
        date_span=_absolute(span, parts.date_at),
        credit=parts.credit,
        credit_span=_absolute(span, parts.credit_at),
        archive=parts.archive,
    )


def _joined(caption: Caption, words: str, span: Span) -> Caption:
    """The caption with what its credit line adds."""
    parts = parse_caption(words)
    missing = caption.credit is None and parts.credit is not None
    return replace(
        caption,
        credit=parts.credit if missing else caption.credit,
        credit_span=_absolute(span, parts.credit_at) if missing else caption.credit_span,
        archive=caption.archive or parts.archive,
    )


def _absolute(span: Span, at: tuple[int, int] | None) -> Span | None:
    return Span(span.start + at[0], span.start + at[1]) if at else None
