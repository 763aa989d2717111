"""What about a line and its neighbours tells an article from the furniture around it?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log1p

from sayso.ingest.plain.lines import Line
from sayso.lexicon.furniture import NOTHING, Hits, furniture_hits

TOKEN = re.compile(r"\w+")
END = re.compile(r"[.!?…。！？؟۔।]['\"”’»)\]]{0,3}$")
LINK = re.compile(r"https?://|www\.|@\w|©|\b\w+\.(?:com|org|net)\b")
CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b|\b(?:19|20)\d\d\b|\bago\b")
QUOTE = re.compile(r"[\"“”„«»]")
BULLET = re.compile(r"^(?:[•·▪‣●○*»›>–—-]|\d{1,2}[.)])\s")
SEEN = 4000  # code points of a line that are looked at; the kind of a longer line is plain by then
LONG = 20  # words: of a rule of thumb for paragraphs that alone reaches F1 .815 on the pages
SENTENCE = 8  # words of a line that ends like a sentence; of the same rule
NEAR = (1, 2)  # neighbours looked at one by one
FADE = 0.8  # what a line of clean prose counts for one line farther off
WINDOW = 5  # lines to either side whose words are summed

NAMES = (
    *(
        "log_words",
        "long",
        "sentence",
        "ends",
        "colon",
        "lower",
        "short_lower",
        "capitals",
        "digits",
        "commas",
    ),
    *("link", "clock", "quote", "bullet", "hit_line", "hit_start", "hits_inside", "known_words", "twice"),
    *("gap_before", "gap_after", "menu", "prose_since", "prose_until", "prose_share", "prose_near"),
    *("prose_before", "page_prose", "clean", "clean_long", "cluster"),
    *(f"{what}{step:+d}" for n in NEAR for step in (-n, n) for what in ("log_words", "ends", "hit")),
)  # of the rows that `features` gives, in order


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one line is by itself."""

    text: str
    words: int
    ends: bool  # like a sentence
    prose: bool  # long, or ends like a sentence
    gap: bool
    clean: bool  # prose without a phrase of furniture
    rare: frozenset[str]  # its longer words, to ask whether the page's prose knows them
    hits: Hits
    own: tuple[float, ...]


def look(line: Line) -> Look:
    """The line by itself: sixteen numbers between 0 and about 1, logarithms up to about 5."""
    text = line.text[:SEEN]
    tokens = TOKEN.findall(text)
    n = max(
        len(tokens), len(text) // 12
    )  # scripts without spaces: about 2 characters a word would be 6 times that
    ends = bool(END.search(text[-8:]))
    some = max(1, len(tokens))
    lower = short = capitals = digits = 0
    for token in tokens:  # one loop: four took a seventh of the time of a page
        if token[0].islower():
            lower += 1
        else:
            digits += token[0].isdigit()
            capitals += len(token) > 1 and token.isupper()
        short += len(token) <= 3 and token.islower()
    hits = furniture_hits(line.text)
    own = (
        log1p(n),
        float(n >= LONG),
        float(n >= SENTENCE and ends),
        float(ends),
        float(text.endswith(":")),
        lower / some,
        short / some,
        capitals / some,
        digits / some,
        log1p(text.count(",")),
        float(bool(LINK.search(text))),
        float(n < LONG and bool(CLOCK.search(text))),
        float(bool(QUOTE.search(text))),
        float(bool(BULLET.match(text))),
        float(hits.line > 0),
        float(hits.start > 0),
        float(min(3, hits.inside)),
    )
    prose = n >= LONG or (n >= SENTENCE and ends)
    rare = frozenset(t.casefold() for t in tokens[:LONG] if len(t) > 4)
    return Look(
        words=n,
        ends=ends,
        prose=prose,
        gap=line.gap,
        clean=prose and hits == NOTHING,
        text=line.text,
        rare=rare,
        hits=hits,
        own=own,
    )


NOWHERE = Look(
    text="", clean=False, words=0, ends=False, prose=False, gap=True, rare=frozenset(), hits=Hits(), own=()
)


def features(looks: Sequence[Look]) -> Iterator[tuple[float, ...]]:
    """One row of numbers for each line, as NAMES names them; in linear time."""
    same = Counter(k.text for k in looks)
    known = Counter(word for k in looks if k.prose and not k.hits.inside for word in k.rare)
    prose = _sums([k.words if k.prose else 0 for k in looks])
    words = _sums([k.words for k in looks])
    since, until = _distances([k.prose for k in looks])
    menus = _menus(looks)
    clusters = _clusters(looks)
    for i, k in enumerate(looks):
        row = list(k.own)
        others = int(k.prose and not k.hits.inside)
        row.append(sum(known[w] > others for w in k.rare) / max(1, len(k.rare)))
        row.append(float(same[k.text] > 1))
        row.append(float(k.gap))
        row.append(float(i + 1 == len(looks) or looks[i + 1].gap))
        row.append(log1p(menus[i]))
        row.append(log1p(since[i]))
        row.append(log1p(until[i]))
        a, b = max(0, i - WINDOW), min(len(looks), i + WINDOW + 1)
        row.append((prose[b] - prose[a]) / max(1, words[b] - words[a]))
        row.append(log1p(prose[b] - prose[a]))
        row.append(prose[i] / max(1, prose[-1]))
        row.append(prose[-1] / max(1, words[-1]))
        row.append(float(k.clean))
        row.append(float(k.clean and k.words >= LONG))
        row.append(clusters[i])
        for step in NEAR:
            for j in (i - step, i + step):
                near = looks[j] if 0 <= j < len(looks) else NOWHERE
                row.append(log1p(near.words))
                row.append(float(near.ends))
                row.append(float(near.hits.line + near.hits.start + near.hits.inside > 0))
        yield tuple(row)


def _sums(values: Sequence[int]) -> list[int]:
    out = [0]
    for value in values:
        out.append(out[-1] + value)
    return out


def _distances(there: Sequence[bool]) -> tuple[list[int], list[int]]:
    """How many lines back, and how many on, the nearest line stands that is prose; 50 where none does."""
    since, until = [50] * len(there), [50] * len(there)
    for out, order in ((since, range(len(there))), (until, range(len(there) - 1, -1, -1))):
        distance = 50
        for i in order:
            out[i] = distance = min(50, distance + 1)
            if there[i]:
                distance = 0
    return since, until


def _clusters(looks: Sequence[Look]) -> list[float]:
    """How much clean prose stands around each line, against where most of it stands on the page."""
    out = [0.0] * len(looks)
    for order in (range(len(looks)), range(len(looks) - 1, -1, -1)):
        near = 0.0
        for i in order:
            out[i] += near
            near = near * FADE + (looks[i].words if looks[i].clean else 0)
    most = max(out, default=0.0) + 1
    return [value / most for value in out]


def _menus(looks: Sequence[Look]) -> list[int]:
    """How long the run of lines that are no prose is in which each stands; 0 for prose."""
    out = [0] * len(looks)
    start = 0
    for i in range(len(looks) + 1):
        if i == len(looks) or looks[i].prose:
            out[start:i] = [i - start] * (i - start)
            start = i + 1
    return out
