"""Which lines at the head of a plain text are headline, standfirst and byline?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ingest.plain.captions import is_caption
from sayso.ingest.plain.features import CLOCK, END
from sayso.ingest.plain.lines import Line
from sayso.lexicon.furniture import NOTHING, furniture_hits
from sayso.model.span import Span, trimmed

TITLE_WORDS = range(3, 31)  # 98 % of the titles of the 181 pages lie in it
PLAIN_TITLE = 5  # words of a first line that is a headline whatever follows; shorter ones are names of sites
LEDE = 15  # words of a standfirst before it need not be told from a second headline
STANDFIRST_WORDS = range(8, 61)
BYLINE = re.compile(r"^(?:by|written by|words by|reporting by|story by|analysis by|from)\s+\S", re.IGNORECASE)
NAMED = re.compile(r"\b[A-Z][\w'’-]+|\b[A-Z]\.")
AGENCY = re.compile(
    r"^(?:Reuters|AP|AFP|The Associated Press|Associated Press|Agence France-Presse|Staff and agencies"
    r"|Agencies|Staff|News Wires)$"
)
STOPPED = re.compile(r"[.;:,…][\"'”’)\]]*$")
SITE = re.compile(r"\s+[|–—·:-]\s+[^|]{2,60}$")
NEAR = 12  # lines before the article among which its headline is looked for; menus stand farther up
SAME = 0.6  # share of the shorter title's words; search engines are told a shorter one
STAMP = 8  # words of a line that says when or offers to share, below a standfirst
FACE = 4  # lines after the headline among which a byline stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Places in the sequence of lines; None where the text shows none."""

    headline: int | None = None
    standfirst: int | None = None
    byline: int | None = None


def is_titlelike(text: str) -> bool:
    """Whether a line could be a headline: some words, no full stop, nothing that a site says."""
    words = text.split()
    if len(text) > 300 or len(words) not in TITLE_WORDS or STOPPED.search(text) or is_caption(text):
        return False
    hits = furniture_hits(text)
    return not (hits.line or hits.start or BYLINE.match(text))


def is_byline(text: str) -> bool:
    """Whether a line signs the article: "By Jane Roe and John Doe, Exampletown"."""
    words = text.split()
    if len(words) > 16 or len(text) > 160:
        return False
    if AGENCY.match(text):
        return True
    return (
        bool(BYLINE.match(text)) and len(NAMED.findall(text)) * 2 >= len(words) - 1 and not text.endswith(".")
    )


def find_head(
    lines: Sequence[Line], article: Sequence[bool], title: str | None, *, sought: bool = True
) -> Head:
    """Headline, standfirst and byline, given which lines look like the article's; `sought` is False where the
    headline has been cut off before the first line."""
    headline = _headline(lines, article, title) if sought else -1
    if headline is None:
        byline = next((i for i in range(min(2, len(lines))) if is_byline(lines[i].text)), None)
        return Head(byline=byline)
    standfirst = byline = None
    for i in range(headline + 1, min(headline + 1 + FACE, len(lines))):
        text = lines[i].text
        if byline is None and is_byline(text):
            byline = i
        elif standfirst is None and i <= headline + 2 and _is_standfirst(lines, i):
            standfirst = i
        elif len(text.split()) > LEDE:
            break
    return Head(headline=headline if sought else None, standfirst=standfirst, byline=byline)


def _is_standfirst(lines: Sequence[Line], i: int) -> bool:
    """Whether a line below the headline sums the article up: without a full stop, or before the byline."""
    text = lines[i].text
    if i + 1 >= len(lines) or len(text) > 600 or len(text.split()) not in STANDFIRST_WORDS:
        return False
    if STOPPED.search(text) and not _ends_the_head(lines[i + 1 : i + 3]):
        return False
    return furniture_hits(text) == NOTHING and not is_caption(text)


def _ends_the_head(after: Sequence[Line]) -> bool:
    """Whether lines below sign, date or offer to share: what stands above them is no paragraph."""
    text = after[0].text
    if is_byline(text):
        return True
    short = [len(line.text.split()) <= STAMP and not END.search(line.text[-8:]) for line in after]
    return short[0] and (bool(CLOCK.search(text) or furniture_hits(text).line) or short == [True, True])


def _headline(lines: Sequence[Line], article: Sequence[bool], title: str | None) -> int | None:
    """The line that is the title; else, before the article, the page's title said again, the first that could
    be one, or the nearest that could."""
    first = next(
        (i for i, inside in enumerate(article) if inside and len(lines[i].text.split()) > LEDE), None
    )
    first = len(lines) if first is None else first
    if title:
        same = [i for i in range(min(first + 1, len(lines))) if _plain(lines[i].text) == _plain(title)]
        if same:
            return same[-1]
    if not lines:
        return None
    named = _content(SITE.sub("", lines[0].text[:400]))
    again = [
        i for i in range(1, first) if _is_same(named, _content(lines[i].text)) and is_titlelike(lines[i].text)
    ]
    if again:
        return again[-1]
    for i in range(min(2, first)):
        if is_titlelike(lines[i].text) and (i + 1 == first or len(lines[i].text.split()) >= PLAIN_TITLE):
            return i
    near = [
        i for i in range(max(0, first - NEAR), first) if first < len(lines) and is_titlelike(lines[i].text)
    ]
    return max(near, key=lambda i: (min(6, len(lines[i].text.split())), -i)) if near else None


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in _plain(text).split() if len(word) > 2)


def _is_same(title: frozenset[str], line: frozenset[str]) -> bool:
    """Whether a line says the page's title again, perhaps longer or shorter."""
    return min(len(title), len(line)) >= 3 and len(title & line) >= SAME * min(len(title), len(line))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text[:400].casefold()))


def cut_title(text: str, title: str | None) -> tuple[Span | None, int]:
    """The title that the text begins with, and where the rest begins."""
    name = (title or "").strip()
    start = len(text) - len(text.lstrip())
    if not name or not text.startswith(name, start):
        return None, 0
    end = start + len(name)
    after = text[end : end + 40]
    own_line = not after.strip() or re.match(r"[^\S\n\r]*[\n\r]", after)
    if own_line or (len(name.split()) >= 4 and re.match(r"\s+[^\sa-z]", after)):
        return trimmed(text, start, end), end
    return None, 0
