"""How were the weights learned by which a time of a document becomes the time of an act?

    python -m sayso.training.when GOLD [OUT.tsv]

GOLD is a folder with annotated texts: `train.jsonl` is learned from, without the texts that share a run of
thirteen words with `dev.jsonl` or `seed.jsonl`. Each text is read twice: with the acts and links that the
rules find, and with those of the annotator, of which as many are lost or wrong as the encoder's
are on texts it has not seen. The second regression learns from what the first says of texts that it has not
seen. Needs the extra sayso[train] (scikit-learn).
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from sayso.coding.assemble import assemble_mentions
from sayso.coding.when import when_told
from sayso.coding.when_link import LEAST
from sayso.coding.when_pool import candidates, pool_of, pool_signs
from sayso.coding.when_scene import TimeScene, near_times, scene_of_times
from sayso.coding.when_signs import act_signs, time_signs
from sayso.exchange.annotated import page_of
from sayso.exchange.heard1_read import from_line
from sayso.exchange.heard1_types import HeardLine
from sayso.model.marks import Marks
from sayso.model.mention import Mention, Realis
from sayso.model.readout import TriggerFound
from sayso.pipeline.assemble import Stages, build
from sayso.pipeline.settings import Settings
from sayso.scoring.gold_events import typed_pairs
from sayso.scoring.words import Words
from sayso.training.corpora.annotated import act_of
from sayso.training.example import Act
from sayso.training.same import lines_of

STRENGTH = 0.3  # of regularisation, scikit-learn's C
FOLDS = 5
# The encoder on the development texts: links found, wrong links of acts without, realis misjudged.
FOUND, WRONG, MISJUDGED = 0.61, 0.08, 0.12
RARE = 8  # a sign seen less often is not weighed
HEAD = """# Weights of the signs that a time is the time of an act: two logistic regressions, on what stands
# around the act ("own") and on what all acts of the document tell ("pool"). Written by sayso.training.when.
step\tsign\tweight
"""
Row = tuple[dict[str, float], bool | None, int]  # signs, whether it is the time, number of the text


@dataclass(frozen=True, slots=True)
class Read:
    """One text as read: its acts, and for each what the annotator has, if anything."""

    number: int
    scene: TimeScene
    mentions: Sequence[Mention]
    acts: Sequence[TriggerFound]
    golds: Sequence[Mention | None]


def reads(line: HeardLine, number: int, stages: Stages) -> Iterable[Read]:
    """The text with the acts of the rules, then with those of the annotator."""
    gold = from_line(line)
    document = stages.ingest(page_of(line))
    marks = stages.annotate(document)
    found = stages.reader.read(document, marks)
    chance = Random(line.id)  # the same faults in every run
    told = tuple(_faulty(act_of(mention), marks, chance) for mention in gold.mentions)
    for readout in (found, replace(found, triggers=told)):
        statements = stages.statements(document, marks, readout)
        mentions = assemble_mentions(document, marks, readout, statements)
        acts = {act.span: act for act in readout.triggers}
        pairs = {j: gold.mentions[i] for i, j in typed_pairs(Words(line.text), gold.mentions, mentions)}
        yield Read(
            number=number,
            scene=scene_of_times(document, marks, readout),
            mentions=mentions,
            acts=[acts[mention.trigger] for mention in mentions],
            golds=[pairs.get(j) for j in range(len(mentions))],
        )


def _faulty(act: Act, marks: Marks, chance: Random) -> TriggerFound:
    """The annotator's act with faults such as a reader makes."""
    times, realis = act.times, act.realis or Realis.ACTUAL
    if chance.random() >= FOUND:
        times = ()
    sentence = next((span for span in marks.sentences if span.holds(act.trigger)), None)
    beside = [words.span for words in marks.times if sentence and sentence.holds(words.span)]
    if not act.times and beside and chance.random() < WRONG:
        times = (chance.choice(beside),)
    if chance.random() < MISJUDGED:
        realis = Realis.HYPOTHETICAL if realis is Realis.ACTUAL else Realis.ACTUAL
    return TriggerFound(
        span=act.trigger,
        type=act.type,
        realis=realis,
        mode=act.mode,
        actors=act.actors,
        recipients=act.recipients,
        places=act.places,
        times=times,
    )


def own_rows(read: Read) -> list[list[tuple[int, Row]]]:
    """For each act the times near it: number, signs, and whether the annotator linked it."""
    out = []
    for act, gold in zip(read.acts, read.golds, strict=True):
        of_act = act_signs(read.scene, act)
        out.append(
            [
                (n, (of_act | time_signs(read.scene, act, n), _is_own(read.scene, n, gold), read.number))
                for n in near_times(read.scene, act)
            ]
        )
    return out


def _is_own(scene: TimeScene, number: int, gold: Mention | None) -> bool | None:
    """Open where the annotator has another act, or no words but this value."""
    if gold is None:
        return None
    words, when = scene.times[number], gold.when
    if when is None:
        return False
    if when.mention and words.span.meets(when.mention):
        return True if when.value or words.value is None else None
    return None if when.value and words.value == when.value else False


class Model:
    """A logistic regression over signs by name."""

    def __init__(self, rows: Sequence[Row]) -> None:
        from sklearn.linear_model import LogisticRegression

        rows = [row for row in rows if row[1] is not None]
        seen = Counter(name for signs, _, _ in rows for name in signs)
        self.names = sorted(name for name, n in seen.items() if n >= RARE and name != "constant")
        self.model = LogisticRegression(C=STRENGTH, max_iter=3000)
        self.model.fit(self._table(signs for signs, _, _ in rows), [row[1] for row in rows])

    def _table(self, told: Iterable[dict[str, float]]) -> list[list[float]]:
        return [[signs.get(name, 0.0) for name in self.names] for signs in told]

    def chances(self, rows: Sequence[Row]) -> list[float]:
        """The probability of each row."""
        if not rows:
            return []
        found = self.model.predict_proba(self._table(signs for signs, _, _ in rows))
        return [float(p) for _, p in found]

    def weights(self) -> dict[str, float]:
        """By name, the constant first."""
        out = {"constant": float(self.model.intercept_[0])}
        return out | {name: float(w) for name, w in zip(self.names, self.model.coef_[0], strict=True)}


def crossed(rows: Sequence[Row]) -> list[float]:
    """The probability of each row by a model that has not seen its text."""
    out = [0.0] * len(rows)
    for fold in range(FOLDS):
        model = Model([row for row in rows if row[2] % FOLDS != fold])
        held = [k for k, row in enumerate(rows) if row[2] % FOLDS == fold]
        for k, p in zip(held, model.chances([rows[k] for k in held]), strict=True):
            out[k] = p
    return out


def main(folder: Path, out: Path | None) -> str:
    """Learns, writes the table where asked to; the answer is a line of figures."""
    stages = build(Settings(reader="rules"))
    found = [read for n, line in enumerate(lines_of(folder)) for read in reads(line, n, stages)]
    owned = [own_rows(read) for read in found]
    rows = [row for acts in owned for times in acts for _, row in times]
    chances = iter(crossed(rows))
    pooled: list[tuple[Read, int, str]] = []
    of_pool: list[Row] = []
    for read, acts in zip(found, owned, strict=True):
        own = [{number: next(chances) for number, _ in times} for times in acts]
        pool = pool_of(read.scene, read.mentions, read.acts, own)
        for i, gold in enumerate(read.golds):
            if gold is not None:
                want = gold.when.value if gold.when else None
                for value in candidates(pool, i):
                    words = read.scene.times[pool.nearest(i, value)]
                    act = read.acts[i]
                    told = when_told(read.scene.document, act.span, words, act.realis).value
                    of_pool.append(
                        (act_signs(read.scene, act) | pool_signs(pool, i, value), told == want, read.number)
                    )
                    pooled.append((read, i, told or value))
    figures = _figures(found, pooled, crossed(of_pool))
    if out:
        steps = (("own", Model(rows)), ("pool", Model(of_pool)))
        lines = (f"{step}\t{k}\t{w:.2f}\n" for step, model in steps for k, w in model.weights().items())
        out.write_text(HEAD + "".join(lines), encoding="utf-8")
    return f"{len(rows)} times beside acts, {len(of_pool)} values in documents; {figures}\n"


def _figures(found: Sequence[Read], pooled: Sequence[tuple[Read, int, str]], chances: Sequence[float]) -> str:
    best: dict[tuple[int, int], tuple[float, str]] = {}
    for (read, i, value), p in zip(pooled, chances, strict=True):
        best[id(read), i] = max(best.get((id(read), i), (0.0, "")), (p, value))
    told = Counter[str]()
    for read in found:
        for i, gold in enumerate(read.golds):
            p, value = best.get((id(read), i), (0.0, ""))
            if gold is not None and gold.when and gold.when.value:
                told["dated"] += 1
                told["exact"] += p >= LEAST and value == gold.when.value
            elif gold is not None:
                told["undated"] += 1
                told["invented"] += p >= LEAST
    exact, invented = told["exact"] / max(1, told["dated"]), told["invented"] / max(1, told["undated"])
    return f"five-fold exact {exact:.3f}, invented {invented:.3f}"


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
