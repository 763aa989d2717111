"""What is each stretch of a plain text: headline, paragraph, caption, furniture …?"""

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.ingest.head_dates import says_only_when
from sayso.ingest.html.clock import worded
from sayso.ingest.plain.article import find_article, line_key
from sayso.ingest.plain.captions import is_caption
from sayso.ingest.plain.classify import line_log_odds, probability
from sayso.ingest.plain.features import BULLET, END, look
from sayso.ingest.plain.head import Head, cut_title, find_head
from sayso.ingest.plain.lines import Line, split
from sayso.lexicon.line_weights import line_weights
from sayso.model.document import Block, BlockKind
from sayso.model.span import Span

BY_RULES = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BYLINE, BlockKind.CAPTION})
REPEATED = 8  # words of a line whose second coming is a repeat; shorter ones recur by nature
SUBHEAD = 12  # words; longer lines without a full stop are paragraphs that lost it
STAMP = 120  # code points: "Name · Outlet · Posted: date with zone | Last updated: date" has about 90
POSTED = re.compile(r"(?:^|[·•|]\s*)(?:last\s|first\s)?(?:posted|published|updated)\b", re.IGNORECASE)
KEPT = re.compile(
    r"^\W{0,3}(?:(?:additional\s|with\s)?(?:reporting|writing|editing)\sby\s"
    r"|(?:correction|clarification|editor[’']s?\snote|corrected)\b[^.]{0,30}[:.]"
    r"|this\s(?:story|article|report|post|item)\s(?:has\sbeen|was)\s(?:first\s)?(?:updated|corrected|amended|adapted|changed)"
    r"|an\searlier\sversion\sof)"
    r"|\bcontributed\s(?:to\sthis|reporting)\b[^.]{0,40}\.?$",
    re.IGNORECASE,
)  # sign-offs and corrections: provenance, whatever the classifier thinks of them
TAIL = 12  # lines after the article among which sign-offs and corrections are looked for


def from_text(
    text: str, *, title: str | None = None, seen: Mapping[str, int] | None = None, fold: int | None = None
) -> tuple[Block, ...]:
    """Blocks over the text as it is: disjoint, in order, all code points but white space in one of them.

    `title` is what the caller knows of the page; where the text begins with it, or says it, that is the
    headline. `seen` tells on how many pages of the same outlet a line stood, by `line_key`. `fold` chooses
    the weights that have not seen a page, for evaluation.
    """
    first, rest = cut_title(text, title)
    lines = split(text) if first is None else tuple(_shifted(split(text[rest:]), rest))
    looks = [look(line) for line in lines]
    odds = line_log_odds(looks, line_weights(fold))
    article = find_article(looks, odds, [] if not seen else [seen.get(line_key(k.text), 0) for k in looks])
    head = find_head(lines, article, title if first is None else None, sought=first is None)
    kinds = _kinds(lines, article, head)
    blocks = [] if first is None else [Block(kind=BlockKind.HEADLINE, span=first)]
    told: set[str] = set()
    for i, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        repeat = kind is not BlockKind.FURNITURE and len(line.text.split()) >= REPEATED and line.text in told
        if kind is not BlockKind.FURNITURE:
            told.add(line.text)
        blocks.append(Block(kind=kind, span=line.span, repeat=repeat, p=_sure(kind, odds[i])))
    return tuple(blocks)


def _sure(kind: BlockKind, odds: float) -> float | None:
    """The classifier's probability that the line is what it was taken for; None where rules decided."""
    if kind in BY_RULES:
        return None
    return round(1 - probability(odds) if kind is BlockKind.FURNITURE else probability(odds), 3)


def _kinds(lines: Sequence[Line], article: Sequence[bool], head: Head) -> list[BlockKind]:
    inside = [i for i, a in enumerate(article) if a]
    begin = min([i for i in (head.headline, *inside[:1]) if i is not None], default=0)
    end = inside[-1] if inside else -1
    out = []
    for i, line in enumerate(lines):
        text = line.text
        if i == head.headline:
            kind = BlockKind.HEADLINE
        elif i == head.standfirst:
            kind = BlockKind.STANDFIRST
        elif i == head.byline:
            kind = BlockKind.BYLINE
        elif begin <= i <= end + 2 and (is_caption(text) or (article[i] and _doubled(lines, i))):
            kind = BlockKind.CAPTION
        elif begin <= i <= end + TAIL and KEPT.search(text[:1500]):
            kind = BlockKind.PARAGRAPH
        elif not article[i] or (i < end and _states_when(text)):
            kind = BlockKind.FURNITURE
        else:
            kind = _body_kind(lines, i, end)
        out.append(kind)
    return out


def _states_when(text: str) -> bool:
    """Whether a line says when the page was published, and nothing that happened."""
    if len(text) > STAMP or worded(text) is None:
        return False
    return says_only_when(text) or POSTED.search(text) is not None


def _doubled(lines: Sequence[Line], i: int) -> bool:
    """Whether the same line stands next to it: a scrape has both the picture's text and its caption."""
    text = lines[i].text
    return len(text.split()) >= REPEATED and text in {
        line.text for line in (*lines[max(0, i - 1) : i], *lines[i + 1 : i + 2])
    }


def _body_kind(lines: Sequence[Line], i: int, end: int) -> BlockKind:
    text = lines[i].text
    if BULLET.match(text) and not text.startswith(("–", "—", "-", "«", "»", "“")):
        return BlockKind.LIST_ITEM
    if len(text.split()) <= SUBHEAD and len(text) <= 120 and not END.search(text[-8:]) and i < end:
        return BlockKind.SUBHEAD
    return BlockKind.PARAGRAPH


def _shifted(lines: Sequence[Line], by: int) -> Iterator[Line]:
    for line in lines:
        yield Line(span=Span(line.span.start + by, line.span.end + by), text=line.text, gap=line.gap)
