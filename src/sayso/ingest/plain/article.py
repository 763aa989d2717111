"""Which lines make the article, when all is weighed: learned odds, memory of the outlet, plain sense?"""

import re
from collections.abc import Sequence
from hashlib import sha256

from sayso.ingest.plain.classify import SURE, article_lines
from sayso.ingest.plain.features import LONG, Look

KNOWN_PAGES = 3  # a line on so many pages of one outlet is furniture (reference: F1 .825 to .864 with rules)
CLEAN = 0.85  # share of words in prose; the lowest of 168 clean texts has .88; a scrape above it has phrases
LABEL = 12  # words; longer lines may well begin like a label and be prose
ISLAND = -1.5  # log odds of a full paragraph between the article's, without a phrase of furniture
REACH = (
    3  # lines behind the article within which a clean paragraph is still its own, after a caption or a link
)
NEXT = 14  # words of such a paragraph
AFTER = -1.0  # log odds of it: with these plain F1 is .911, without them .909 (five-fold by site)
BACK = 3  # last lines of an article among which it may say who wrote it
PORTRAIT = 50  # words
BIOGRAPHY = re.compile(
    r"(?:[A-Z][\w.'’-]*\s){2,4}(?:covers\s|reports\s(?:on|from)\s|writes\s(?:about|on)\s|can\sbe\s(?:reached|followed)"
    r"|(?:is|was)\s(?:an?|the|our|\w+['’]s)\s(?:[\w-]+\s){0,5}?"
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|producer)\b)"
)
POINTER = re.compile(
    r"^(?:read|see|watch|listen|more|related|also|recommended|opinion|analysis|video)\b[\w\s]{0,20}[:|>]\s?\S",
    re.IGNORECASE,
)  # "READ MORE: …", "Related: …"


def line_key(line: str) -> str:
    """The key of a line in an outlet's memory: the same for the same words in another case or spacing."""
    return sha256(" ".join(line.casefold().split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def find_article(looks: Sequence[Look], odds: Sequence[float], pages: Sequence[int]) -> list[bool]:
    """For each line, whether it is the article's; `pages`: on how many of the outlet's it stood, if known."""
    known = [n >= KNOWN_PAGES for n in pages] or [False] * len(looks)
    if is_clean(looks):
        return [not k for k in known]
    article = article_lines([-SURE if k else o for k, o in zip(known, odds, strict=True)])
    if not any(article):
        article = [k.clean for k in looks]
    return [a and not k for a, k in zip(_mended(looks, odds, article), known, strict=True)]


def is_clean(looks: Sequence[Look]) -> bool:
    """Whether nothing on the page is a site's: an article's own text, as callers hand it over in JSONL."""
    if any(k.hits.line or (k.words <= LABEL and (k.hits.start or POINTER.match(k.text))) for k in looks):
        return False
    words = sum(k.words for k in looks)
    return len(looks) == 1 or sum(k.words for k in looks if k.prose) >= CLEAN * words


def _mended(looks: Sequence[Look], odds: Sequence[float], article: Sequence[bool]) -> list[bool]:
    """Within the article, a paragraph between two forms is one for all that, and "Read more: …" is none."""
    inside = [i for i, a in enumerate(article) if a]
    out = list(article)
    for i in range(inside[0], inside[-1] + 1) if inside else ():
        k = looks[i]
        if k.words <= LABEL and article[i]:
            said = k.hits.start and (not k.ends or k.text.endswith("?"))
            out[i] = not (k.hits.line or said or POINTER.match(k.text))
        elif k.words >= LONG and k.ends and not article[i]:
            out[i] = odds[i] > (ISLAND if k.clean else 0)
    last = inside[-1] if inside else len(looks)
    for i in range(last + 1, len(looks)):
        k = looks[i]
        if i - last > REACH:
            break
        if k.words >= NEXT and k.ends and k.clean and odds[i] > AFTER:
            out[i], last = True, i
    for i in inside[-BACK:]:
        if i > inside[0] and looks[i].words <= PORTRAIT and BIOGRAPHY.match(looks[i].text):
            out[i] = False
    return out
