"""How are the weights of the line classifier learned, and how good are they on pages of other sites?

`python -m sayso.training.lines DIR` reads DIR/aeb/*.html.gz and DIR/aeb-truth.json (the article-extraction-
benchmark), writes `lexicon/line_weights.toml` and tells the five-fold figures. The same input gives the
same file.
"""

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import log1p
from pathlib import Path

from sayso.exchange.pages_plain import fold_of, site_of
from sayso.ingest.plain.article import KNOWN_PAGES, line_key
from sayso.ingest.plain.blocks import from_text
from sayso.ingest.plain.features import NAMES, features, look
from sayso.ingest.plain.lines import Line, split
from sayso.lexicon.line_weights import FOLDS
from sayso.model.document import Block, BlockKind
from sayso.scoring.pages import score_bodies

WORD = re.compile(r"\w+")
GRAM = 4  # the benchmark's shingle
BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.SUBHEAD, BlockKind.LIST_ITEM})
STRENGTH = 1.0  # inverse regularisation; .1 and 10 change F1 by less than .002
BEFORE = 6
FEW = (2, 3, 4, 6, 8)  # lines of a short report
AFTER = 15  # lines after the article that a person copies along


@dataclass(frozen=True, slots=True, kw_only=True)
class Scrape:
    """A page flattened to text, with the true text of its article."""

    name: str
    url: str
    text: str
    body: str

    @property
    def fold(self) -> int:
        """The fold of its site: the same in every run and for every page of the site."""
        return fold_of(self.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Numbers, truths and weights of the lines of one page, in all forms in which it may come."""

    fold: int
    x: list[tuple[float, ...]]
    y: list[bool]
    weight: list[float]


def scrapes(folder: Path) -> Iterator[Scrape]:
    """The pages of the benchmark, flattened by html_text, in order of name."""
    from html_text import extract_text

    truth: Mapping[str, Mapping[str, str]] = json.loads(
        (folder / "aeb-truth.json").read_text(encoding="utf-8")
    )
    for name in sorted(truth):
        page = gzip.decompress((folder / "aeb" / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        row = truth[name]
        yield Scrape(name=name, url=row["url"], text=extract_text(page), body=row["articleBody"])


def labels(lines: Sequence[Line], body: str) -> list[bool]:
    """Which lines stand in the body: by half of their shingles, short ones by the words next to them."""
    known = set(_grams(WORD.findall(body)))
    flat = f" {' '.join(WORD.findall(body))} "
    words = [WORD.findall(line.text) for line in lines]
    out: list[bool] = []
    for i, own in enumerate(words):
        if len(own) >= GRAM:
            grams = _grams(own)
            out.append(2 * sum(gram in known for gram in grams) >= len(grams))
            continue
        before = words[i - 1][-3:] if i else []
        after = words[i + 1][:3] if i + 1 < len(words) else []
        joined = [" ".join(before + own)] * bool(before) + [" ".join(own + after)] * bool(after)
        out.append(bool(own) and any(f" {phrase} " in flat for phrase in joined))
    return out


def rows_of(scrape: Scrape) -> Rows:
    """A page as scraped whole, as copied from its title to some lines behind its end, and as clean text."""
    lines = split(scrape.text)
    truth = labels(lines, scrape.body)
    forms = list(_forms(truth, int(scrape.name[:8], 16)))
    x: list[tuple[float, ...]] = []
    y: list[bool] = []
    weight: list[float] = []
    for form in forms:
        x.extend(features([look(lines[i]) for i in form]))
        y.extend(truth[i] for i in form)
        weight.extend(log1p(len(lines[i].text)) / len(form) ** 0.5 for i in form)
    return Rows(fold=scrape.fold, x=x, y=y, weight=weight)


def _forms(truth: Sequence[bool], chance: int) -> Iterator[list[int]]:
    """The lines of each form: whole, as copied, clean; whole and as copied with most of the article gone."""
    whole = list(range(len(truth)))
    yield whole
    inside = [i for i, t in enumerate(truth) if t]
    if not inside:
        return
    copied = whole[max(0, inside[0] - BEFORE) : inside[-1] + 1 + AFTER]
    few = set(inside[: FEW[chance % len(FEW)]])
    yield copied
    yield inside
    yield [i for i in whole if not truth[i] or i in few]
    yield [i for i in copied if not truth[i] or i in few]


def learn(rows: Iterable[Rows]) -> tuple[float, list[float]]:
    """Bias and weights of a logistic regression over features as they come."""
    import numpy
    from sklearn.linear_model import LogisticRegression

    told = list(rows)
    x = numpy.array([row for r in told for row in r.x])
    middle, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=3000, random_state=0)
    model.fit(
        (x - middle) / spread,
        [t for r in told for t in r.y],
        sample_weight=[w for r in told for w in r.weight],
    )
    weights = model.coef_[0] / spread
    return float(model.intercept_[0] - (weights * middle).sum()), [float(w) for w in weights]


def toml(parts: Mapping[str, tuple[float, Sequence[float]]]) -> str:
    """The file that ships."""
    out = [
        "# Learned by `python -m sayso.training.lines` (docs/model-card.md). foldN: without fold N.",
        f"features = [{', '.join(json.dumps(name) for name in NAMES)}]",
    ]
    for name, (bias, weights) in parts.items():
        out += [
            "",
            f"[{name}]",
            f"bias = {bias:.5f}",
            f"weights = [{', '.join(f'{w:.5f}' for w in weights)}]",
        ]
    return "\n".join(out) + "\n"


def body_text(text: str, blocks: Iterable[Block]) -> str:
    """What the blocks take for the article's body; what is said twice once."""
    return "\n".join(b.span.of(text) for b in blocks if b.kind in BODY and not b.repeat)


def figures(
    pages: Sequence[Scrape], blocks_of: Callable[[Scrape], tuple[Block, ...]]
) -> tuple[float, float, float]:
    """F1, precision and recall over pages; precision over pages of which something was told."""
    scored = score_bodies((page.body, body_text(page.text, blocks_of(page))) for page in pages)
    return scored.f1, scored.precision, scored.recall


def memory(pages: Sequence[Scrape]) -> dict[str, dict[str, int]]:
    """For each site, the lines of more than one of its pages, as if they stood on enough of them to be known.

    The benchmark has at most two pages of a site; a user who reads a site's folder has many.
    """
    out: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for page in pages:
        for key in {line_key(line.text) for line in split(page.text)}:
            out[site_of(page.url)][key] += 1
    return {site: {k: KNOWN_PAGES for k, n in lines.items() if n > 1} for site, lines in out.items()}


def _grams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + GRAM]) for i in range(max(1, len(words) - GRAM + 1)) if words]


def main(folder: Path) -> str:
    """Learns, writes the weights into the package, returns the figures for a person."""
    pages = list(scrapes(folder))
    rows = [rows_of(page) for page in pages]
    parts = {"all": learn(rows)}
    for fold in range(FOLDS):
        parts[f"fold{fold}"] = learn(r for r in rows if r.fold != fold)
    Path(str(files("sayso.lexicon") / "line_weights.toml")).write_text(toml(parts), encoding="utf-8")
    sites = memory(pages)
    alone = figures(pages, lambda page: from_text(page.text, fold=page.fold))
    seen = figures(pages, lambda page: from_text(page.text, fold=page.fold, seen=sites[site_of(page.url)]))
    own = figures(pages, lambda page: from_text(page.text))
    told = (
        ("five-fold by site", alone),
        ("with the sites' memory", seen),
        ("on its own training pages", own),
    )
    return "\n".join(f"{name:26} F1 {f:.4f} P {p:.4f} R {r:.4f}" for name, (f, p, r) in told) + "\n"


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1])))
