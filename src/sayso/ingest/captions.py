"""What do the captions say of their photos, and which of them stood before?"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.lexicon.agencies import agency_of
from sayso.lexicon.captions import CaptionParts, looks_like_caption, parse_caption
from sayso.model.document import Block, BlockKind, Caption
from sayso.model.span import Span, trimmed

_WORD: Final = re.compile(r"\w+")
_CREDIT_LINE: Final = re.compile(
    r"\s*(?:[(\[][^()\[\]]{2,120}[)\]]|(?:photo|image|picture|credit)s?\b[^.]{2,80}:.{2,80})\W{0,3}$", re.I
)
_CREDIT_WORDS: Final = re.compile(
    r"\b(?:photo(?:graph)?s?|images?|pictures?|media|source|credits?|copyright|courtesy|of|by|file)\b",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"[\s▲▼►◄▶◀△▽●•■□↑↓←→|]*(?:(?:media|video)\splayback\sis\s(?:not\s|un)supported\son\s(?:this|your)\sdevice\s*)?"
    r"(?:(?:image|media|photo|video)\s?caption\b[\s:,.–—-]*)?",
    re.IGNORECASE,
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
    lone = False  # whether the last that was told is a credit that may belong to the caption behind it
    for block in (_without_label(text, block) for block in blocks):
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
        if is_credit(words) and before and told and told[-1].credit is None:
            out.append(replace(block, repeat=before.repeat))
            told[-1] = _joined(told[-1], words, block.span)
            continue
        parts = parse_caption(words)
        key = _key(words, parts)
        repeat = bool(key) and key in seen
        seen.add(key)
        out.append(replace(block, repeat=repeat))
        caption = _caption(block.span, parts)
        if lone and before and caption.credit is None:
            credit = told.pop()
            caption = replace(caption, credit=credit.credit, credit_span=credit.credit_span)
        lone = is_credit(words)
        if lone and caption.credit is None:
            caption = replace(caption, credit=words, credit_span=block.span)
        told.append(caption)
    return tuple(out), tuple(told)


def is_credit(words: str) -> bool:
    """Whether all that a caption says is whose the photo is: "Getty Images", "Image source, AFP"."""
    if agency_of(words, short=True) or is_credit_line(words):
        return True
    parts = parse_caption(words)
    rest = words[: parts.credit_at[0]] + words[parts.credit_at[1] :] if parts.credit_at else words
    return parts.credit is not None and not _WORD.search(_CREDIT_WORDS.sub(" ", rest))


def _without_label(text: str, block: Block) -> Block:
    """The block without a label or a pointing mark before the caption: "Image caption, ", "▲ "."""
    label = _LABEL.match(block.span.of(text)) if block.kind is BlockKind.CAPTION else None
    if not label or not label.end():
        return block
    span = trimmed(text, block.span.start + label.end(), block.span.end)
    return replace(block, span=span) if span else block


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
