"""How were the weights learned by which a place of a document becomes the place of an act?

    python -m sayso.training.where GOLD [OUT.tsv]

GOLD is a folder with annotated texts: `train.jsonl` is learned from, without the texts that share a run of
thirteen words with `dev.jsonl` or `seed.jsonl`. Each text is read three times: with the acts that the rules
find, with those of the annotator linked to places as by the rules, and with the annotator's own links: a
learned reader stands between these. Needs the extra sayso[train] (scikit-learn).
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.coding.assemble import unplaced_mentions
from sayso.coding.where import scene_of
from sayso.coding.where_candidates import Candidate, candidates_of
from sayso.coding.where_link import ENOUGH, chances
from sayso.exchange.annotated import page_of
from sayso.exchange.heard1_read import from_line
from sayso.exchange.heard1_types import HeardLine
from sayso.model.mention import Mention, PlaceTold
from sayso.model.readout import TriggerFound
from sayso.pipeline.assemble import Stages, build
from sayso.pipeline.settings import Settings
from sayso.scoring.gold_events import typed_pairs
from sayso.scoring.words import Words
from sayso.training.corpora.annotated import act_of
from sayso.training.same import lines_of

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float64]

STRENGTH = 0.3  # of regularisation: the variance of a weight; 3 gave .01 less of the names
FOLDS = 5
RARE = 8  # a sign seen less often is not weighed
STEPS = 400  # at most; it ends after about a hundred
HEAD = """# Weights of the signs that a place is the place of an act: a choice among the places of a document
# and none (conditional logit). Written by sayso.training.where.
sign\tweight
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """One act with the places it may have, and the annotator's."""

    number: int  # of the text
    candidates: Sequence[Candidate]
    place: PlaceTold | None

    def right(self) -> list[bool]:
        """Which candidates bear the annotator's name; where none does, which lie in its country."""
        if self.place is None:
            return [False] * len(self.candidates)
        by_name = [agree(one.name, self.place.name, 0) for one in self.candidates]
        return by_name if any(by_name) else [agree(c.name, self.place.name, -1) for c in self.candidates]


def agree(one: str, other: str, part: int) -> bool:
    """Whether two names share their first (0) or last (-1) part: the corpus' own definition."""
    return one.split(",")[part].strip().lower() == other.split(",")[part].strip().lower()


def asked_of(line: HeardLine, number: int, stages: Stages) -> Iterator[Asked]:
    """Every act of a text that the annotator has, too."""
    gold = from_line(line)
    document = stages.ingest(page_of(line))
    marks = stages.annotate(document)
    found = stages.reader.read(document, marks)
    rules = {act.span: act for act in found.triggers}
    own = tuple(_act(mention) for mention in gold.mentions)
    mixed = tuple(replace(act, places=rules[act.span].places if act.span in rules else ()) for act in own)
    scene = scene_of(marks)
    for triggers in (found.triggers, mixed, own):
        readout = replace(found, triggers=triggers)
        statements = stages.statements(document, marks, readout)
        mentions = unplaced_mentions(document, marks, readout, statements, scene)
        of_them = candidates_of(mentions, scene)
        for i, j in typed_pairs(Words(line.text), gold.mentions, mentions):
            yield Asked(number, of_them[j], gold.mentions[i].place)


def _act(mention: Mention) -> TriggerFound:
    act = act_of(mention)
    return TriggerFound(
        span=mention.trigger,
        type=mention.type,
        realis=mention.realis,
        mode=mention.mode,
        actors=act.actors,
        recipients=act.recipients,
        places=act.places,
        times=act.times,
    )


def learned(asked: Sequence[Asked]) -> dict[str, float]:
    """The weights by which the annotator's choices are likeliest."""
    import numpy as np
    from scipy.optimize import minimize  # type: ignore[import-untyped, import-not-found, unused-ignore]

    asked = [one for one in asked if one.candidates and (one.place is None or any(one.right()))]
    seen = Counter(s for one in asked for c in one.candidates for s, value in c.signs.items() if value)
    names = sorted(name for name, times in seen.items() if times >= RARE)
    column = {name: at for at, name in enumerate(names)}
    rows = [candidate for one in asked for candidate in one.candidates]
    table = np.zeros((len(rows), len(names)))
    for at, candidate in enumerate(rows):
        for sign, value in candidate.signs.items():
            if sign in column:
                table[at, column[sign]] = value
    of = np.repeat(np.arange(len(asked)), [len(one.candidates) for one in asked])
    right = np.array([good for one in asked for good in one.right()], float)
    none = np.array([one.place is None for one in asked], float)

    def loss(weights: "Floats") -> "tuple[float, Floats]":
        odds = np.exp(np.clip(table @ weights, -30, 30))
        total = 1 + np.bincount(of, odds, len(asked))
        told = odds / total[of]
        good = np.maximum(np.bincount(of, told * right, len(asked)) + none / total, 1e-12)
        slope = table.T @ (told - told * right / good[of]) + weights / STRENGTH
        return float(-np.log(good).sum() + weights @ weights / (2 * STRENGTH)), slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return dict(zip(names, map(float, found.x), strict=True))


def figures(asked: Sequence[Asked], weights_of: Callable[[int], dict[str, float]]) -> str:
    """How well acts get their places by the weights for their text."""
    count = Counter[str]()
    for one in asked:
        found = chances(one.candidates, weights_of(one.number))
        best = max(zip(found, one.candidates, strict=True), key=lambda it: it[0], default=None)
        name = best[1].name if best and sum(found) >= ENOUGH else ""
        if one.place is None:
            count.update(none=1, invented=bool(name))
        else:
            count.update(told=1, country=agree(name, one.place.name, -1), name=agree(name, one.place.name, 0))
    told, none = max(1, count["told"]), max(1, count["none"])
    return (
        f"country {count['country'] / told:.3f}, name {count['name'] / told:.3f} of {count['told']}, "
        f"invented {count['invented'] / none:.3f} of {count['none']}"
    )


def main(folder: Path, out: Path | None) -> str:
    """Learns, writes the table where asked to; the answer is a line of figures."""
    stages = build(Settings(reader="rules"))
    asked = [one for n, line in enumerate(lines_of(folder)) for one in asked_of(line, n, stages)]
    folds = [learned([one for one in asked if one.number % FOLDS != fold]) for fold in range(FOLDS)]
    told = figures(asked, lambda number: folds[number % FOLDS])
    if out:
        lines = "".join(f"{sign}\t{weight:.2f}\n" for sign, weight in learned(asked).items())
        out.write_text(HEAD + lines, encoding="utf-8")
    return f"{len(asked)} acts; five-fold {told}\n"


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
